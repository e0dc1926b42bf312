/** Packs as the browser keeps them: one at a time, in its cache storage. Used by the page and by the service worker. */
import { PACK_ENTRIES, PACK_FORMAT, type PackManifest } from '#geodata/pack/pack.ts'

const STORE = 'jiangli-pack'
const LOADING = 'jiangli-pack-loading'
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
 * Keeps a pack in the place of the one before. Written aside first: a page that is closed half-way leaves the old one as it was.
 * @param files of the archive, by their names
 */
export async function keepPack(files: Readonly<Record<string, Uint8Array>>): Promise<PackManifest> {
  const manifest = readManifest(files)
  await caches.delete(LOADING)
  try {
    await write(LOADING, files)
    await caches.delete(STORE)
    await write(STORE, files)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') throw new PackError('pack_no_room')
    throw error
  } finally {
    await caches.delete(LOADING)
  }
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

export const dropPack = async (): Promise<void> => {
  await caches.delete(STORE)
  await caches.delete(LOADING)
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
    if (!(await caches.has(STORE))) return null
    const store = await caches.open(STORE)
    const manifest = await store.match(addressOf(PACK_ENTRIES.manifest))
    return manifest ? new KeptPack((await manifest.json()) as PackManifest, store) : null
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
