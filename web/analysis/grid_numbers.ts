import type { Properties } from '../api/types.ts'
import type { GridNumber } from './analysis.ts'

/** The fields of a grid from which its numbers are made. */
export const GRID_FIELDS = ['households', 'population', 'cell_count', 'area_m2'] as const

const SQUARE_METRES_OF_HECTARE = 10_000

/** Numbers that are counted; the others are measured. */
export const isWhole = (number: GridNumber): boolean => number !== 'area' && number !== 'density'

/** A grid's number; undefined where it is not known, which is not the same as 0. */
export function gridNumber(properties: Properties, number: GridNumber): number | undefined {
  const read = (field: string) => (typeof properties[field] === 'number' ? (properties[field] as number) : undefined)
  const area = read('area_m2')
  const hectares = area === undefined ? undefined : area / SQUARE_METRES_OF_HECTARE
  if (number === 'area') return hectares
  if (number !== 'density') return read(number)
  const households = read('households')
  return households === undefined || !hectares ? undefined : households / hectares
}
