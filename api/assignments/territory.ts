/**
 * Whether an object lies in the territory in which somebody may assign it.
 *
 * - Grids, unit cells and administrative areas: their code begins with that of the territory.
 * - Points: they lie in it, or on its border.
 * - Rivers, roads and their segments: the stretch that is assigned, or all of it, lies in it; a metre beyond is allowed,
 *   because lines and borders were drawn at different times. A line of several parts counts as a whole.
 * - Other lines and areas: some of their inside lies in it.
 *
 * A territory is what the administrative areas with its code are today; several territories count as one.
 */

import type { Right } from '#geodata/access/rights.ts'
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import { LINEAR_LAYERS } from '#geodata/responsibility/roles.ts'
import { territoriesOf, type Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { identifier, type Sql, sql } from '../database/sql.ts'
import { groupBy } from './groups.ts'
import type { ObjectOf } from './objects.ts'

export interface StretchOf extends ObjectOf {
  readonly index: number
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
  /** Where the chainage of the object itself begins and ends. */
  readonly begin_m: number | null
  readonly end_m: number | null
}

/** Codes of these begin with that of what they lie in. */
export const CODED_LAYERS: readonly string[] = ['grids', 'unit_cells', 'administrative_areas']

/** The indexes of those that lie outside of the visitor's territories for a right. */
export async function findOutside(
  database: Queryable,
  visitor: Visitor,
  right: Right,
  stretches: readonly StretchOf[],
): Promise<Set<number>> {
  const territories = territoriesOf(visitor, right)
  if (territories.includes('')) return new Set()
  const outside = new Set<number>()
  for (const [id, group] of groupBy(stretches, ({ layer }) => layer)) {
    const asked = sql`jsonb_to_recordset(${JSON.stringify(group)}::jsonb) as asked (index integer, object_id integer,
      chainage_from_m float8, chainage_to_m float8, begin_m float8, end_m float8)`
    const rows = await database.query<{ index: number }>(sql`
      with territory as materialized (${territoryOf(findLayer(id)!, territories)})
      select index from ${asked} left join ${identifier(id)} as object on object.id = asked.object_id
      where not exists (select from territory where ${liesIn(findLayer(id)!)})`)
    for (const { index } of rows) outside.add(index)
  }
  return outside
}

function territoryOf(layer: Layer, territories: readonly string[]): Sql {
  const codes = sql`(select value from jsonb_array_elements_text(${JSON.stringify(territories)}::jsonb))`
  if (CODED_LAYERS.includes(layer.id)) return sql`select value as code from ${codes} as codes`
  // 1 m on the ground is longer in the projection of tiles, the more so the further from the equator.
  const shape = LINEAR_LAYERS.includes(layer.id)
    ? sql`ST_Buffer(ST_Union(geom_3857), 1 / cos(radians(avg(ST_YMax(geom)))))`
    : sql`ST_Union(geom)`
  return sql`select ${shape} as shape from administrative_areas
    where code in ${codes} and valid_from <= today() and (valid_to is null or valid_to > today())`
}

function liesIn(layer: Layer): Sql {
  if (CODED_LAYERS.includes(layer.id)) return sql`starts_with(object.code, territory.code)`
  if (LINEAR_LAYERS.includes(layer.id)) return sql`ST_Covers(territory.shape, ${STRETCH})`
  return layer.geometry === 'Point'
    ? sql`ST_Intersects(territory.shape, object.geom)`
    : sql`(ST_Intersects(territory.shape, object.geom) and ST_Relate(territory.shape, object.geom, 'T********'))`
}

const STRETCH = sql`case
  when asked.chainage_from_m is null or ST_NumGeometries(object.geom_3857) > 1 then object.geom_3857
  else ST_LineSubstring(ST_GeometryN(object.geom_3857, 1),
    greatest(0, least(1, (asked.chainage_from_m - asked.begin_m) / nullif(asked.end_m - asked.begin_m, 0))),
    greatest(0, least(1, (asked.chainage_to_m - asked.begin_m) / nullif(asked.end_m - asked.begin_m, 0)))) end`
