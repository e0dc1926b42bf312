/**
 * One relation for each kind of finding, with the same columns: layer, object_id, role, person_id, assignment_id, since (a day), metres
 * and gaps (of a line), figure (of an overload), and of the object: title, code, scheme, level, geom.
 */
import { LINEAR_LAYERS, ROLES } from '#geodata/responsibility/roles.ts'
import { join, type Sql, sql } from '../../database/sql.ts'
import { objectsOf } from './objects.ts'
import { overloadedRows } from './overloaded.ts'
import { type Filter, type FindingKind, rolesOfQuestion } from './question.ts'

/** Metres below which a gap is the rounding of two chainages that were meant to meet. */
export const LEAST_GAP_M = 1

/** Undefined where no role and layer can have such a finding. */
export function findingRows(kind: FindingKind, filter: Filter): Sql | undefined {
  switch (kind) {
    case 'vacant':
      return vacantRows(filter)
    case 'expired':
      return expiredRows(filter)
    case 'overloaded':
      return overloadedRows(filter)
    case 'without_substitute':
      return withoutSubstituteRows(filter)
    case 'left':
      return leftRows(filter)
  }
}

export const validAssignment = (assignments: Sql, day: string): Sql =>
  sql`${assignments}.valid_from <= ${day}::date and (${assignments}.valid_to is null or ${assignments}.valid_to > ${day}::date)`

/** Two assignments of one object meet on some metre; what has no stretch is everywhere. */
const meets = (one: Sql, other: Sql): Sql =>
  sql`(${one}.chainage_from_m is null or ${other}.chainage_from_m is null
    or (${one}.chainage_from_m < ${other}.chainage_to_m and ${other}.chainage_from_m < ${one}.chainage_to_m))`

const sameRole = (one: Sql, other: Sql): Sql =>
  sql`${one}.layer = ${other}.layer and ${one}.object_id = ${other}.object_id and ${one}.role = ${other}.role`

const OBJECT = sql`objects.title, objects.code, objects.scheme, objects.level, objects.geom`

function vacantRows(filter: Filter): Sql | undefined {
  const owed = rolesOfQuestion(filter).flatMap(({ role, layers }) =>
    layers.filter((layer) => role.owed?.includes(layer)).map((layer) => ({ role: role.id, layer })),
  )
  const ofLines = owed.filter(({ layer }) => LINEAR_LAYERS.includes(layer))
  const ofOthers = owed.filter(({ layer }) => !LINEAR_LAYERS.includes(layer))
  const parts = [
    ...(ofOthers.length > 0 ? [vacantObjects(ofOthers, filter)] : []),
    ...(ofLines.length > 0 ? [vacantStretches(ofLines, filter)] : []),
  ]
  return parts.length === 0 ? undefined : join(parts, ' union all ')
}

type Owed = readonly { readonly role: string; readonly layer: string }[]

const owedObjects = (owed: Owed, filter: Filter): Sql => sql`
  jsonb_to_recordset(${JSON.stringify(owed)}::jsonb) as owed (layer text, role text)
  join ${objectsOf([...new Set(owed.map(({ layer }) => layer))], filter)} as objects on objects.layer = owed.layer and objects.asked`

const vacantObjects = (owed: Owed, filter: Filter): Sql => sql`
  select objects.layer, objects.id as object_id, owed.role, null::integer as person_id, null::integer as assignment_id, null::date as since,
    null::float8 as metres, null::json as gaps, null::integer as figure, ${OBJECT}
  from ${owedObjects(owed, filter)}
  where not exists (
    select from assignments
    where assignments.layer = objects.layer and assignments.object_id = objects.id and assignments.role = owed.role
      and ${validAssignment(sql`assignments`, filter.day)})`

