// A map whose old versions stay as they were. Copying all of 20,000 cells for an edit that touches five would cost more than the
// edit; here a version shares all buckets but those that changed.
const BUCKETS = 1024

function bucketOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  return (hash ^ (hash >>> 15)) & (BUCKETS - 1)
}

export class PersistentMap<V> {
  readonly size: number
  readonly #buckets: readonly (ReadonlyMap<string, V> | undefined)[]

  private constructor(buckets: readonly (ReadonlyMap<string, V> | undefined)[], size: number) {
    this.#buckets = buckets
    this.size = size
  }

  static of<V>(entries: Iterable<readonly [string, V]> = []): PersistentMap<V> {
    return new PersistentMap<V>([], 0).with(entries)
  }

  get(key: string): V | undefined {
    return this.#buckets[bucketOf(key)]?.get(key)
  }

  has(key: string): boolean {
    return this.#buckets[bucketOf(key)]?.has(key) ?? false
  }

  /** A new version with some entries set and others taken out. This one stays as it is. */
  with(set: Iterable<readonly [string, V]>, without: Iterable<string> = []): PersistentMap<V> {
    const buckets = [...this.#buckets]
    const own = new Map<number, Map<string, V>>()
    const bucket = (key: string) => {
      const place = bucketOf(key)
      let mine = own.get(place)
      if (!mine) {
        mine = new Map(buckets[place])
        own.set(place, mine)
        buckets[place] = mine
      }
      return mine
    }
    let size = this.size
    for (const key of without) if (bucket(key).delete(key)) size--
    for (const [key, value] of set) {
      const mine = bucket(key)
      if (!mine.has(key)) size++
      mine.set(key, value)
    }
    return new PersistentMap(buckets, size)
  }

  /** In no order that means anything. */
  *values(): Generator<V> {
    for (const bucket of this.#buckets) if (bucket) yield* bucket.values()
  }

  /** In no order that means anything. */
  *keys(): Generator<string> {
    for (const bucket of this.#buckets) if (bucket) yield* bucket.keys()
  }
}
