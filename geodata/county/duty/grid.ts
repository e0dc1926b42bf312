/** A grid as its scheme draws it up, and as a feature. */
import type { County } from '../county.ts'
import { type DemoFeature, VALID_FROM } from '../demo.ts'
import { multiPolygon } from '../geometry/shapes.ts'
import type { Cell } from '../ground/cells.ts'
import { outlineOf, sumOf } from './areas.ts'

export interface Grid {
  readonly scheme: string
  readonly level: number
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly parent: string | null
  readonly cells: readonly Cell[]
}

/** A grid of class A: an area, made of cells. */
export const areaGrid = (county: County, { scheme, level, code, name, name_en, parent, cells }: Grid): DemoFeature => ({
  properties: {
    scheme,
    level,
    class: 'A',
    code,
    name,
    name_en,
    parent_code: parent,
    state: 'current',
    cell_count: cells.length,
    ...sumOf(cells),
    valid_from: VALID_FROM,
  },
  geometry: multiPolygon(outlineOf(county, cells)),
})

export const padded = (number: number, digits: number): string => String(number).padStart(digits, '0')
export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value))
