import type { Layer } from '#geodata/layers/index.ts'
import { TILE_ZOOMS } from '#geodata/layers/index.ts'

/** Finer than this the map would be one grey: cells and single dwellings are drawn from a zoom at which they part. */
const FINE: Readonly<Record<string, number>> = { unit_cells: 13, household_points: 13 }

/** Zoom from which a layer is drawn at all. */
export const drawnFrom = (layer: Layer): number => FINE[layer.id] ?? TILE_ZOOMS.minimum

/** Zoom from which grids of a level are in the tiles. */
export const gridLevelFrom = (grids: Layer, level: number): number => grids.appear?.from[level] ?? TILE_ZOOMS.minimum

/** Where thousands are alike, a badge on each would be wallpaper: there they come with the names. */
const PLAIN: Readonly<Record<string, number>> = { household_points: 17.5 }

/** Zoom from which points are badges with a character; below they are dots. */
export const badgeFrom = (layer: Layer): number => PLAIN[layer.id] ?? Math.max(layer.labelFrom - 2, layer.thinBelow ?? 0) - 0.5
