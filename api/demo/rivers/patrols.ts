/** The patrols of the last twelve months: most of them in time and whole, as rules want them, and some not. */

import { type Random, randomStream } from '#geodata/county/geometry/random.ts'
import { addDays, type Days, type Period, periodAfter, periodOf, weekdayOf } from '#geodata/rivers/calendar.ts'
import { judgePatrol, type PatrolJudgement } from '#geodata/rivers/patrol/judge.ts'
import { type MatchedPatrol, matchPatrol } from '#geodata/rivers/patrol/match.ts'
import type { Fix } from '#geodata/rivers/patrol/track.ts'
import type { ChiefLevel, PatrolRule } from '#geodata/rivers/records.ts'
import { MINUTE, midnight } from '../cases/days.ts'
import type { DutyOfChief } from './duties.ts'
import { fixesOf, type Walk } from './walk.ts'

export interface DemoPatrol {
  readonly key: string
  readonly duty: DutyOfChief
  readonly rule: PatrolRule
  readonly fixes: readonly Fix[]
  readonly matched: MatchedPatrol
  readonly judged: PatrolJudgement
  /** Milliseconds since 1970. */
  readonly received: number
  readonly reason: string | null
  readonly remark: string | null
}

export interface PatrolQuestion {
  readonly duties: readonly DutyOfChief[]
  readonly rules: readonly PatrolRule[]
  readonly first: string
  readonly now: number
  readonly today: string
  /** Whose patrols of late are to be looked after: the first segment of this person is overdue, the second was walked in part only. */
  readonly person: string | null
}

/** Of a hundred: left out, and not walked as a whole. */
const LEFT_OUT: Readonly<Record<ChiefLevel, number>> = { village: 0.03, town: 0.015, county: 0 }
const IN_PART = 0.022
const REASONS = ['上游段涨水，道路中断', '手机没电，后段未记录', '突降大雨，提前返回', '接到防汛会议通知，未走完'] as const
const DRIVEN = '后段乘车查看'
const REMARKS = ['沿线正常', '岸坡整洁，水流平稳', '排口无异常', '已提醒岸边农户清理秸秆', null, null, null] as const

export function patrolsOf({ duties, rules, first, now, today, person }: PatrolQuestion): DemoPatrol[] {
  const own = duties.filter((duty) => duty.person.code === person && duty.level === 'village' && duty.valid_to === null)
  const ended = new Map<string, number>()
  const told: DemoPatrol[] = []
  for (const duty of duties) {
    const rule = rules.find(
      ({ level, territory_code, valid_to }) => level === duty.level && territory_code === null && valid_to === null,
    )
    if (!rule) continue
    const spell = `${duty.segment.code} ${duty.level} ${duty.stretch?.from_m ?? ''}`
    const habit = randomStream(`patrols of ${spell}`)
    const start = duty.valid_from > first ? duty.valid_from : first
    for (let days = periodOf(start, rule.period); days.first <= today; days = periodAfter(days, rule.period)) {
      const random = randomStream(`patrol ${spell} ${days.first}`)
      const day = dayIn(days, rule.period, habit, random)
      if (day < start || (duty.valid_to !== null && day >= duty.valid_to)) continue
      const fate = fateOf(duty, days, { own, today }, random)
      if (fate === 'left out') continue
      const began = midnight(day) + Math.round(random.between(7.4, 16.6) * 60) * MINUTE + random.integer(0, 59) * 1000
      const fixes = fixesOf(duty, walkOf(duty, fate, random), began, random)
      if (fixes.at(-1)!.at > now) continue
      const matched = matchPatrol(fixes, duty.course, rule)
      const before = ended.get(`${spell} ${duty.person.code}`) ?? null
      const judged = judgePatrol({ ...matched, started_at: began }, rule, before)
      if (judged.isValid) ended.set(`${spell} ${duty.person.code}`, fixes.at(-1)!.at)
      const reason = judged.isValid ? null : fate === 'driven' ? DRIVEN : random.pick(REASONS)
      const waited = random.chance(0.12) ? random.between(20, 240) * MINUTE : random.between(8, 50) * 1000
      const received = Math.min(now, fixes.at(-1)!.at + Math.round(waited / 1000) * 1000)
      told.push({
        key: `${spell} ${days.first}`,
        duty,
        rule,
        fixes,
        matched,
        judged,
        received,
        reason,
        remark: random.pick(REMARKS),
      })
    }
  }
  return told.toSorted((a, b) => a.fixes[0]!.at - b.fixes[0]!.at || (a.key < b.key ? -1 : 1))
}

/** Everybody has a weekday; officials go on working days, not in the first days of a month. */
function dayIn({ first, last }: Days, period: Period, habit: Random, random: Random): string {
  if (period === 'week') {
    const weekday = 1 + ((favourite(habit) + (random.chance(0.25) ? random.integer(0, 1) : 0)) % 6)
    return addDays(first, weekday - 1)
  }
  const length = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000)
  const day = addDays(first, 5 + random.integer(0, length - 9))
  return weekdayOf(day) > 5 ? addDays(day, -2) : day
}

const favourites = new WeakMap<Random, number>()
function favourite(habit: Random): number {
  const known = favourites.get(habit) ?? habit.integer(0, 5)
  favourites.set(habit, known)
  return known
}

type Fate = 'left out' | 'in part' | 'driven' | 'whole'

function fateOf(
  duty: DutyOfChief,
  days: Days,
  { own, today }: { readonly own: readonly DutyOfChief[]; readonly today: string },
  random: Random,
): Fate {
  const weeks = Math.round((Date.parse(periodOf(today, 'week').first) - Date.parse(days.first)) / (7 * 86_400_000))
  const mine = own.indexOf(duty)
  // Of the account that everybody tries, one segment was not walked last week nor this, and of the other only a part was.
  if (mine === 0 && weeks <= 1) return 'left out'
  if (mine === 1 && weeks <= 2) return weeks === 0 ? 'left out' : 'in part'
  if (mine >= 0 && weeks <= 3) return 'whole'
  const chance = random.next()
  if (chance < LEFT_OUT[duty.level]) return 'left out'
  if (chance < LEFT_OUT[duty.level] + IN_PART) return random.chance(0.15) ? 'driven' : 'in part'
  return 'whole'
}

function walkOf({ level }: DutyOfChief, fate: Fate, random: Random): Walk {
  const minutes = level === 'village' ? {} : { minutes: random.between(31.5, 46) }
  if (fate === 'driven') return { drivenFrom: random.between(0.3, 0.5) }
  if (fate === 'whole') return minutes
  const from = random.between(0.25, 0.45)
  return { leftOut: random.chance(0.5) ? [from, 1.01] : [from, from + random.between(0.42, 0.5)] }
}
