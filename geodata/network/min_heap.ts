/** A binary heap of whole numbers by a key, in typed arrays: a search through a road network pushes and pops a hundred thousand times. */
export class MinHeap {
  #keys = new Float64Array(1024)
  #items = new Int32Array(1024)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The smallest key; Infinity when there is none. */
  get least(): number {
    return this.#size === 0 ? Infinity : this.#keys[0]!
  }

  clear(): void {
    this.#size = 0
  }

  push(key: number, item: number): void {
    if (this.#size === this.#items.length) this.#grow()
    const [keys, items] = [this.#keys, this.#items]
    let at = this.#size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (keys[parent]! <= key) break
      keys[at] = keys[parent]!
      items[at] = items[parent]!
      at = parent
    }
    keys[at] = key
    items[at] = item
  }

  /** The item with the smallest key, or −1 when there is none. */
  pop(): number {
    if (this.#size === 0) return -1
    const [keys, items] = [this.#keys, this.#items]
    const first = items[0]!
    const size = --this.#size
    const [key, item] = [keys[size]!, items[size]!]
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child++
      if (keys[child]! >= key) break
      keys[at] = keys[child]!
      items[at] = items[child]!
      at = child
    }
    keys[at] = key
    items[at] = item
    return first
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length)
    const items = new Int32Array(2 * this.#items.length)
    keys.set(this.#keys)
    items.set(this.#items)
    this.#keys = keys
    this.#items = items
  }
}
