import { open } from 'node:fs/promises'
import { PMTiles, type Source, TileType } from 'pmtiles'

export interface BaseMapOptions {
  /** `https://host/{z}/{x}/{y}.png`, with `{token}` where the token goes; or a PMTiles file or its http(s) address. */
  readonly source: string
  /** Put into the address here, on the server; no browser sees it. */
  readonly token?: string | undefined
  readonly attribution?: string | undefined
}

export interface BaseMapTile {
  readonly bytes: Uint8Array
  readonly type: string
}

export interface BaseMap {
  /** What the console is told. */
  readonly description: {
    readonly type: 'raster' | 'vector'
    readonly tiles: string
    readonly attribution: string
    readonly minimum_zoom: number
    readonly maximum_zoom: number
    readonly tile_size: number
    /** Names of the layers inside vector tiles. */
    readonly vector_layers: readonly string[]
  }
  /** Undefined where there is no tile. Rejects when the source doesn't answer. */
  tile(z: number, x: number, y: number): Promise<BaseMapTile | undefined>
}

const TILES = '/basemap/{z}/{x}/{y}'
const TIMEOUT_MS = 10_000
const MAXIMUM_TILE_BYTES = 4 * 2 ** 20

/** Opens the outside base map. Rejects when a PMTiles archive can't be read. */
export async function openBaseMap(options: BaseMapOptions): Promise<BaseMap> {
  return options.source.includes('{z}') ? rasterBaseMap(options) : archiveBaseMap(options)
}

function rasterBaseMap({ source, token = '', attribution = '' }: BaseMapOptions): BaseMap {
  return {
    description: {
      type: 'raster',
      tiles: TILES,
      attribution,
      minimum_zoom: 0,
      maximum_zoom: 18,
      tile_size: 256,
      vector_layers: [],
    },
    async tile(z, x, y) {
      const values: Record<string, string> = { z: String(z), x: String(x), y: String(y), token: encodeURIComponent(token) }
      const url = source.replace(/\{(z|x|y|token)\}/g, (_, name: string) => values[name]!)
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
      if (response.status === 404 || response.status === 204) return undefined
      const type = response.headers.get('content-type') ?? ''
      // An error page with status 200 is no map.
      if (!response.ok || !/^image\/(png|jpeg|webp|avif)\b/.test(type))
        throw new Error(`base map answered ${response.status} ${type}`)
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (bytes.length > MAXIMUM_TILE_BYTES) throw new Error('base map tile is too large')
      return { bytes, type }
    },
  }
}

const ARCHIVE_TYPES: Readonly<Partial<Record<TileType, string>>> = {
  [TileType.Mvt]: 'application/vnd.mapbox-vector-tile',
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
  [TileType.Avif]: 'image/avif',
}

async function archiveBaseMap({ source, attribution }: BaseMapOptions): Promise<BaseMap> {
  const archive = new PMTiles(/^https?:/.test(source) ? source : await fileSource(source))
  const header = await archive.getHeader()
  const type = ARCHIVE_TYPES[header.tileType]
  if (!type) throw new Error(`the PMTiles archive ${source} holds tiles of an unknown type`)
  const metadata = (await archive.getMetadata()) as { attribution?: string; vector_layers?: { id: string }[] }
  return {
    description: {
      type: header.tileType === TileType.Mvt ? 'vector' : 'raster',
      tiles: TILES,
      attribution: attribution ?? metadata.attribution ?? '',
      minimum_zoom: header.minZoom,
      maximum_zoom: header.maxZoom,
      tile_size: header.tileType === TileType.Mvt ? 512 : 256,
      vector_layers: metadata.vector_layers?.map(({ id }) => id) ?? [],
    },
    async tile(z, x, y) {
      const tile = await archive.getZxy(z, x, y)
      return tile && { bytes: new Uint8Array(tile.data), type }
    },
  }
}

async function fileSource(path: string): Promise<Source> {
  const file = await open(path, 'r')
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
      return { data: buffer.buffer.slice(0, bytesRead) as ArrayBuffer }
    },
  }
}
