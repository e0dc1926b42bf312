import type { Edit } from '#geodata/fabric/index.ts'
import type { Before, PlanState, PlanStep, Shape } from '#geodata/planning/index.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'

export interface PlanRow {
  readonly id: number
  readonly name: string
  readonly scheme: string
  readonly territory_code: string
  readonly territory_name: string
  readonly territory_name_en: string | null
  readonly state: PlanState
  readonly author_id: number | null
  readonly author_name: string
  readonly base_revision: number
  /** The scheme's at present. */
  readonly revision: number
  readonly effective_on: string | null
  readonly remark: string | null
  readonly decisions: Readonly<Record<string, string>>
  readonly version: number
  readonly steps: number
  readonly changed_at: string
}

const PLANS = sql`
  select plans.id, plans.name, plans.scheme, territory_code,
    coalesce((select name from administrative_areas as area where area.code = territory_code
      order by valid_to nulls first limit 1), territory_code) as territory_name,
    (select name_en from administrative_areas as area where area.code = territory_code
      order by valid_to nulls first limit 1) as territory_name_en,
    state, author_id, author_name, base_revision, scheme.revision, effective_on, remark, decisions, plans.version,
    (select count(*)::integer from plan_steps where plan_id = plans.id and plan_steps.state = 'done') as steps, changed_at
  from plans join scheme on scheme.id = plans.scheme`

export function listPlans(database: Queryable, state: string | undefined, scheme: string | undefined): Promise<PlanRow[]> {
  return database.query<PlanRow>(sql`${PLANS}
    where (${state ?? null}::text is null or state = ${state ?? null}) and (${scheme ?? null}::text is null or plans.scheme = ${scheme ?? null})
    order by changed_at desc, plans.id desc limit 500`)
}

/** Refuses with `record_not_found`. */
export async function readPlan(database: Queryable, id: number): Promise<PlanRow> {
  const [plan] = await database.query<PlanRow>(sql`${PLANS} where plans.id = ${id}`)
  return plan ?? notFound(id)
}

/** Others who would change it wait until this transaction ends. */
export async function lockPlan(transaction: Transaction, id: number): Promise<PlanRow> {
  await transaction.query(sql`select from plans where id = ${id} for update`)
  return readPlan(transaction, id)
}

function notFound(id: number): never {
  throw new Problem(404, 'record_not_found', {}, { id: String(id) })
}

export interface NewPlan {
  readonly name: string
  readonly scheme: string
  readonly territory_code: string
  readonly effective_on: string | null
  readonly remark: string | null
}

export async function insertPlan(
  transaction: Transaction,
  { name, scheme, territory_code, effective_on, remark }: NewPlan,
  author: { readonly id: number | null; readonly name: string },
): Promise<number> {
  const [row] = await transaction.query<{ id: number }>(sql`
    insert into plans (name, scheme, territory_code, base_revision, author_id, author_name, effective_on, remark)
    select ${name}, scheme.id, ${territory_code}, scheme.revision, ${author.id}::integer, ${author.name}, ${effective_on}::date, ${remark}
    from scheme where id = ${scheme} and exists (select from administrative_areas where code = ${territory_code} and valid_to is null)
    returning id`)
  if (!row) throw new Problem(422, 'plan_place_unknown', { field: 'scheme' })
  return row.id
}

export async function changePlan(
  transaction: Transaction,
  id: number,
  { name, effective_on, remark, decisions }: Pick<PlanRow, 'name' | 'effective_on' | 'remark' | 'decisions'>,
): Promise<void> {
  await transaction.query(sql`
    update plans set name = ${name}, effective_on = ${effective_on}::date, remark = ${remark},
      decisions = ${JSON.stringify(decisions)}::jsonb, changed_at = now()
    where id = ${id}`)
}

export async function touchPlan(transaction: Transaction, id: number): Promise<void> {
  await transaction.query(sql`update plans set changed_at = now() where id = ${id}`)
}

export async function setState(transaction: Transaction, id: number, state: PlanState): Promise<void> {
  await transaction.query(sql`update plans set state = ${state}, changed_at = now() where id = ${id}`)
}

export async function addEvent(
  transaction: Transaction,
  id: number,
  accountName: string,
  action: string,
  reason: string | null,
): Promise<void> {
  await transaction.query(sql`
    insert into plan_events (plan_id, account_name, action, reason) values (${id}, ${accountName}, ${action}, ${reason})`)
}

