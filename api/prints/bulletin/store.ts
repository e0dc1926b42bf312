/** The cases behind a bulletin's numbers. */
import type { Stage } from '#geodata/cases/flow.ts'
import type { CaseSource, GridOfCase, Subject } from '#geodata/cases/records.ts'
import { OUTCOME_CONDITIONS } from '../../cases/figures.ts'
import { codesIn, FROM_CASES } from '../../cases/rows.ts'
import type { Queryable } from '../../database/database.ts'
import { empty, type Sql, sql } from '../../database/sql.ts'

interface Wanted {
  readonly codes: readonly string[]
  readonly subject: Subject | null
}

/** What was dismissed or merged is no case of its own. */
const countedIn = ({ codes, subject }: Wanted): Sql => sql`
  ${codesIn(sql`cases.community_code`, codes)} and cases.stage not in ('merged', 'dismissed')
  ${subject === null ? empty : sql`and kind.subject = ${subject}`}`

const inChina = (moment: Sql): Sql => sql`to_char(${moment} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`

const DAYS_OVERDUE = (asOf: string): Sql => sql`
  case when ${OUTCOME_CONDITIONS.overdue(asOf)}
    then greatest(1, ceil(extract(epoch from ${asOf}::timestamptz - cases.closing_due_at) / 86400))::integer end`

export interface ListedCase {
  readonly number: string
  readonly kind_code: string
  readonly kind: string
  readonly kind_en: string
  readonly class: string
  readonly class_en: string
  readonly source: CaseSource
  readonly community_code: string
  readonly community: string
  readonly community_en: string | null
  readonly grids: readonly GridOfCase[]
  readonly place: string | null
  readonly organisation: string | null
  readonly organisation_en: string | null
  readonly person: string | null
  readonly person_en: string | null
  /** `YYYY-MM-DD HH:MM` in China. */
  readonly found: string
  readonly filed: string
  readonly due: string | null
  readonly closed: string | null
  readonly stage: Stage
  readonly returns: number
  readonly reworks: number
  readonly extensions: number
  readonly days_overdue: number | null
}

const COLUMNS = (asOf: string): Sql => sql`
  cases.number, kind.code as kind_code, kind.name as kind, kind.name_en as kind_en, kind.class_name as class, kind.class_name_en as class_en,
  cases.source, cases.community_code, place_of.community_name as community, place_of.community_name_en as community_en, place_of.grids, cases.place,
  organisations.name as organisation, organisations.name_en as organisation_en, people.name as person, people.name_en as person_en,
  ${inChina(sql`cases.found_at`)} as found, ${inChina(sql`cases.filed_at`)} as filed, ${inChina(sql`cases.closing_due_at`)} as due,
  ${inChina(sql`cases.closed_at`)} as closed, cases.stage, cases.returns, cases.reworks, cases.extensions, ${DAYS_OVERDUE(asOf)} as days_overdue`

const WITH_HANDLERS: Sql = sql`${FROM_CASES} left join organisations on organisations.id = cases.organisation_id
  left join people on people.id = cases.handler_id`

interface Overdue {
  readonly total: number
  readonly cases: readonly ListedCase[]
}

/** Whenever it was filed, what had to be closed by a moment and was not then; overdue for the longest first. */
export async function readOverdue(database: Queryable, wanted: Wanted, asOf: string, most: number): Promise<Overdue> {
  const condition = sql`${countedIn(wanted)} and cases.filed_at < ${asOf}::timestamptz and ${OUTCOME_CONDITIONS.overdue(asOf)}`
  const [counted] = await database.query<{ total: number }>(
    sql`select count(*)::integer as total from ${FROM_CASES} where ${condition}`,
  )
  const cases = await database.query<ListedCase>(sql`
    select ${COLUMNS(asOf)} from ${WITH_HANDLERS} where ${condition} order by cases.closing_due_at, cases.id limit ${most}`)
  return { total: counted!.total, cases }
}

/** Filed within a time, in the order of filing. */
export const readFiled = (
  database: Queryable,
  wanted: Wanted,
  { start, end, asOf }: { readonly start: string; readonly end: string; readonly asOf: string },
  most: number,
): Promise<ListedCase[]> =>
  database.query<ListedCase>(sql`
    select ${COLUMNS(asOf)} from ${WITH_HANDLERS}
    where ${countedIn(wanted)} and cases.filed_at >= ${start}::timestamptz and cases.filed_at < ${end}::timestamptz
    order by cases.filed_at, cases.id limit ${most}`)