/** All metres less those that somebody has: a range without ends is the whole. */
const vacantStretches = (owed: Owed, filter: Filter): Sql => sql`
  select objects.layer, objects.id as object_id, owed.role, null::integer as person_id, null::integer as assignment_id, null::date as since,
    open.metres, open.gaps, null::integer as figure, ${OBJECT}
  from ${owedObjects(owed, filter)}
  cross join lateral (
    select nummultirange(numrange(objects.chainage_from_m::numeric, objects.chainage_to_m::numeric))
      - coalesce(range_agg(numrange(chainage_from_m::numeric, chainage_to_m::numeric)), '{}') as stretches
    from assignments
    where ((layer = objects.layer and object_id = objects.id) or (layer = 'rivers' and object_id = objects.river_id))
      and role = owed.role and ${validAssignment(sql`assignments`, filter.day)}
  ) as uncovered
  cross join lateral (
    select sum(upper(gap) - lower(gap))::float8 as metres,
      json_agg(json_build_object('chainage_from_m', lower(gap), 'chainage_to_m', upper(gap)) order by lower(gap)) as gaps
    from unnest(uncovered.stretches) as gap where upper(gap) - lower(gap) >= ${LEAST_GAP_M}::numeric
  ) as open
  where open.metres is not null`

/** Assignments of the roles and layers asked for, with their objects. */
function assigned(filter: Filter, of = rolesOfQuestion(filter)): Sql {
  const layers = [...new Set(of.flatMap((one) => one.layers))]
  return sql`assignments
    join ${objectsOf(layers, filter)} as objects on objects.layer = assignments.layer and objects.id = assignments.object_id and objects.asked
      and assignments.role = any(${of.map(({ role }) => role.id)}::text[])`
}

const columns = (since: Sql): Sql => sql`
  assignments.layer, assignments.object_id, assignments.role, assignments.person_id, assignments.id as assignment_id, ${since} as since,
  assignments.chainage_to_m - assignments.chainage_from_m as metres,
  case when assignments.chainage_from_m is not null then json_build_array(json_build_object(
    'chainage_from_m', assignments.chainage_from_m, 'chainage_to_m', assignments.chainage_to_m)) end as gaps,
  null::integer as figure, ${OBJECT}`

function expiredRows(filter: Filter): Sql | undefined {
  if (rolesOfQuestion(filter).length === 0) return undefined
  return sql`
    select distinct on (assignments.layer, assignments.object_id, assignments.role, assignments.chainage_from_m)
      ${columns(sql`assignments.valid_to`)}
    from ${assigned(filter)}
    where assignments.valid_to <= ${filter.day}::date and not exists (
      select from assignments as later
      where ${sameRole(sql`later`, sql`assignments`)} and (later.valid_to is null or later.valid_to > ${filter.day}::date)
        and ${meets(sql`later`, sql`assignments`)})
    order by assignments.layer, assignments.object_id, assignments.role, assignments.chainage_from_m,
      assignments.valid_to desc, assignments.standing, assignments.id`
}

function withoutSubstituteRows(filter: Filter): Sql | undefined {
  const needed = ROLES.filter(({ needsSubstitute }) => needsSubstitute)
  const of = rolesOfQuestion(filter).filter(({ role }) => needed.includes(role))
  if (of.length === 0) return undefined
  return sql`
    select ${columns(sql`null::date`)}
    from ${assigned(filter, of)}
    where assignments.standing = 'A' and ${validAssignment(sql`assignments`, filter.day)} and not exists (
      select from assignments as substitute
      where ${sameRole(sql`substitute`, sql`assignments`)} and substitute.standing = 'B'
        and ${validAssignment(sql`substitute`, filter.day)} and ${meets(sql`substitute`, sql`assignments`)})`
}

function leftRows(filter: Filter): Sql | undefined {
  if (rolesOfQuestion(filter).length === 0) return undefined
  return sql`
    select ${columns(sql`people.left_on`)}
    from ${assigned(filter)} join people on people.id = assignments.person_id and people.left_on <= ${filter.day}::date
    where ${validAssignment(sql`assignments`, filter.day)}`
}
