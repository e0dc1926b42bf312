import { ROLES } from '#geodata/responsibility/roles.ts'
import { type Sql, sql } from '../../database/sql.ts'
import { objectsOf } from './objects.ts'
import type { Filter } from './question.ts'

/**
 * Persons who carry more than the band of a role: the figure counts all that they carry in it. The filter's layer, scheme and
 * territory choose those who carry something there.
 */
export function overloadedRows(filter: Filter): Sql | undefined {
  const roles = ROLES.filter(
    ({ id, band, layers }) =>
      band && (!filter.role || filter.role.id === id) && (!filter.layer || layers.includes(filter.layer.id)),
  )
  if (roles.length === 0) return undefined
  const bands = roles.map(({ id, band }) => ({ role: id, counted: band!.of, maximum: band!.maximum }))
  const layers = [...new Set(roles.flatMap((role) => role.layers))]
  return sql`
    select null::text as layer, null::integer as object_id, role, person_id, null::integer as assignment_id, null::date as since,
      null::float8 as metres, null::json as gaps, figure::integer as figure,
      null::text as title, null::text as code, null::text as scheme, null::integer as level, geom
    from (
      select role, person_id, maximum, case counted when 'objects' then count(*) else coalesce(sum(households), 0) end as figure,
        ST_SetSRID(ST_Extent(geom)::geometry, 4326) as geom, bool_or(asked) as asked
      from (
        select distinct assignments.role, assignments.person_id, bands.counted, bands.maximum, objects.layer, objects.id,
          objects.households, objects.geom::box2d::geometry as geom,
          objects.asked and (${filter.layer?.id ?? null}::text is null or objects.layer = ${filter.layer?.id ?? null}::text) as asked
        from jsonb_to_recordset(${JSON.stringify(bands)}::jsonb) as bands (role text, counted text, maximum integer)
        join assignments on assignments.role = bands.role and assignments.standing <> 'B'
          and assignments.valid_from <= ${filter.day}::date and (assignments.valid_to is null or assignments.valid_to > ${filter.day}::date)
        join ${objectsOf(layers, filter)} as objects on objects.layer = assignments.layer and objects.id = assignments.object_id
      ) as carried
      group by role, person_id, counted, maximum
    ) as loads
    where figure > maximum and asked`
}
