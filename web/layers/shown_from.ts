import type { Layer } from '#geodata/layers/index.ts'
import type { GridChoice } from '../state/url.ts'
import { drawnFrom, gridLevelFrom } from '../symbols/scales.ts'

/** Zoom from which anything of a layer can be seen. Grids of one chosen level may come into the tiles later than others. */
export const shownFrom = (layer: Layer, gridLevel: GridChoice['level']): number =>
  layer.id === 'grids' && typeof gridLevel === 'number' ? gridLevelFrom(layer, gridLevel) : drawnFrom(layer)
