import { identifier, join, type Sql, sql } from '../database/sql.ts'
import type { Position } from './parameters.ts'

/** An area that contains a place, or a grid of a trade (class B) in whose town or community the place lies. */
export interface AreaAt {
  readonly layer: string
  readonly id: number
  readonly code: string | null
  readonly name: string | null
  readonly name_en: string | null
  /** Of an administrative area, a hazard zone, a park or a control line; of a patrol area, its season. */
  readonly kind: string | null
  /** Of an administrative area. */
  readonly level_name: string | null
  readonly scheme: string | null
  readonly level: number | null
  readonly class: 'A' | 'B' | 'C' | null
}

/** Areas whose layers overlap: each that contains the place counts. */
const OVERLAPPING = [
  { layer: 'hazard_zones', kind: 'kind' },
  { layer: 'patrol_areas', kind: 'season' },
  { layer: 'parks', kind: 'kind' },
  { layer: 'control_lines', kind: 'kind' },
] as const

/**
 * Areas that contain a place on a day, as rows of AreaAt. Administrative areas, unit cells and grids of class A are partitions: on a shared
 * border the one with the lowest code counts. Codes begin with that of the area above, so what is chosen on each level lies
 * within what is chosen above it.
 */
export function areasAt([longitude, latitude]: Position, day: string): Sql {
  const point = sql`ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)`
  const holds = (layer: string) => sql`ST_Intersects(${identifier(layer, 'geom')}, ${point}) and ${validOn(day)}`
  const overlapping = OVERLAPPING.map(
    ({ layer, kind }) => sql`
    select ${layer}::text, id, code, name, name_en, ${identifier(kind)}, null, null, null::integer, null
    from ${identifier(layer)} where ${holds(layer)}`,
  )
  return sql`
    with administrative as (
      select distinct on (level) id, code, name, name_en, kind, level
      from administrative_areas where ${holds('administrative_areas')} order by level, code, id
    ), partition as (
      select distinct on (scheme, level) id, code, name, name_en, scheme, level, class
      from grids where class = 'A' and ${holds('grids')} order by scheme, level, code, id
    ), cell as (
      select id, code from unit_cells where ${holds('unit_cells')} order by code, id limit 1
    )
    select 'administrative_areas' as layer, id, code, name, name_en, kind, level as level_name,
      null as scheme, null::integer as level, null as class from administrative
    union all
    select 'grids', id, code, name, name_en, null, null, scheme, level, class from partition
    union all
    select 'grids', id, code, name, name_en, null, null, scheme, level, class from grids where class <> 'A' and ${holds('grids')}
    union all
    select 'grids', grids.id, grids.code, grids.name, grids.name_en, null, null, grids.scheme, grids.level, grids.class
    from administrative join grids on left(grids.code, 12) = rpad(administrative.code, 12, '0') and grids.class = 'B' and grids.geom is null
    where ${validOn(day)}
    union all
    select 'unit_cells', id, code, null, null, null, null, null, null, null from cell
    union all ${join(overlapping, ' union all ')}
    order by layer, code, id`
}

/** Of features with validity: `valid_to` is the first day no longer valid. */
export const validOn = (day: string): Sql => sql`valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`
