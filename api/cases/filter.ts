/** Which cases somebody wants to see. */
import { STAGES, type Stage } from '#geodata/cases/flow.ts'
import { OUTCOMES, type Outcome, QUEUES, type Queue, type Subject } from '#geodata/cases/records.ts'
import { type Sql, sql } from '../database/sql.ts'
import { calendarDay, choice, flag, type Parameters, pattern, readText, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { OUTCOME_CONDITIONS, periodOf } from './figures.ts'
import { codesIn, FROM_CASES } from './rows.ts'
import type { Worker } from './steps.ts'

export const SUBJECTS = ['component', 'event', 'river'] as const satisfies readonly Subject[]
/** Before anybody filed anything. */
const FIRST_DAY = '2000-01-01'
export const SORTS = ['due', 'found', 'changed'] as const

export interface CaseFilter {
  readonly queue: Queue | null
  readonly stage: Stage | null
  readonly kind: string | null
  /** The first letters of its kinds' codes: `C01`. */
  readonly class: string | null
  readonly subject: Subject | null
  readonly territory: string | null
  readonly scheme: string | null
  readonly grid: string | null
  readonly organisation: number | null
  readonly person: number | null
  readonly segment: number | null
  readonly layer: string | null
  readonly object_id: number | null
  /** Reported by whoever asks. */
  readonly mine: boolean
  /** Dispatched to whoever asks, or to his organisation. */
  readonly handled_by_me: boolean
  readonly q: string | null
  /** Days of filing, both included. */
  readonly from: string | null
  readonly to: string | null
  readonly outcome: Outcome | null
}

export const FILTER_NAMES = [
  'queue',
  'stage',
  'kind',
  'class',
  'subject',
  'territory',
  'scheme',
  'grid',
  'organisation',
  'person',
  'segment',
  'layer',
  'object_id',
  'mine',
  'handled_by_me',
  'q',
  'from',
  'to',
  'outcome',
] as const

export function readFilter(parameters: Parameters): CaseFilter {
  const from = readFilterDay(parameters, 'from')
  const to = readFilterDay(parameters, 'to')
  if (from !== null && to !== null && to < from) throw new Problem(400, 'period_invalid', { field: 'to' })
  const outcome = choice(parameters, 'outcome', OUTCOMES)
  return {
    queue: choice(parameters, 'queue', QUEUES),
    stage: choice(parameters, 'stage', STAGES),
    kind: pattern(parameters, 'kind', /^[CER]\d{4}$/),
    class: pattern(parameters, 'class', /^[CER]\d{2}$/),
    subject: choice(parameters, 'subject', SUBJECTS),
    territory: readTerritory(parameters),
    scheme: pattern(parameters, 'scheme', /^[a-z][a-z0-9_]{0,62}$/),
    grid: pattern(parameters, 'grid', /^\d{15}$/),
    organisation: number(parameters, 'organisation'),
    person: number(parameters, 'person'),
    segment: number(parameters, 'segment'),
    layer: pattern(parameters, 'layer', /^[a-z_]{1,50}$/),
    object_id: number(parameters, 'object_id'),
    mine: flag(parameters, 'mine') ?? false,
    handled_by_me: flag(parameters, 'handled_by_me') ?? false,
    q: parameters.q === undefined ? null : readText('q', parameters.q),
    from,
    to,
    outcome,
  }
}

export const readTerritory = (parameters: Parameters): string | null => pattern(parameters, 'territory', /^(\d{6}|\d{9}|\d{12})$/)

export function readFilterDay(parameters: Parameters, name: string): string | null {
  if (parameters[name] === undefined) return null
  const day = calendarDay(parameters[name])
  if (day === undefined) throw new Problem(400, 'day_invalid', { field: name })
  return day
}

function number(parameters: Parameters, name: string): number | null {
  const text = parameters[name]
  if (text === undefined) return null
  const value = wholeNumber(text)
  if (value === undefined || value < 1 || value > 2 ** 31 - 1) throw new Problem(400, 'id_invalid', { field: name }, { name })
  return value
}

export const QUEUE_CONDITIONS: Readonly<Record<Queue, Sql>> = {
  to_file: sql`cases.is_open and cases.stage = 'collected'`,
  to_dispatch: sql`cases.is_open and cases.stage = 'filed'`,
  in_hand: sql`cases.is_open and cases.stage in ('dispatched', 'handling')`,
  to_verify: sql`cases.is_open and cases.stage = 'reported_back'`,
  to_close: sql`cases.is_open and cases.stage = 'verified'`,
  overdue: sql`cases.is_open and cases.due_at < now()`,
  extension: sql`cases.is_open and cases.extension_asked is not null`,
  returned: sql`cases.is_open and cases.stage = 'filed' and cases.returns > 0`,
  open: sql`cases.is_open`,
  ended: sql`not cases.is_open`,
}

/** Dispatched to somebody, or to his organisation where it is nobody's in particular. */
export const inHandOf = ({ person_id, organisation_id }: Worker): Sql =>
  sql`(cases.handler_id = ${person_id}::integer or (cases.handler_id is null and cases.organisation_id = ${organisation_id}::integer))`

export function conditionOf(
  filter: CaseFilter,
  territories: readonly string[],
  asker: { readonly account_id: number; readonly worker: Worker },
): Sql {
  const { queue, stage, kind, class: kindClass, subject, territory, scheme, grid, organisation, person, segment } = filter
  // What somebody reported or has in hand is his, wherever it lies.
  const isOwn = filter.mine || filter.handled_by_me
  const conditions: Sql[] = [isOwn ? sql`true` : codesIn(sql`cases.community_code`, territories)]
  const add = (condition: Sql) => void conditions.push(condition)
  if (queue) add(QUEUE_CONDITIONS[queue])
  if (stage) add(sql`cases.stage = ${stage}`)
  if (kind) add(sql`cases.kind_id in (select id from case_kinds where code = ${kind})`)
  if (kindClass) add(sql`cases.kind_id in (select id from case_kinds where starts_with(code, ${kindClass}))`)
  if (subject) add(sql`cases.kind_id in (select id from case_kinds where case_kinds.subject = ${subject})`)
  if (territory) add(codesIn(sql`cases.community_code`, [territory]))
  if (grid)
    add(sql`cases.place_id in (select id from case_places
      where grids @> ${JSON.stringify([{ ...(scheme && { scheme }), code: grid }])}::jsonb)`)
  if (organisation) add(sql`cases.organisation_id = ${organisation}::integer`)
  if (person) add(sql`cases.handler_id = ${person}::integer`)
  if (segment) add(sql`cases.segment_id = ${segment}::integer`)
  if (filter.layer && filter.object_id) add(sql`cases.layer = ${filter.layer} and cases.object_id = ${filter.object_id}::integer`)
  if (filter.mine) add(sql`cases.account_id = ${asker.account_id}::integer`)
  if (filter.handled_by_me) add(inHandOf(asker.worker))
  if (filter.q) add(wordsIn(filter.q))
  if (filter.from || filter.to || filter.outcome) {
    const period = periodOf(filter.from ?? FIRST_DAY, filter.to ?? chineseDay())
    add(sql`cases.filed_at >= ${period.start}::timestamptz and cases.filed_at < ${period.end}::timestamptz
      and cases.stage not in ('merged', 'dismissed')`)
    if (filter.outcome) add(OUTCOME_CONDITIONS[filter.outcome](period.asOf))
  }
  return conditions.reduce((all, each) => sql`${all} and ${each}`)
}

/** What the condition of a filter is asked of: words are looked for in kinds and places too. */
export const fromFor = ({ q }: CaseFilter): Sql => (q === null ? sql`cases` : FROM_CASES)

/** Of a number the beginning, of texts any part. */
const wordsIn = (text: string): Sql => {
  const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(starts_with(cases.number, ${text}) or cases.text ilike ${part} or cases.place ilike ${part} or kind.name ilike ${part}
    or kind.name_en ilike ${part} or place_of.community_name ilike ${part})`
}
