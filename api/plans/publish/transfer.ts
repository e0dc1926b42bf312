/** Who is responsible from the effective day on: people stay with their grids, the rest as the plan decides. */
import { codeOf } from '#geodata/planning/index.ts'
import { type Extent, meet } from '../../assignments/cut.ts'
import { asNew, leftOf } from '../../assignments/plan.ts'
import {
  type Assignment,
  addAssignments,
  endAssignments,
  type NewAssignment,
  queueForWriting,
  removeAssignments,
} from '../../assignments/store.ts'
import { handOverCases } from '../../cases/hand_over.ts'
import type { Transaction } from '../../database/database.ts'
import { identifier, type Sql, sql } from '../../database/sql.ts'
import { PLAN_TEXT } from '../../words/plan_text.ts'
import type { WholeGroup } from './consequences.ts'
import type { Publication } from './publication.ts'
import type { LineStretch } from './stretches.ts'

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
  accountName: string,
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
  for (const { layer, from, to, decision, all, stretches } of groups) {
    if (layer === 'people') continue
    const pair = { from: code(from!.id), to: code(to!.id) }
    if (layer === 'cases') {
      if (decision === 'move') await handOverCasesOf(transaction, all, pair, { scheme, day, accountName })
      continue
    }
    if (decision === 'move') await handOver(transaction, layer, all, pair, scheme, day)
    if (decision === 'split' && stretches) await splitOver(transaction, layer, stretches, pair, { scheme, day })
  }
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

const leaderOf = (code: string, scheme: string, day: string): Sql => sql`
  select assignments.person_id from assignments join grids on grids.id = assignments.object_id
  where assignments.layer = 'grids' and grids.scheme = ${scheme} and grids.code = ${code} and grids.valid_to is null
    and assignments.standing = 'A' and (assignments.valid_to is null or assignments.valid_to > ${day}::date)
  order by (assignments.role = 'grid_leader') desc, assignments.id limit 1`

/** Not on the effective day but now: until then somebody would go on with what is no longer his. */
const handOverCasesOf = (
  transaction: Transaction,
  ids: readonly number[],
  { from, to }: Pair,
  { scheme, day, accountName }: { readonly scheme: string; readonly day: string; readonly accountName: string },
): Promise<void> =>
  handOverCases(
    transaction,
    ids,
    { heir: leaderOf(to, scheme, day), holders: peopleOf(from, scheme) },
    { accountName, reason: PLAN_TEXT.zh.casesHandedOver(from, to, day) },
  )

const peopleOf = (code: string, scheme: string): Sql => sql`
  select assignments.person_id from assignments join grids on grids.id = assignments.object_id
  where assignments.layer = 'grids' and grids.scheme = ${scheme} and grids.code = ${code}`

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
    with heir as (${leaderOf(to, scheme, day)}), held as (
      update assignments set valid_to = greatest(assignments.valid_from, ${day}::date)
      where layer = ${layer} and object_id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
        and (valid_to is null or valid_to > ${day}::date)
        and exists (select from heir where heir.person_id <> assignments.person_id)
        and person_id in (${peopleOf(from, scheme)})
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

type HeldLine = Assignment & Extent

/** Of lines, what lies in the new grid goes to its leader, and who has looked after the line keeps the rest. */
async function splitOver(
  transaction: Transaction,
  layer: string,
  stretches: NonNullable<WholeGroup['stretches']>,
  { from, to }: Pair,
  { scheme, day }: { readonly scheme: string; readonly day: string },
): Promise<void> {
  const [heir] = await transaction.query<{ person_id: number }>(leaderOf(to, scheme, day))
  if (!heir) return
  const held = await readHeld(transaction, layer, [...stretches.keys()], { code: from, scheme, day })
  const own = held.filter(({ person_id }) => person_id === heir.person_id)
  const ends: { id: number; valid_to: string }[] = []
  const [gone, added]: [number[], NewAssignment[]] = [[], []]
  for (const one of held) {
    if (one.person_id === heir.person_id || !one.isOld) continue
    const takes = stretches
      .get(one.object_id)!
      .flatMap((stretch) => takenBy(heir.person_id, one, stretch, day))
      // Who looks after a part of it already in this role can't be given that part a second time.
      .filter((take) => !own.some((other) => other.object_id === take.object_id && other.role === take.role && meet(other, take)))
    if (takes.length === 0) continue
    const left = leftOf(one, takes, one)
    if (left.ends === null) gone.push(one.id)
    else ends.push({ id: one.id, valid_to: left.ends })
    added.push(...takes, ...left.kept)
  }
  await endAssignments(transaction, ends)
  await removeAssignments(transaction, gone)
  await addAssignments(transaction, added)
}

/** That part of a stretch which somebody holds, for another. */
function takenBy(
  person_id: number,
  held: HeldLine,
  { chainage_from_m, chainage_to_m }: LineStretch,
  day: string,
): NewAssignment[] {
  const begin = Math.max(held.chainage_from_m ?? Number.NEGATIVE_INFINITY, chainage_from_m)
  const end = Math.min(held.chainage_to_m ?? Number.POSITIVE_INFINITY, chainage_to_m)
  if (begin >= end) return []
  const isWhole = held.chainage_from_m === null && begin === held.begin_m && end === held.end_m
  return [
    {
      ...asNew(held),
      person_id,
      chainage_from_m: isWhole ? null : begin,
      chainage_to_m: isWhole ? null : end,
      valid_from: held.valid_from > day ? held.valid_from : day,
      valid_to: null,
      remark: null,
    },
  ]
}

/** Who looks after these lines on the day or later; `isOld`: somebody of the old grid. */
const readHeld = (
  transaction: Transaction,
  layer: string,
  ids: readonly number[],
  { code, scheme, day }: { readonly code: string; readonly scheme: string; readonly day: string },
): Promise<(HeldLine & { isOld: boolean })[]> =>
  transaction.query(sql`
    select assignments.*, line.chainage_from_m as begin_m, line.chainage_to_m as end_m, assignments.person_id in (
      select others.person_id from assignments as others join grids on grids.id = others.object_id
      where others.layer = 'grids' and grids.scheme = ${scheme} and grids.code = ${code}) as "isOld"
    from assignments join ${identifier(layer)} as line on line.id = assignments.object_id
    where assignments.layer = ${layer} and (assignments.valid_to is null or assignments.valid_to > ${day}::date)
      and assignments.object_id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    order by assignments.id`)
