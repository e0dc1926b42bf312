// Which analysis lies over the map, and how a link says it. What draws it is loaded only when one is asked for.
import { findLayer } from '#geodata/layers/index.ts'

/** Distance between the centres of neighbouring cells, in metres. */
export const CELL_SIZES = [100, 200, 500, 1000] as const
export type CellSize = (typeof CELL_SIZES)[number]

export const GRID_NUMBERS = ['households', 'population', 'cell_count', 'area', 'density'] as const
export type GridNumber = (typeof GRID_NUMBERS)[number]

export interface Density {
  readonly kind: 'density'
  readonly layer: string
  /** The field whose numbers are added up; null counts the points themselves. */
  readonly weight: string | null
  readonly size: CellSize
}

export interface Grids3d {
  readonly kind: 'grids3d'
  readonly scheme: string
  readonly level: number
  readonly number: GridNumber
}

export type Analysis = Density | Grids3d

/** `density:household_points.population:200`, `grids3d:governance:3:households` */
export function writeAnalysis(analysis: Analysis): string {
  if (analysis.kind === 'grids3d') return ['grids3d', analysis.scheme, analysis.level, analysis.number].join(':')
  const { layer, weight, size } = analysis
  return ['density', weight && weight !== standardWeight(layer) ? `${layer}.${weight}` : layer, size].join(':')
}

export function readAnalysis(text: string | null): Analysis | null {
  const [kind, first = '', second, third] = (text ?? '').split(':')
  if (kind === 'density') return readDensity(first, Number(second))
  const level = Number(second)
  const number = GRID_NUMBERS.find((one) => one === third)
  if (kind !== 'grids3d' || !/^\w+$/.test(first) || !Number.isInteger(level) || level < 1 || level > 9 || !number) return null
  return { kind, scheme: first, level, number }
}

function readDensity(what: string, metres: number): Density | null {
  const [layer = '', weight = standardWeight(layer)] = what.split('.')
  const size = CELL_SIZES.find((one) => one === metres)
  if (findLayer(layer)?.geometry !== 'Point' || !size || (weight && !WEIGHTS[layer]?.includes(weight))) return null
  return { kind: 'density', layer, weight, size }
}

/** Points that stand for several: dwellings are counted by who lives there, not by doors. The first is the usual one. */
export const WEIGHTS: Readonly<Record<string, readonly string[]>> = { household_points: ['population', 'households'] }

export const standardWeight = (layer: string): string | null => WEIGHTS[layer]?.[0] ?? null
