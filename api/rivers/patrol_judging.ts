/** What is to be said of a patrol: matched to the river here, judged by the rule of its day. */
import { type ClockState, judgeClock } from '#geodata/damage/clock.ts'
import { addDays } from '#geodata/rivers/calendar.ts'
import { partsBetween } from '#geodata/rivers/chainage.ts'
import { type RiverLine, riverLineOf } from '#geodata/rivers/line.ts'
import type { PatrolFlag } from '#geodata/rivers/patrol/flags.ts'
import { judgePatrol } from '#geodata/rivers/patrol/judge.ts'
import { type MatchedPatrol, matchPatrol } from '#geodata/rivers/patrol/match.ts'
import type { ChiefLevel, Patrol, Stretch } from '#geodata/rivers/records.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { type OwnStretch, readOwnStretches } from './chiefs_store.ts'
import type { PatrolGiven } from './patrol_reading.ts'
import { findWalkedSegment, type JudgedPatrol, readPatrolsAround, type ToldPatrol, type WalkedSegment } from './patrols_store.ts'
import type { SegmentPlaces } from './places.ts'
import { readRules, ruleFor } from './rules_store.ts'

/** What was walked longer ago is dated by its arrival: nobody carries a patrol about for so long. */
const OLDEST_MS = 60 * 86_400_000

/** Refuses who was no chief of the segment on the day on which it began. */
export async function judgePatrolGiven(
  database: Queryable,
  places: SegmentPlaces,
  given: PatrolGiven,
  visitor: Visitor,
  received: Date,
): Promise<JudgedPatrol> {
  const time = timeOf(given, received)
  const day = chineseDay(new Date(time.started_at))
  const segment = await findWalkedSegment(database, given.segment_id)
  if (!segment || segment.valid_from > day || (segment.valid_to !== null && segment.valid_to <= day))
    throw new Problem(422, 'segment_unknown', { field: 'segment_id' })
  const stretch = await demandOwnStretch(database, visitor, segment, given.level, day)
  const code = (await places.all(segment.id)).get(segment.id)!.code
  const rule = ruleFor(await readRules(database, day), given.level, code, day)
  if (!rule) throw new Problem(409, 'patrol_rule_missing', {}, { level: given.level })
  const matched = matchPatrol(given.fixes, lineOf(segment, stretch), rule)
  const apart = await previousEnd(database, given, visitor, time)
  const { isValid, shortfalls } = judgePatrol({ ...matched, started_at: Date.parse(time.started_at) }, rule, apart)
  const told = { ...toldOf(given, matched, time, received), is_valid: isValid, shortfalls }
  return { given, told, segment, stretch, rule_id: rule.id }
}

interface Time {
  readonly started_at: string
  readonly ended_at: string
  readonly clock_state: ClockState
  /** From the device's clock to ours, in milliseconds. */
  readonly shift: number
}

/** A clock that was wrong was so all the way. */
function timeOf({ started_at, ended_at, sent_at }: PatrolGiven, received: Date): Time {
  const { state, at } = judgeClock({
    noted: Date.parse(ended_at),
    sent: sent_at === null ? null : Date.parse(sent_at),
    received: received.getTime(),
    began: received.getTime() - OLDEST_MS,
  })
  const shift = at - Date.parse(ended_at)
  return { started_at: iso(Date.parse(started_at) + shift), ended_at: iso(at), clock_state: state, shift }
}

const iso = (moment: number): string => new Date(moment).toISOString()

/** A chief's stretch of the segment on the day of the patrol; null is the segment as a whole. Refuses who was none then. */
async function demandOwnStretch(
  database: Queryable,
  { person_id }: Visitor,
  segment: WalkedSegment,
  level: ChiefLevel,
  day: string,
): Promise<Stretch | null> {
  const all = person_id === null ? [] : await readOwnStretches(database, person_id, { from: '0001-01-01', to: '9999-12-31' })
  const own = all.filter((one) => one.segment_id === segment.id && one.level === level)
  const held = own.filter(({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || valid_to > day))
  if (held.length === 0) throw new Problem(403, 'not_your_segment', { field: 'segment_id' }, termOf(own, day))
  const [from_m, to_m] = [Math.min(...held.map((one) => one.from_m)), Math.max(...held.map((one) => one.to_m))]
  return from_m <= segment.chainage_from_m && to_m >= segment.chainage_to_m ? null : { from_m, to_m }
}

function termOf(
  own: readonly OwnStretch[],
  day: string,
): { readonly ended_on: string | null; readonly begins_on: string | null } {
  const ends = own.flatMap(({ valid_to }) => (valid_to !== null && valid_to <= day ? [valid_to] : []))
  const begins = own.flatMap(({ valid_from }) => (valid_from > day ? [valid_from] : []))
  const last = ends.sort().at(-1)
  return { ended_on: last === undefined ? null : addDays(last, -1), begins_on: begins.sort()[0] ?? null }
}

function lineOf({ parts, chainage_from_m, chainage_to_m }: WalkedSegment, stretch: Stretch | null): RiverLine {
  const line = riverLineOf({ parts, chainage_from_m, chainage_to_m })
  if (!stretch) return line
  const { from_m, to_m } = stretch
  return riverLineOf({ parts: partsBetween(line, from_m, to_m), chainage_from_m: from_m, chainage_to_m: to_m })
}

/** What waited on the device may come after a later one: the nearer of both is what it has to be apart from. */
async function previousEnd(
  database: Queryable,
  { segment_id, level, client_id }: PatrolGiven,
  { person_id }: Visitor,
  time: Time,
): Promise<number | null> {
  const own = { person: person_id!, segment: segment_id, level, client_id }
  const { before, after } = await readPatrolsAround(database, own, time)
  const started = Date.parse(time.started_at)
  const gaps = [
    ...(before === null ? [] : [started - Date.parse(before)]),
    ...(after === null ? [] : [Date.parse(after) - Date.parse(time.ended_at)]),
  ]
  return gaps.length === 0 ? null : started - Math.max(0, Math.min(...gaps))
}

const toldOf = (
  { segment_id, level, fixes, strays, reason, remark }: PatrolGiven,
  { minutes, walked_m, covered_m, covered_percent, covered, gaps, flags }: MatchedPatrol,
  { started_at, ended_at, clock_state, shift }: Time,
  received: Date,
): Omit<ToldPatrol, 'is_valid' | 'shortfalls'> => ({
  ...{ segment_id, level, started_at, ended_at, received_at: received.toISOString(), clock_state },
  ...{ points: fixes.length, minutes, walked_m, covered_m, covered_percent, covered, gaps },
  flags: flagsOf(flags, strays, shift),
  ...{ reason, remark },
})

/** Positions of another time count among those whose clock went back. */
function flagsOf(flags: readonly PatrolFlag[], strays: number, shift: number): Patrol['flags'] {
  const told = flags.map(({ code, times, spans }) => {
    const [first, last] = [spans[0], spans.at(-1)]
    return { code, times, ...(first && last && { from: iso(first.from + shift), to: iso(last.to + shift) }) }
  })
  if (strays === 0) return told
  const before = told.find(({ code }) => code === 'time_backwards')
  const merged = before ? { ...before, times: before.times + strays } : { code: 'time_backwards', times: strays }
  return [merged, ...told.filter((one) => one !== before)]
}
