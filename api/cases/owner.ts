/** Whose a case is: the steps of its kind's rule, one after another, until one finds somebody. */
import type { GridOfCase, Handler, Named, OwnerStep, Proposal } from '#geodata/cases/records.ts'
import { seesMobileOf, type Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'

/** What is known of a case when its owner is looked for. */
export interface Asked {
  readonly day: string
  readonly community_code: string
  readonly grids: readonly GridOfCase[]
  readonly layer: string | null
  readonly object_id: number | null
  readonly segment_id: number | null
  readonly chainage_m: number | null
}

export interface Owner {
  readonly organisation_id: number
  readonly handler_id: number | null
  readonly by: NonNullable<Proposal['by']>
}

/** Null where no step finds anybody: then the desk says whose it is. */
export async function findOwner(database: Queryable, rule: readonly OwnerStep[], asked: Asked): Promise<Owner | null> {
  for (const step of rule) {
    const owner = await tryStep(database, step, asked)
    if (owner) return owner
  }
  return null
}

async function tryStep(database: Queryable, step: OwnerStep, asked: Asked): Promise<Owner | null> {
  if ('object' in step) {
    if (asked.object_id === null) return null
    return person(
      database,
      'object',
      step.object,
      asked.day,
      sql`layer = ${asked.layer} and object_id = ${asked.object_id}::integer`,
    )
  }
  if ('segment' in step) {
    if (asked.segment_id === null) return null
    const onSegment = sql`layer = 'river_segments' and object_id = ${asked.segment_id}::integer`
    const onRiver = sql`layer = 'rivers' and object_id = (select river_id from river_segments where id = ${asked.segment_id}::integer)`
    const stretch = sql`(chainage_from_m is null or ${asked.chainage_m}::float8 between chainage_from_m and chainage_to_m)`
    return person(database, 'segment', step.segment, asked.day, sql`(${onSegment} or ${onRiver}) and ${stretch}`)
  }
  if ('grid' in step) return gridWorker(database, step.grid, step.scheme, asked)
  return department(database, step.department, asked.community_code)
}

/** The role that stands first counts before the others, A before B before jointly, a segment before its river. */
async function person(
  database: Queryable,
  by: Owner['by'],
  roles: readonly string[],
  day: string,
  where: Sql,
): Promise<Owner | null> {
  const [found] = await database.query<{ organisation_id: number; handler_id: number }>(sql`
    select people.organisation_id, people.id as handler_id
    from assignments join people on people.id = assignments.person_id
    where ${where} and role in (select jsonb_array_elements_text(${JSON.stringify(roles)}::jsonb))
      and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
      and (people.left_on is null or people.left_on > ${day}::date)
    order by (select position from jsonb_array_elements_text(${JSON.stringify(roles)}::jsonb) with ordinality as told (role, position)
      where told.role = assignments.role), layer = 'rivers', standing, assignments.id limit 1`)
  return found ? { ...found, by } : null
}

/** From the lowest grid upwards. */
async function gridWorker(
  database: Queryable,
  roles: readonly string[],
  scheme: string,
  { grids, day }: Asked,
): Promise<Owner | null> {
  const own = grids.filter((grid) => grid.scheme === scheme).toSorted((one, other) => other.level - one.level)
  for (const { level, code } of own) {
    const grid = sql`layer = 'grids' and object_id = (
      select id from grids where grids.scheme = ${scheme} and grids.level = ${level}::integer and grids.code = ${code}
        and grids.valid_from <= ${day}::date and (grids.valid_to is null or grids.valid_to > ${day}::date) limit 1)`
    const found = await person(database, 'grid', roles, day, grid)
    if (found) return found
  }
  return null
}

async function department(database: Queryable, duty: string, community: string): Promise<Owner | null> {
  const [found] = await database.query<{ organisation_id: number }>(sql`
    select organisation_id from case_departments where duty = ${duty} and starts_with(${community}, territory_code)
    order by length(territory_code) desc limit 1`)
  return found ? { ...found, handler_id: null, by: 'department' } : null
}

type PersonRow = NonNullable<Handler['person']> & { readonly territory_code: string; readonly mobile: string | null }

/** Names and telephones of who has it; mobile numbers for those who may see them. */
export async function describeHandler(
  database: Queryable,
  { organisation_id, handler_id }: { readonly organisation_id: number | null; readonly handler_id: number | null },
  visitor: Visitor,
): Promise<Handler> {
  const [row] = await database.query<{ organisation: Named | null; person: PersonRow | null }>(sql`
    select
      (select json_build_object('id', id, 'name', name, 'name_en', name_en) from organisations where id = ${organisation_id}::integer) as organisation,
      (select json_build_object('id', people.id, 'name', people.name, 'name_en', people.name_en,
        'telephone', coalesce(people.telephone, organisations.telephone), 'mobile', people.mobile, 'territory_code', organisations.territory_code,
        'post', (select posts.name from tenures join posts on posts.id = tenures.post_id
          where tenures.person_id = people.id and tenures.valid_from <= today() and (tenures.valid_to is null or tenures.valid_to > today())
          order by tenures.valid_from, posts.id limit 1))
      from people join organisations on organisations.id = people.organisation_id where people.id = ${handler_id}::integer) as person`)
  const { organisation, person: found } = row!
  if (!found) return { organisation, person: null }
  const { territory_code, mobile, ...rest } = found
  return { organisation, person: seesMobileOf(visitor, territory_code) ? { ...rest, mobile } : rest }
}
