// What an analysis begins with.
import { LAYERS } from '#geodata/layers/index.ts'
import type { ServerState } from '../api/types.ts'
import { type Analysis, type Density, type Grids3d, standardWeight } from './analysis.ts'

const POINTS = LAYERS.filter(({ geometry }) => geometry === 'Point')

/** Where people live says most; otherwise whatever points there are. */
export function standardDensity({ layers }: ServerState): Density | null {
  const filled = POINTS.filter(({ id }) => (layers[id]?.count ?? 0) > 0)
  const layer = filled.find(({ id }) => id === 'household_points') ?? filled[0]
  return layer ? { kind: 'density', layer: layer.id, weight: standardWeight(layer.id), size: 200 } : null
}

/** The finest level of the scheme the map shows. */
export function standardGrids({ schemes }: ServerState, chosen: string | null): Grids3d | null {
  const scheme = schemes.find(({ id }) => id === chosen) ?? schemes[0]
  const finest = scheme?.levels.at(-1)
  return scheme && finest ? { kind: 'grids3d', scheme: scheme.id, level: finest.level, number: 'households' } : null
}

export const standardAnalysis = (state: ServerState): Analysis | null => standardDensity(state) ?? standardGrids(state, null)
