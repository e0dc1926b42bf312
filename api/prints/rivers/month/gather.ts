/** All that the month's sheet says, before it becomes paper or workbook. */
import { addDays, periodOf } from '#geodata/rivers/calendar.ts'
import type { ChiefLevel, RiverMonth } from '#geodata/rivers/records.ts'
import type { Database } from '../../../database/database.ts'
import { readMonth } from '../../../rivers/month.ts'
import { type Duty, type Owed, readOwed } from '../../../rivers/owed.ts'
import { liesIn, type SegmentPlaces } from '../../../rivers/places.ts'
import type { Language } from '../../../words/index.ts'
import { REPORT_TEXT } from '../../../words/report_text.ts'
import { type ReportArea, readReportArea } from '../../report/area.ts'
import { readMissedNames, type SegmentNames } from './store.ts'

export interface MonthSheetQuestion {
  /** `YYYY-MM` */
  readonly month: string
  readonly by: RiverMonth['by']
  readonly level: ChiefLevel
  readonly territory: string | null
  readonly today: string
  readonly language: Language
}

/** A segment, or a chief's stretch of it, that was patrolled less than owed. */
export interface Missed extends Owed {
  readonly segment: SegmentNames
}

export interface GatheredMonth {
  readonly question: MonthSheetQuestion
  readonly area: ReportArea
  readonly month: string
  readonly isOver: boolean
  readonly now: RiverMonth
  /** Undefined where the month is not over: half a month is not compared with a whole one. */
  readonly before: RiverMonth | undefined
  readonly missed: readonly Missed[]
}

/** @param territories in which the reader sees who is responsible */
export async function gatherMonth(
  database: Database,
  question: MonthSheetQuestion,
  territories: readonly string[],
  places: SegmentPlaces,
): Promise<GatheredMonth> {
  const { month, by, level, today, language } = question
  const area = await readReportArea(database, question.territory, territories, today, language)
  const all = await places.all()
  const seen = area.codes.includes('')
    ? null
    : new Set([...all].filter(([, place]) => liesIn(place, area.codes)).map(([id]) => id))
  const asked = { level, today, places: all, seen }
  // A river on the border is seen from both sides, and counts on one.
  const territory = area.codes.length === 1 && area.codes[0] !== '' ? area.codes[0]! : null
  const { first, last } = periodOf(`${month}-01`, 'month')
  const isOver = last < today
  const previous = addDays(first, -1).slice(0, 7)
  const { owed } = await readOwed(database, { ...asked, from: first, to: last })
  const isAsked = ({ code }: Duty): boolean => area.codes.some((one) => code.startsWith(one))
  return {
    question,
    area,
    month: REPORT_TEXT[language].months(Number(month.slice(0, 4)), Number(month.slice(5))),
    isOver,
    now: await readMonth(database, { ...asked, month, by, territory }),
    before: isOver ? await readMonth(database, { ...asked, month: previous, by, territory }) : undefined,
    missed: await missedOf(
      database,
      owed.filter(({ duty }) => isAsked(duty)),
    ),
  }
}

/** Each stretch of each chief once, with all that was owed of it in the month; what was missed most comes first. */
async function missedOf(database: Database, owed: readonly Owed[]): Promise<Missed[]> {
  const sums = new Map<string, Owed>()
  for (const one of owed) {
    const { segment_id, stretch, people } = one.duty
    const key = JSON.stringify([segment_id, stretch, people.map(({ id }) => id)])
    const before = sums.get(key)
    sums.set(key, { duty: one.duty, owed: one.owed + (before?.owed ?? 0), made: one.made + (before?.made ?? 0) })
  }
  const missing = [...sums.values()].filter((one) => one.made < one.owed)
  const duties = missing.map(({ duty }) => duty)
  const names = await readMissedNames(
    database,
    duties.map(({ segment_id }) => segment_id),
    duties.map(({ code }) => code),
  )
  return missing
    .flatMap((one): Missed[] => {
      const segment = names(one.duty)
      return segment ? [{ ...one, segment }] : []
    })
    .sort(byMissing)
}

const byMissing = (one: Missed, other: Missed): number =>
  other.owed - other.made - (one.owed - one.made) ||
  (one.segment.code < other.segment.code ? -1 : one.segment.code > other.segment.code ? 1 : 0) ||
  (one.duty.stretch?.from_m ?? 0) - (other.duty.stretch?.from_m ?? 0)
