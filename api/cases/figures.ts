/** What cases are counted by: those filed in a period, as things stood at its end. Never stored; made of the events each time. */
import { type CaseFigures, type CaseRates, OUTCOMES, type Outcome } from '#geodata/cases/records.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'

const CHINA = '+08:00'
const DAY_MS = 86_400_000

/** @param from first day @param to last day. `asOf` is the period's end, or now where that is still to come */
export function periodOf(from: string, to: string): { readonly start: string; readonly end: string; readonly asOf: string } {
  const start = new Date(`${from}T00:00:00${CHINA}`).toISOString()
  const end = new Date(Date.parse(`${to}T00:00:00${CHINA}`) + DAY_MS)
  return { start, end: end.toISOString(), asOf: new Date(Math.min(end.getTime(), Date.now())).toISOString() }
}

/** 应结案 is what had to be closed by then, and what was closed before it had to be. */
export const OUTCOME_CONDITIONS: Readonly<Record<Outcome, (asOf: string) => Sql>> = {
  filed: () => sql`true`,
  due: (asOf) => sql`least(closing_due_at, closed_at) <= ${asOf}::timestamptz`,
  closed: (asOf) => sql`closed_at <= ${asOf}::timestamptz`,
  closed_on_time: (asOf) => sql`closed_at <= least(closing_due_at, ${asOf}::timestamptz)`,
  handling_due: (asOf) => sql`least(handle_due_at, reported_back_at) <= ${asOf}::timestamptz`,
  handled: (asOf) => sql`reported_back_at <= ${asOf}::timestamptz`,
  handled_on_time: (asOf) => sql`reported_back_at <= least(handle_due_at, ${asOf}::timestamptz)`,
  returned: () => sql`returns > 0`,
  reworked: () => sql`reworks > 0`,
  extended: () => sql`extensions > 0`,
  overdue: (asOf) => sql`closing_due_at <= ${asOf}::timestamptz and (closed_at is null or closed_at > ${asOf}::timestamptz)`,
}

/** `count(*) filter (…) as closed, …` for all of them. */
export const figureColumns = (asOf: string): Sql =>
  join(
    OUTCOMES.map(
      (outcome) => sql`count(*) filter (where ${OUTCOME_CONDITIONS[outcome](asOf)})::integer as ${identifier(outcome)}`,
    ),
  )

/** The columns as they were counted. */
export const countedColumns: Sql = join(OUTCOMES.map((outcome) => identifier(outcome)))

/** Sums of the same over groups of groups. */
export const sumColumns: Sql = join(
  OUTCOMES.map((outcome) => sql`coalesce(sum(${identifier(outcome)}), 0)::integer as ${identifier(outcome)}`),
)

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/**
 * 结案率 = closed ÷ due, 按期结案率 = closed on time ÷ due, 按期处置率 = handled on time ÷ due to be handled; 退回率, 返工率 and 延期率 are shares of
 * what was filed.
 */
export const ratesOf = (figures: CaseFigures): CaseRates => ({
  closing_rate: share(figures.closed, figures.due),
  on_time_rate: share(figures.closed_on_time, figures.due),
  handling_rate: share(figures.handled_on_time, figures.handling_due),
  return_rate: share(figures.returned, figures.filed),
  rework_rate: share(figures.reworked, figures.filed),
  extension_rate: share(figures.extended, figures.filed),
})

export const noFigures: CaseFigures = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as unknown as CaseFigures

export function sumOf(rows: readonly CaseFigures[]): CaseFigures {
  const sum: Record<Outcome, number> = { ...noFigures }
  for (const row of rows) for (const outcome of OUTCOMES) sum[outcome] += row[outcome]
  return sum
}
