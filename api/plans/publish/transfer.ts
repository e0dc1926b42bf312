/** Who is responsible from the effective day on: people stay with their grids, the rest as the plan decides. */
import { codeOf } from '#geodata/planning/index.ts'
import { queueForWriting } from '../../assignments/store.ts'
import type { Transaction } from '../../database/database.ts'
import { type Sql, sql } from '../../database/sql.ts'
import type { WholeGroup } from './consequences.ts'
import type { Publication } from './publication.ts'

interface Pair {
  readonly from: string
  readonly to: string
}

/** Call it after the grids' rows have been written. */
export async function transferAssignments(
  transaction: Transaction,
  { grids, ended_grids, codes }: Publication,
  groups: readonly WholeGroup[],
  scheme: string,
  day: string,
): Promise<void> {
  await queueForWriting(transaction)
  const code = (id: string) => codes.get(id) ?? codeOf(id)
  const people = groups.filter(({ layer }) => layer === 'people')
  const pairs = (decision: string): Pair[] =>
    people
      .filter((group) => group.decision === decision && group.from && group.to)
      .map(({ from, to }) => ({ from: code(from!.id), to: code(to!.id) }))
  const same = grids.filter(({ was }) => was !== null).map(({ code: each }) => ({ from: each, to: each }))
  // Ended after they were copied: a copy begins where the old one ends.
  await copyPeople(transaction, [...same, ...pairs('copy'), ...pairs('move')], scheme, day)
  await endPeople(transaction, [...same.map(({ from }) => from), ...ended_grids.map((grid) => grid.code)], scheme, day)
  for (const { layer, from, to, decision, all } of groups)
    if (layer !== 'people' && decision === 'move')
      await handOver(transaction, layer, all, { from: code(from!.id), to: code(to!.id) }, scheme, day)
}

/** The row of each grid that was just replaced; of several that ended on one day, the last. */
const rowBefore = (scheme: string, day: string): Sql => sql`
  select distinct on (code) id, code from grids
  where scheme = ${scheme} and (valid_to is null or valid_to >= ${day}::date)
    and code in (select given."from" from given)
  order by code, (valid_to is null), id desc`

async function copyPeople(transaction: Transaction, pairs: readonly Pair[], scheme: string, day: string): Promise<void> {
  if (pairs.length === 0) return
  await transaction.query(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given ("from" text, "to" text)
    ), origin as (${rowBefore(scheme, day)})
    insert into assignments (layer, object_id, role, standing, person_id, valid_from, valid_to, remark)
    select distinct on (heir.id, held.role, case held.standing when 'joint' then held.person_id end, held.standing)
      'grids', heir.id, held.role, held.standing, held.person_id, greatest(held.valid_from, ${day}::date), held.valid_to, held.remark
    from given join origin on origin.code = given."from"
    join grids as heir on heir.scheme = ${scheme} and heir.code = given."to" and heir.valid_to is null and heir.id <> origin.id
    join assignments as held on held.layer = 'grids' and held.object_id = origin.id
      and (held.valid_to is null or held.valid_to > ${day}::date)
    -- Its own people come before those of a grid that is merged into it, and nobody comes twice.
    where given."from" = given."to" or not exists (
      select from grids as own join assignments as present on present.layer = 'grids' and present.object_id = own.id
      where own.scheme = ${scheme} and own.code = given."to" and present.role = held.role
        and (present.valid_to is null or present.valid_to > ${day}::date)
        and (present.person_id = held.person_id or (present.standing = held.standing and held.standing <> 'joint')))
    order by heir.id, held.role, case held.standing when 'joint' then held.person_id end, held.standing, (given."from" = given."to") desc, held.id`)
}

async function endPeople(transaction: Transaction, codes: readonly string[], scheme: string, day: string): Promise<void> {
  await transaction.query(sql`
    update assignments set valid_to = greatest(assignments.valid_from, ${day}::date)
    from grids
    where assignments.layer = 'grids' and assignments.object_id = grids.id and grids.scheme = ${scheme}
      and grids.code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))
      and grids.valid_to is not null and (assignments.valid_to is null or assignments.valid_to > ${day}::date)`)
}

/** What somebody of the old grid looks after goes to the leader of the new one. */
async function handOver(
  transaction: Transaction,
  layer: string,
  ids: readonly number[],
  { from, to }: Pair,
  scheme: string,
  day: string,
): Promise<void> {
  await transaction.query(sql`
    with heir as (
      select assignments.person_id from assignments join grids on grids.id = assignments.object_id
      where assignments.layer = 'grids' and grids.scheme = ${scheme} and grids.code = ${to} and grids.valid_to is null
        and assignments.standing = 'A' and (assignments.valid_to is null or assignments.valid_to > ${day}::date)
      order by (assignments.role = 'grid_leader') desc, assignments.id limit 1
    ), held as (
      update assignments set valid_to = greatest(assignments.valid_from, ${day}::date)
      where layer = ${layer} and object_id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
        and (valid_to is null or valid_to > ${day}::date)
        and exists (select from heir where heir.person_id <> assignments.person_id)
        and person_id in (
          select others.person_id from assignments as others join grids on grids.id = others.object_id
          where others.layer = 'grids' and grids.scheme = ${scheme} and grids.code = ${from})
      returning object_id, role, standing, chainage_from_m, chainage_to_m, valid_from
    )
    insert into assignments (layer, object_id, role, standing, person_id, chainage_from_m, chainage_to_m, valid_from)
    select ${layer}, held.object_id, held.role, held.standing, heir.person_id, held.chainage_from_m, held.chainage_to_m, greatest(held.valid_from, ${day}::date)
    from held, heir
    where not exists (
      select from assignments as present where present.layer = ${layer} and present.object_id = held.object_id
        and present.role = held.role and present.person_id = heir.person_id
        and (present.valid_to is null or present.valid_to > ${day}::date))`)
}
