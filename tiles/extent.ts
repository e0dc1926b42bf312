/** Half the width of the Web Mercator square in metres of EPSG:3857: π × 6,378,137. */
const HALF_WORLD = Math.PI * 6_378_137

/** Units across a tile (vector-tile-spec 2.1, 4.1 `extent`). */
export const TILE_UNITS = 4096
/** How far lines and areas reach over the tile's edge, in tile units, so that strokes of neighbouring tiles join. */
export const TILE_BUFFER = 64

export interface TileExtent {
  /** The tile's west and north edge and its width, in metres of EPSG:3857. */
  readonly west: number
  readonly north: number
  readonly width: number
}

/** Where a tile of the XYZ scheme lies. */
export function tileExtent(z: number, x: number, y: number): TileExtent {
  const width = (2 * HALF_WORLD) / 2 ** z
  return { west: -HALF_WORLD + x * width, north: HALF_WORLD - y * width, width }
}
