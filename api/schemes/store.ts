import type { Rule } from '#geodata/planning/index.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import { PLAN_TEXT } from '../words/plan_text.ts'

export interface SchemeRow {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string
  readonly revision: number
  /** Of all that is set: name, levels, rules, revision. */
  readonly version: number
  readonly within_community: boolean
  readonly levels: readonly {
    readonly level: number
    readonly name_zh: string
    readonly name_en: string
    /** How many hold today, of every class. */
    readonly grids: number
  }[]
}

const SCHEMES = sql`
  with counts as materialized (
    select scheme, level, count(*)::integer as grids from grids
    where valid_from <= today() and (valid_to is null or valid_to > today())
    group by 1, 2
  )
  select id, name_zh, name_en, revision, version, within_community,
    (select coalesce(json_agg(json_build_object('level', level, 'name_zh', scheme_level.name_zh, 'name_en', scheme_level.name_en,
        'grids', coalesce(counts.grids, 0)) order by level), '[]')
     from scheme_level left join counts using (scheme, level) where scheme_level.scheme = scheme.id) as levels
  from scheme`

export const listSchemes = (database: Queryable): Promise<SchemeRow[]> =>
  database.query<SchemeRow>(sql`${SCHEMES} order by created_at, id`)

/** Refuses with `scheme_unknown`. */
export async function readScheme(database: Queryable, id: string): Promise<SchemeRow> {
  const [scheme] = await database.query<SchemeRow>(sql`${SCHEMES} where id = ${id}`)
  if (!scheme) throw new Problem(404, 'scheme_unknown')
  return scheme
}

/** Others who would change it, or publish in it, wait until this transaction ends. */
export async function lockScheme(transaction: Transaction, id: string): Promise<SchemeRow> {
  await transaction.query(sql`select from scheme where id = ${id} for update`)
  return readScheme(transaction, id)
}

export interface LevelName {
  readonly name_zh: string
  readonly name_en: string
}

/** Refuses with `scheme_taken`. */
export async function insertScheme(
  transaction: Transaction,
  { id, name_zh, name_en, within_community }: Pick<SchemeRow, 'id' | 'name_zh' | 'name_en' | 'within_community'>,
  levels: readonly LevelName[],
): Promise<void> {
  const rows = await transaction.query(sql`
    insert into scheme (id, name_zh, name_en, within_community) values (${id}, ${name_zh}, ${name_en}, ${within_community})
    on conflict do nothing returning id`)
  if (rows.length === 0) throw new Problem(409, 'scheme_taken', { field: 'id' })
  for (const [index, level] of levels.entries()) await insertLevel(transaction, id, index + 1, level)
}

export async function insertLevel(
  transaction: Transaction,
  scheme: string,
  level: number,
  { name_zh, name_en }: LevelName,
): Promise<void> {
  await transaction.query(sql`
    insert into scheme_level (scheme, level, name_zh, name_en) values (${scheme}, ${level}, ${name_zh}, ${name_en})`)
}

/**
 * Each grid of the level above gets one of this level with the same land: what stands is covered, and is divided by plans from then on.
 * Numbers go on after the greatest that a code of the community has or had.
 */
export async function fillLevel(transaction: Transaction, scheme: string, level: number): Promise<number> {
  const rows = await transaction.query<{ code: string | null }>(sql`
    with used as (
      select left(code, 12) as prefix, max(right(code, 3)::integer) as last from grids where scheme = ${scheme} group by 1
    ), above as (
      select grids.*, used.last + row_number() over (partition by left(code, 12) order by code) as number
      from grids join used on used.prefix = left(code, 12)
      where scheme = ${scheme} and level = ${level - 1} and valid_to is null and class = 'A'
    ), born as (
      insert into grids (scheme, level, class, code, name, name_en, parent_code, cell_count, households, population, canonical, valid_from)
      select scheme, ${level}, 'A', left(code, 12) || lpad(number::text, 3, '0'), name || ${PLAN_TEXT.zh.firstBelow}::text, name_en || ${PLAN_TEXT.en.firstBelow}::text, code,
        cell_count, households, population, canonical, today()
      from above where number <= 999
      returning id, parent_code, code
    ), linked as (
      insert into grid_cell (grid_id, unit_cell_id)
      select born.id, grid_cell.unit_cell_id
      from born join above on above.code = born.parent_code join grid_cell on grid_cell.grid_id = above.id
      returning grid_id
    )
    select (select min(left(code, 12)) from above where number > 999) as code from linked limit 1`)
  const full = rows[0]?.code
  if (full) throw new Problem(409, 'codes_exhausted', {}, { prefix: full })
  const [{ count } = { count: 0 }] = await transaction.query<{ count: number }>(sql`
    select count(*)::integer as count from grids where scheme = ${scheme} and level = ${level} and valid_to is null`)
  return count
}

export async function raiseRevision(
  transaction: Transaction,
  scheme: string,
  accountName: string,
  summary: object,
): Promise<void> {
  await transaction.query(sql`update scheme set revision = revision + 1 where id = ${scheme}`)
  await transaction.query(sql`
    insert into scheme_revisions (scheme, number, effective_on, account_name, summary, back)
    select id, revision, today(), ${accountName}, ${JSON.stringify(summary)}::jsonb, '{}' from scheme where id = ${scheme}`)
}

export async function replaceRules(transaction: Transaction, scheme: string, rules: readonly Rule[]): Promise<void> {
  // Its version counts each change of it; its rules are rows of their own.
  await transaction.query(sql`update scheme set version = version where id = ${scheme}`)
  await transaction.query(sql`delete from scheme_rules where scheme = ${scheme}`)
  await transaction.query(sql`
    insert into scheme_rules (scheme, level, rule, severity, minimum, maximum, source, edition)
    select ${scheme}, level, rule, severity, minimum, maximum, source, edition
    from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb)
      as given (level integer, rule text, severity text, minimum float8, maximum float8, source text, edition text)`)
}
