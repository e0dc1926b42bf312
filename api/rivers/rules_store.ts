import type { ChiefLevel, PatrolRule } from '#geodata/rivers/records.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'

const RULES = sql`
  select id, level, territory_code, period, times, minimum_minutes, minimum_m, minimum_cover_percent, minimum_hours_apart, corridor_m,
    maximum_speed_m_s, maximum_pause_s, source, edition, valid_from, valid_to, version
  from patrol_rules`

const ORDER = sql`order by array_position(array['county', 'town', 'village'], level), territory_code nulls first, valid_from, id`

/** Those that hold on a day, or on some day of several. */
export const readRules = (database: Queryable, from: string, to = from): Promise<PatrolRule[]> =>
  database.query<PatrolRule>(
    sql`${RULES} where valid_from <= ${to}::text::date and (valid_to is null or valid_to > ${from}::text::date) ${ORDER}`,
    { prepared: true },
  )

/** All that hold or will. */
export const listRules = (database: Queryable, day: string): Promise<PatrolRule[]> =>
  database.query<PatrolRule>(sql`${RULES} where valid_to is null or valid_to > ${day}::text::date ${ORDER}`)

export async function findRule(database: Queryable, id: number, hold = false): Promise<PatrolRule | undefined> {
  const [row] = await database.query<PatrolRule>(sql`${RULES} where id = ${id}::integer ${hold ? sql`for update` : sql``}`)
  return row
}

/** The rule by which a level patrols a place on a day: that of the smallest territory. Undefined where nothing is owed. */
export function ruleFor(rules: readonly PatrolRule[], level: ChiefLevel, code: string, day: string): PatrolRule | undefined {
  let found: PatrolRule | undefined
  for (const rule of rules) {
    if (rule.level !== level || rule.valid_from > day || (rule.valid_to !== null && rule.valid_to <= day)) continue
    if (!code.startsWith(rule.territory_code ?? '')) continue
    if (!found || (rule.territory_code ?? '').length > (found.territory_code ?? '').length) found = rule
  }
  return found
}

export type RuleGiven = Omit<PatrolRule, 'id' | 'version' | 'valid_to'>

const MEMBERS = [
  'times',
  'minimum_minutes',
  'minimum_m',
  'minimum_cover_percent',
  'minimum_hours_apart',
  'corridor_m',
  'maximum_speed_m_s',
  'maximum_pause_s',
] as const satisfies readonly (keyof RuleGiven)[]

const numbersOf = (rule: RuleGiven): Sql => {
  const [first, ...others] = MEMBERS.map((name) => (name === 'times' ? sql`${rule[name]}::integer` : sql`${rule[name]}::float8`))
  return others.reduce((all, each) => sql`${all}, ${each}`, first!)
}

/** Undefined where the level has a rule for that territory already that begins on that day or goes on after it. */
export async function insertRule(transaction: Transaction, rule: RuleGiven): Promise<number | undefined> {
  const [row] = await transaction.query<{ id: number }>(sql`
    insert into patrol_rules (level, territory_code, period, source, edition, valid_from, times, minimum_minutes, minimum_m,
      minimum_cover_percent, minimum_hours_apart, corridor_m, maximum_speed_m_s, maximum_pause_s)
    select ${rule.level}, ${rule.territory_code}::text, ${rule.period}, ${rule.source}, ${rule.edition}, ${rule.valid_from}::text::date,
      ${numbersOf(rule)}
    where not exists (select from patrol_rules where level = ${rule.level} and territory_code is not distinct from ${rule.territory_code}::text
      and (valid_from = ${rule.valid_from}::text::date or valid_to is null or valid_to > ${rule.valid_from}::text::date))
    on conflict do nothing returning id`)
  return row?.id
}

export const endRule = (transaction: Transaction, id: number, day: string) =>
  transaction.query(sql`update patrol_rules set valid_to = ${day}::text::date where id = ${id}::integer`)

/** Of a rule that has not begun, or begins today. */
export const replaceRule = (transaction: Transaction, id: number, rule: RuleGiven) =>
  transaction.query(sql`
    update patrol_rules set period = ${rule.period}, source = ${rule.source}, edition = ${rule.edition},
      (times, minimum_minutes, minimum_m, minimum_cover_percent, minimum_hours_apart, corridor_m, maximum_speed_m_s, maximum_pause_s) =
      (${numbersOf(rule)})
    where id = ${id}::integer`)
