/** Packs as the browser keeps them: one at a time, in its cache storage. Used by the page and by the service worker. */
import { PACK_ENTRIES, PACK_FORMAT, type PackManifest } from '#geodata/pack/pack.ts'
import { newId } from './new_id.ts'

/** Each pack has a store of its own, in whose name follows when it came: the newest that is whole is the one. */
const STORES = 'jiangli-pack-'
/** Addresses in the store, which nobody asks for. */
const addressOf = (entry: string): string => `/offline-pack/${entry}`

/** Why a pack is not taken: the one that was there stays. */
export type PackFault = 'pack_damaged' | 'pack_incomplete' | 'pack_other_format' | 'pack_no_room'

export class PackError extends Error {
  readonly code: PackFault

  constructor(code: PackFault) {
    super(code)
    this.code = code
  }
}

/**
 * Keeps a pack in the place of the one before, which stays until the new one is whole: a full disk or a page that is closed half-way
 * leaves it as it was.
 * @param files of the archive, by their names
 */
export async function keepPack(files: Readonly<Record<string, Uint8Array>>): Promise<PackManifest> {
  const manifest = readManifest(files)
  const before = await findKept()
  // What a closed page has left takes room that this one needs.
  await deleteAll((name) => name !== before?.name)
  const store = `${STORES}${Date.now()}-${newId()}`
  try {
    await write(store, files)
    // Dropped meanwhile, or put aside by another page that keeps one: it is not there any more to take the place of the old one.
    if (!(await caches.has(store))) throw new PackError('pack_incomplete')
  } catch (error) {
    await caches.delete(store)
    if (error instanceof DOMException && error.name === 'QuotaExceededError') throw new PackError('pack_no_room')
    throw error
  }
  await deleteAll((name) => name !== store)
  return manifest
}

function readManifest(files: Readonly<Record<string, Uint8Array>>): PackManifest {
  const bytes = files[PACK_ENTRIES.manifest]
  if (!bytes) throw new PackError('pack_damaged')
  const manifest = JSON.parse(new TextDecoder().decode(bytes)) as PackManifest
  if (manifest.format !== PACK_FORMAT) throw new PackError('pack_other_format')
  if (Object.keys(files).length - 1 < manifest.entries) throw new PackError('pack_incomplete')
  return manifest
}

/** The manifest last: without it, there is no pack. */
async function write(name: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const store = await caches.open(name)
  const { [PACK_ENTRIES.manifest]: manifest, ...rest } = files
  for (const [entry, bytes] of Object.entries(rest)) await store.put(addressOf(entry), new Response(bytes as BodyInit))
  await store.put(addressOf(PACK_ENTRIES.manifest), new Response(manifest as BodyInit))
}

export const dropPack = (): Promise<void> => deleteAll(() => true)

async function deleteAll(isMeant: (name: string) => boolean): Promise<void> {
  for (const name of await namesOfStores()) if (isMeant(name)) await caches.delete(name)
}

const namesOfStores = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(STORES))

async function findKept(): Promise<{ readonly name: string; readonly manifest: Response } | undefined> {
  for (const name of (await namesOfStores()).sort().reverse()) {
    const manifest = await caches.match(addressOf(PACK_ENTRIES.manifest), { cacheName: name })
    if (manifest) return { name, manifest }
  }
}

export class KeptPack {
  readonly manifest: PackManifest
  readonly #store: Cache
  readonly #read = new Map<string, Promise<unknown>>()

  private constructor(manifest: PackManifest, store: Cache) {
    this.manifest = manifest
    this.#store = store
  }

  static async open(): Promise<KeptPack | null> {
    const kept = await findKept()
    return kept ? new KeptPack((await kept.manifest.json()) as PackManifest, await caches.open(kept.name)) : null
  }

  /** Read once and kept: the same is asked for again and again. */
  json<T>(entry: string): Promise<T> {
    const known = this.#read.get(entry) ?? this.#store.match(addressOf(entry)).then((found) => found?.json() ?? null)
    this.#read.set(entry, known)
    return known as Promise<T>
  }

  async bytes(entry: string): Promise<ArrayBuffer | null> {
    const found = await this.#store.match(addressOf(entry))
    return found ? found.arrayBuffer() : null
  }
}
