/** The objects that findings are about, of whatever layer, as one relation. */
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import { LINEAR_LAYERS } from '#geodata/responsibility/roles.ts'
import { empty, identifier, join, type Sql, sql } from '../../database/sql.ts'
import { validOn } from '../areas_at.ts'
import type { Filter } from './question.ts'

/**
 * Columns layer, id, title, code, scheme, level, households, river_id, chainage_from_m, chainage_to_m, geom; and `asked`, whether
 * the object passes the filter's scheme and territory. What is not valid on the day is left out.
 */
export const objectsOf = (layers: readonly string[], filter: Filter): Sql =>
  sql`(${join(
    layers.map((id) => objectsOfLayer(findLayer(id)!, filter)),
    ' union all ',
  )})`

function objectsOfLayer(layer: Layer, { day, scheme, territory }: Filter): Sql {
  const has = (name: string) => layer.fields.some((field) => field.name === name)
  const column = (name: string, type: Sql) => (has(name) ? identifier(name) : sql`null::${type}`)
  const isSegment = has('chainage_from_m')
  const isLinear = LINEAR_LAYERS.includes(layer.id)
  const titles = join(layer.title.map((name) => sql`nullif(${identifier(name)}, '')`))
  const asked = [
    ...(scheme === undefined ? [] : [inScheme(layer, scheme)]),
    ...(territory === undefined ? [] : [inTerritory(layer, day, territory)]),
  ]
  return sql`
    select ${layer.id}::text as layer, id, coalesce(${titles}, null) as title, ${column('code', sql`text`)} as code,
      ${layer.id === 'grids' ? sql`scheme, level` : sql`null::text as scheme, null::integer as level`},
      ${layer.id === 'grids' ? sql`households` : sql`null::integer as households`},
      ${layer.id === 'river_segments' ? sql`river_id` : sql`null::integer as river_id`},
      ${isSegment ? sql`chainage_from_m, chainage_to_m` : isLinear ? sql`0::float8 as chainage_from_m, length_m as chainage_to_m` : sql`null::float8 as chainage_from_m, null::float8 as chainage_to_m`},
      geom, ${asked.length === 0 ? sql`true` : join(asked, ' and ')} as asked
    from ${identifier(layer.id)} ${layer.temporal ? sql`where ${validOn(day)}` : empty}`
}

const inScheme = (layer: Layer, scheme: string): Sql => (layer.id === 'grids' ? sql`scheme = ${scheme}` : sql`false`)

/** Codes of these begin with that of what they lie in. */
const CODED = ['grids', 'unit_cells', 'administrative_areas']

/** Whatever else: points that lie in it, lines that meet it, areas of which a place inside lies in it. */
function inTerritory(layer: Layer, day: string, territory: string): Sql {
  if (CODED.includes(layer.id)) return sql`starts_with(code, ${territory})`
  const shape = sql`(select geom from administrative_areas where code = ${territory} and ${validOn(day)} order by id limit 1)`
  const place = layer.geometry === 'MultiPolygon' ? sql`ST_PointOnSurface(geom)` : sql`geom`
  return sql`coalesce(ST_Intersects(${shape}, ${place}), false)`
}
