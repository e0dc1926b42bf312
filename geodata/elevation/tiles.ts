/** Pixels across an elevation tile, and its zooms: below `from` a tile would hold a province and show nothing, so there is none;
 *  beyond `maximum` it would tell nothing more. */
export const ELEVATION_TILES = { pixels: 256, from: 8, maximum: 12 } as const
