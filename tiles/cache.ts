import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip as gzipCallback } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Tile } from './source.ts'

// Off the main thread. Level 1: a map tile grows by a tenth against level 6 and takes a third of the time.
const gzip = promisify(gzipCallback)
/** What an entry weighs besides its bytes, and with the compressed ones that come when first asked for. */
const ENTRY_OVERHEAD_BYTES = 300
const WITH_COMPRESSED = 1.5

export class StoredTile {
  /** As PostGIS made it; empty for a tile without features. */
  readonly bytes: Buffer
  readonly etag: string
  /** The state of the layers that the tile shows. */
  readonly state: string
  /** Compressed; undefined until somebody wanted it so. */
  packed: Buffer | undefined
  #packing: Promise<Buffer> | undefined

  constructor(bytes: Uint8Array, state: string) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.etag = `"${hash('sha1', bytes, 'base64url')}"`
    this.state = state
  }

  /** Compresses it once. */
  pack(): Promise<Buffer> {
    this.#packing ??= gzip(this.bytes, { level: 1 }).then((packed) => {
      this.packed = packed
      return packed
    })
    return this.#packing
  }
}

/**
 * Keeps finished tiles by place and state. A tile is stored under the state that was read together with its features, so
 * an old one is never served for a new state; those who ask for the same tile at once share one making.
 */
export class TileCache {
  readonly #tiles: LRUCache<string, StoredTile>
  readonly #keeps: boolean
  readonly #making = new Map<string, Promise<StoredTile>>()

  /** @param maximumBytes 0 keeps nothing */
  constructor(maximumBytes: number) {
    this.#keeps = maximumBytes > 0
    this.#tiles = new LRUCache({
      maxSize: Math.max(1, maximumBytes),
      sizeCalculation: ({ bytes }) => Math.ceil(bytes.length * WITH_COMPRESSED) + ENTRY_OVERHEAD_BYTES,
    })
  }

  /**
   * @param place layers, z, x, y and day
   * @param state what the asker knows of the layers; the answer's own state may be newer
   */
  async get(place: string, state: string, make: () => Promise<Tile>, stateOf: (tile: Tile) => string): Promise<StoredTile> {
    const key = `${place} ${state}`
    const stored = this.#tiles.get(key)
    if (stored) return stored
    const underWay = this.#making.get(key)
    if (underWay) return underWay
    const making = this.#make(place, make, stateOf).finally(() => this.#making.delete(key))
    this.#making.set(key, making)
    return making
  }

  async #make(place: string, make: () => Promise<Tile>, stateOf: (tile: Tile) => string): Promise<StoredTile> {
    const tile = await make()
    const stored = new StoredTile(tile.bytes, stateOf(tile))
    if (this.#keeps) this.#tiles.set(`${place} ${stored.state}`, stored)
    return stored
  }
}
