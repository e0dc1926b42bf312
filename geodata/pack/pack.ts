/** The offline pack of a town or community: what is in the archive, and which tiles cover it. Made by the server, read by the console. */

export const PACK_FORMAT = 1

/** Phones change, hydrants break: after so long a pack says that it is old, and gives no people any more. */
export const PACK_DAYS = 7

/** How far tiles go in: a house is a centimetre wide there, and one step further is four times as many. */
export const PACK_ZOOMS = { minimum: 8, maximum: 16 } as const
/** About 40 MB. A larger area gets its tiles less far in. */
export const MOST_TILES = 3_000

export interface PackManifest {
  readonly format: typeof PACK_FORMAT
  readonly id: string
  readonly territory_code: string
  readonly name: string
  readonly name_en: string | null
  /** ISO 8601, UTC, by the server's clock. */
  readonly made_at: string
  readonly expires_at: string
  /** Degrees: west, south, east, north. */
  readonly extent: readonly [number, number, number, number]
  readonly zooms: { readonly minimum: number; readonly maximum: number }
  readonly layers: readonly string[]
  /** Of whom its rights are. */
  readonly account: { readonly id: number; readonly display_name: string }
  /** Entries of the archive besides this one: fewer is half a pack. */
  readonly entries: number
}

/** Names in the archive. */
export const PACK_ENTRIES = {
  manifest: 'manifest.json',
  session: 'session.json',
  state: 'state.json',
  /** Marks from the field and closed roads, as they stood. */
  marks: 'marks.json',
  closures: 'closures.json',
  /** By `layer/id`, who is responsible. */
  responsible: 'responsible.json',
  features: (layer: string) => `features/${layer}.json`,
  tile: (z: number, x: number, y: number) => `tiles/${z}/${x}/${y}.mvt`,
} as const

export interface TileNumber {
  readonly z: number
  readonly x: number
  readonly y: number
}

export interface TileRange {
  readonly zooms: { readonly minimum: number; readonly maximum: number }
  readonly tiles: readonly TileNumber[]
}

/** Tiles that touch a box in degrees, on all zooms for which they are not too many. */
export function tilesOver(extent: PackManifest['extent'], most = MOST_TILES): TileRange {
  const tiles: TileNumber[] = []
  let maximum: number = PACK_ZOOMS.minimum
  for (let z = PACK_ZOOMS.minimum; z <= PACK_ZOOMS.maximum; z++) {
    const level = tilesOn(z, extent)
    if (z > PACK_ZOOMS.minimum && tiles.length + level.length > most) break
    tiles.push(...level)
    maximum = z
  }
  return { zooms: { minimum: PACK_ZOOMS.minimum, maximum }, tiles }
}

function tilesOn(z: number, [west, south, east, north]: PackManifest['extent']): TileNumber[] {
  const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * 2 ** z)
  // Spherical Mercator, as OGC's WebMercatorQuad cuts it.
  const row = (latitude: number) => Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z)
  const tiles: TileNumber[] = []
  for (let x = column(west); x <= column(east); x++) for (let y = row(north); y <= row(south); y++) tiles.push({ z, x, y })
  return tiles
}

export type PackState = 'usable' | 'expired' | 'clock_wrong'

/** A device's clock that is further behind the server's than this cannot be right. */
const CLOCK_TOLERANCE_MS = 10 * 60_000

/** @param now by the device's clock, which may be wrong: before the pack was made is a time that cannot be */
export function packState({ made_at, expires_at }: Pick<PackManifest, 'made_at' | 'expires_at'>, now: number): PackState {
  if (now < Date.parse(made_at) - CLOCK_TOLERANCE_MS) return 'clock_wrong'
  return now >= Date.parse(expires_at) ? 'expired' : 'usable'
}
