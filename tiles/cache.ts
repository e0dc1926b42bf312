import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip as gzipCallback } from 'node:zlib'
import { LRUCache } from 'lru-cache'
import type { Tile } from './source.ts'

// Off the main thread. Level 1: a map tile grows by a tenth against level 6 and takes a third of the time.
const gzip = promisify(gzipCallback)
const ENTRY_OVERHEAD_BYTES = 300

export interface StoredTile {
  readonly gzipped: Buffer
  /** Size before compression; 0 for an empty tile. */
  readonly size: number
  readonly etag: string
  /** The state of the layers that the tile shows. */
  readonly state: string
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
      sizeCalculation: ({ gzipped }) => gzipped.length + ENTRY_OVERHEAD_BYTES,
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
    const state = stateOf(tile)
    const gzipped = tile.bytes.length === 0 ? Buffer.alloc(0) : await gzip(tile.bytes, { level: 1 })
    const etag = `"${createHash('sha1').update(tile.bytes).digest('base64url')}"`
    const stored = { gzipped, size: tile.bytes.length, etag, state }
    if (this.#keeps) this.#tiles.set(`${place} ${state}`, stored)
    return stored
  }
}
