/** The land a plan is drawn on: the cells of its area with those that touch it, and what counts on them. */
import { type CellPolygon, type Fabric, fabricOf, type Grid, type Refusal, type Scheme } from '../fabric/index.ts'
import type { Rule } from './rules.ts'

/** What is summed over a grid, besides cells and area. One number each in every point; a river is many points with a few metres each. */
export const MEASURES = ['households', 'population', 'hydrants', 'garbage_points', 'key_sites', 'river_m'] as const
export type Measure = (typeof MEASURES)[number]

export interface PlanLand {
  /** Millimetres of which Gauss-Krüger zone: 920000 + its central meridian. */
  readonly srid: number
  readonly scheme: string
  /** County, town or community that the plan may change: 6, 9 or 12 digits. */
  readonly territory_code: string
  readonly schemes: readonly Scheme[]
  readonly grids: readonly Grid[]
  readonly cells: readonly CellPolygon[]
  readonly measures: readonly Measure[]
  /** x, y in mm, then a number for each measure. */
  readonly points: readonly (readonly number[])[]
  /** What grids are called in English, by their ids. */
  readonly names_en: Readonly<Record<string, string>>
  /** How many people are responsible for each grid. */
  readonly staff: Readonly<Record<string, number>>
  readonly rules: readonly Rule[]
}

/** What of a fabric a plan may change. */
export interface Scope {
  readonly scheme: string
  readonly territory_code: string
}

export const gridId = (scheme: string, code: string): string => `${scheme}/${code}`
export const codeOf = (grid: string): string => grid.slice(grid.indexOf('/') + 1)
/** A grid of a draft has no code yet. */
export const isNew = (grid: string): boolean => codeOf(grid).startsWith('new-')

export const NEW_GRID = /^[a-z][a-z0-9_]*\/new-[0-9a-f]{8}$/

export function fabricOfLand({
  cells,
  grids,
  schemes,
  scheme,
  territory_code,
}: Pick<PlanLand, 'cells' | 'grids' | 'schemes' | 'scheme' | 'territory_code'>):
  | { fabric: Fabric; scope: Scope }
  | { refused: Refusal } {
  // Land that surrounds a town is no part of it: enclaves are meant so.
  const built = fabricOf({ cells, grids, schemes, enclaves: true })
  return 'refused' in built ? built : { fabric: built.fabric, scope: { scheme, territory_code } }
}

/** Null where there is none, or the plan calls the grid something else than the land it is drawn on. */
export function englishName(names: PlanLand['names_en'], land: Fabric, { id, name }: Pick<Grid, 'id' | 'name'>): string | null {
  return land.grids.get(id)?.name === name ? (names[id] ?? null) : null
}

/** @param community 12 digits */
export const isInside = ({ territory_code }: Scope, community: string | null): boolean =>
  community?.startsWith(territory_code) ?? false
