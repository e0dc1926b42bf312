// Packs in a browser's cache storage, written piece by piece: whatever breaks off on the way, one that was whole is still there.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PACK_FORMAT } from '#geodata/pack/pack.ts'
import type { Json } from '../helpers/app.ts'

// Browser code, which is compiled with other types than tests are.
const PACK_STORE: string = '../../web/offline/pack_store.ts'
const load = (): Promise<Json> => import(PACK_STORE)

/** The part of CacheStorage that packs use. A handle outlives the deletion of its store, as in browsers. */
class Storage {
  readonly stores = new Map<string, Map<string, Response>>()
  /** Called before each piece is written. */
  beforePut: () => void | Promise<void> = () => {}

  keys = async () => [...this.stores.keys()]
  has = async (name: string) => this.stores.has(name)
  delete = async (name: string) => this.stores.delete(name)
  match = async (url: string, { cacheName }: { cacheName: string }) => this.stores.get(cacheName)?.get(url)?.clone()
  open = async (name: string) => {
    const store = this.stores.get(name) ?? new Map<string, Response>()
    this.stores.set(name, store)
    return {
      match: async (url: string) => store.get(url)?.clone(),
      put: async (url: string, response: Response) => {
        await this.beforePut()
        store.set(url, response)
      },
    }
  }
}

const TILES = 5
const PIECES = TILES + 1
let storage: Storage

const packOf = (id: string): Record<string, Uint8Array> => {
  const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  const tiles = Array.from({ length: TILES }, (_, tile) => [`tiles/16/1/${tile}.mvt`, text(id)])
  return { 'manifest.json': text({ format: PACK_FORMAT, id, entries: TILES }), ...Object.fromEntries(tiles) }
}
/** Which pack is found, and whose its pieces are. */
const found = async (): Promise<string[] | null> => {
  const kept = await (await load()).KeptPack.open()
  if (!kept) return null
  const pieces = await Promise.all(Array.from({ length: TILES }, (_, tile) => kept.json(`tiles/16/1/${tile}.mvt`)))
  return [kept.manifest.id, ...new Set(pieces)]
}
/** Once so many pieces more are written, this happens. */
const after = (pieces: number, happens: () => void | Promise<void>) => {
  let left = pieces
  storage.beforePut = () => (left-- === 0 ? happens() : undefined)
}

beforeEach(() => {
  storage = new Storage()
  vi.stubGlobal('caches', storage)
})
afterEach(() => vi.unstubAllGlobals())

test('a new pack takes the place of the old one', async () => {
  const { keepPack } = await load()
  await keepPack(packOf('old'))
  await keepPack(packOf('new'))
  expect(await found()).toEqual(['new', 'new'])
  expect(storage.stores.size).toBe(1)
})

test('a disk that is full after any number of pieces leaves the old pack whole, and none of the new one', async () => {
  const { keepPack } = await load()
  await keepPack(packOf('old'))
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  for (let written = 0; written < 3 * PIECES; written++) {
    after(written, full)
    const outcome = await keepPack(packOf('new')).then(
      () => 'kept',
      (error: Json) => error.code,
    )
    expect(outcome).toBe(written < PIECES ? 'pack_no_room' : 'kept')
    expect(await found()).toEqual(outcome === 'kept' ? ['new', 'new'] : ['old', 'old'])
    expect(storage.stores.size).toBe(1)
  }
})

test('of a page that is closed half-way the next one finds the old pack, and clears away the rest', async () => {
  const { keepPack } = await load()
  await keepPack(packOf('old'))
  after(3, () => new Promise<void>(() => {}))
  void keepPack(packOf('half'))
  await vi.waitFor(() => expect(storage.stores.size).toBe(2))
  expect(await found()).toEqual(['old', 'old'])
  storage.beforePut = () => {}
  await keepPack(packOf('new'))
  expect(await found()).toEqual(['new', 'new'])
  expect(storage.stores.size).toBe(1)
})

test('two pages that keep one at the same time leave one that is whole', async () => {
  const { keepPack } = await load()
  await keepPack(packOf('old'))
  let second: Promise<unknown> | undefined
  after(3, async () => {
    second = keepPack(packOf('second'))
    await second
  })
  await expect(keepPack(packOf('first'))).rejects.toMatchObject({ code: 'pack_incomplete' })
  await second
  expect(await found()).toEqual(['second', 'second'])
})

test('a pack that is dropped while the next one comes does not come back with it', async () => {
  const { keepPack, dropPack } = await load()
  await keepPack(packOf('old'))
  after(3, dropPack)
  await expect(keepPack(packOf('new'))).rejects.toMatchObject({ code: 'pack_incomplete' })
  expect(await found()).toBeNull()
})