export const readEvents = (database: Queryable, id: number): Promise<object[]> =>
  database.query(sql`select at, account_name, action, reason from plan_events where plan_id = ${id} order by id`)

export interface StepRow extends PlanStep {
  readonly shapes: readonly Shape[]
}

export const readSteps = (database: Queryable, id: number): Promise<StepRow[]> =>
  database.query<StepRow>(sql`
    select number, edits, before, shapes, state from plan_steps where plan_id = ${id} order by number`)

/** What had been undone goes for good: it can't follow on this step. Numbers are never used again. */
export async function appendStep(
  transaction: Transaction,
  id: number,
  { edits, before, shapes }: { edits: readonly Edit[]; before: Before; shapes: readonly Shape[] },
): Promise<number> {
  const [row] = await transaction.query<{ number: number }>(sql`
    insert into plan_steps (plan_id, number, edits, before, shapes)
    select ${id}, coalesce(max(number), 0) + 1, ${JSON.stringify(edits)}::jsonb, ${JSON.stringify(before)}::jsonb, ${JSON.stringify(shapes)}::jsonb
    from plan_steps where plan_id = ${id}
    returning number`)
  await transaction.query(sql`
    delete from plan_steps where plan_id = ${id} and state = 'undone' and number < ${row!.number}`)
  return row!.number
}

/** @returns the step's number, or undefined where there is none to undo or redo */
export async function moveCursor(transaction: Transaction, id: number, to: 'done' | 'undone'): Promise<number | undefined> {
  const [row] = await transaction.query<{ number: number }>(sql`
    update plan_steps set state = ${to} where plan_id = ${id} and number = (
      select ${to === 'undone' ? sql`max(number)` : sql`min(number)`} from plan_steps
      where plan_id = ${id} and state = ${to === 'undone' ? 'done' : 'undone'})
    returning number`)
  return row?.number
}

export async function dropStep(transaction: Transaction, id: number, number: number): Promise<boolean> {
  const rows = await transaction.query(sql`
    update plan_steps set state = 'dropped' where plan_id = ${id} and number = ${number} and state = 'done' returning number`)
  return rows.length > 0
}

export interface Exception {
  readonly rule: string
  readonly grid: string
  readonly reason: string
  readonly author_name: string
}

export const readExceptions = (database: Queryable, id: number): Promise<Exception[]> =>
  database.query<Exception>(sql`select rule, grid, reason, author_name from plan_exceptions where plan_id = ${id} order by id`)

/** @param reason null takes the exception back */
export async function putException(
  transaction: Transaction,
  id: number,
  { rule, grid, reason, author_name }: Omit<Exception, 'reason'> & { readonly reason: string | null },
): Promise<void> {
  if (reason === null)
    await transaction.query(sql`delete from plan_exceptions where plan_id = ${id} and rule = ${rule} and grid = ${grid}`)
  else
    await transaction.query(sql`
      insert into plan_exceptions (plan_id, rule, grid, reason, author_name) values (${id}, ${rule}, ${grid}, ${reason}, ${author_name})
      on conflict (plan_id, rule, grid) do update set reason = excluded.reason, author_name = excluded.author_name`)
}

export const readComments = (database: Queryable, id: number): Promise<object[]> =>
  database.query(sql`
    select id, author_name, text, longitude, latitude, resolved, created_at from plan_comments where plan_id = ${id} order by id`)

export interface NewComment {
  readonly text: string
  readonly longitude: number | null
  readonly latitude: number | null
}

export async function insertComment(
  transaction: Transaction,
  id: number,
  { text, longitude, latitude }: NewComment,
  author: { readonly id: number | null; readonly name: string },
): Promise<void> {
  await transaction.query(sql`
    insert into plan_comments (plan_id, author_id, author_name, text, longitude, latitude)
    values (${id}, ${author.id}::integer, ${author.name}, ${text}, ${longitude}::float8, ${latitude}::float8)`)
}

export async function resolveComment(transaction: Transaction, plan: number, id: number, resolved: boolean): Promise<void> {
  const rows = await transaction.query(sql`
    update plan_comments set resolved = ${resolved} where plan_id = ${plan} and id = ${id} returning id`)
  if (rows.length === 0) notFound(id)
}
