/** A year of cases and the month after it, so that the year's figures are what they are said to be. */
import type { WorkCalendar } from '#geodata/cases/clock.ts'
import { dueAt } from '#geodata/cases/clock.ts'
import { type Random, randomStream } from '#geodata/county/geometry/random.ts'
import { shareOut } from '#geodata/county/geometry/spots.ts'
import { addDays } from '#geodata/rivers/calendar.ts'
import { tellBesides } from './besides.ts'
import type { Course } from './course.ts'
import { bustleOn, DAY, type DemoYear, daysFrom, HOUR, MINUTE, midnight } from './days.ts'
import { finderOf, type Ground } from './matters.ts'
import type { Fate, Matter, Paces } from './scene.ts'
import { seeThrough } from './see_through.ts'

/** Of the cases filed in the last twelve whole months, so many were closed by their end. */
export interface YearFigures {
  readonly filed: number
  readonly closed: number
}

export interface Told {
  readonly matter: Matter
  readonly course: Course
  readonly fate: Fate
  /** The one that it is the same as. */
  readonly into?: Told
}

/** The desk and those who verify work from eight to half past eight, every day. */
const DUTY = [{ from: 8 * 60, to: 20 * 60 + 30 }]
/** On the last day nothing is filed that was found after this: there would be no time to close it. */
const LAST_FOUND = 15.5 * HOUR
const LAST_CLOSED = 20 * HOUR + 25 * MINUTE

const CHANCES = { returned: 0.021, reworked: 0.03, extended: 0.046, late: 0.0165 } as const

export function tellYear(ground: Ground, year: DemoYear, today: string, figures: YearFigures): Told[] {
  const paces = pacesOf(ground.calendar, year)
  const find = finderOf(ground)
  const luck = randomStream('cases: what comes between')
  const days = [...daysFrom(year.first, year.last)]
  const bustle = days.map((day) => bustleOn(day, ground.calendar))
  const perDay = shareOut(figures.filed, bustle)
  const hasToBeFound = { from: year.start, to: midnight(year.last) + LAST_FOUND, waits: false }
  const told: Told[] = []
  days.forEach((day, i) => {
    for (let number = 0; number < perDay[i]!; number++) {
      const matter = find(day, `${day} ${number}`, hasToBeFound)
      if (!matter) throw new Error(`nothing to be found on ${day}`)
      const fate = fateOf(ground, matter, luck)
      told.push({ matter, fate, course: seeThrough(matter, fate, ground.crew, paces) })
    }
  })
  const left = leftOver(told, year, figures.filed - figures.closed)
  const all = told.map((each) => settled(each, left.get(each)))

  const rate = figures.filed / bustle.reduce((sum, each) => sum + each, 0)
  let owed = 0
  for (const day of daysFrom(year.last, today)) {
    // What is found in the evening of the last day waits for the morning.
    const evening = day === year.last
    owed += bustleOn(day, ground.calendar) * rate * (evening ? 0.1 : 1)
    for (let number = 0; owed >= 1; number++, owed--) {
      const bounds = evening ? { from: midnight(day) + LAST_FOUND, to: year.end, waits: true } : undefined
      const matter = find(day, `${day} after ${number}`, bounds)
      if (!matter) continue
      const fate = { ...fateOf(ground, matter, luck), ...(evening && { notFiledBefore: year.end + 8 * HOUR }) }
      all.push({ matter, fate, course: seeThrough(matter, fate, ground.crew, paces) })
    }
  }
  return [...all, ...tellBesides(ground, all, paces)].toSorted((a, b) => a.matter.found - b.matter.found)

  function settled(each: Told, fate: Fate | undefined): Told {
    const { matter, course } = each
    const changed = fate ?? (course.closedAt! < year.end ? undefined : { closedBefore: midnight(year.last) + LAST_CLOSED })
    return changed ? { matter, fate: changed, course: seeThrough(matter, changed, ground.crew, paces) } : each
  }
}

export function pacesOf(office: WorkCalendar, { first, last }: DemoYear): Paces {
  const every = [...daysFrom(addDays(first, -2), addDays(last, 200))]
  return { office, desk: { hours: DUTY, days: new Map(every.map((day) => [day, 'workday'])) } }
}

function fateOf({ crew }: Ground, { owner, urgent, law }: Matter, luck: Random): Fate {
  const chance = luck.next()
  let [from, fate]: [number, Fate] = [0, {}]
  const late = CHANCES.late * crew.habitOf(owner).late
  const options: readonly (readonly [number, Fate])[] = [
    [CHANCES.returned, { isReturned: true }],
    [CHANCES.reworked, { isReworked: true }],
    [urgent || law.limits.handle.unit === 'hours' ? 0 : CHANCES.extended, { isExtended: true }],
    [late, { isLate: true }],
  ]
  for (const [share, option] of options) {
    if (chance >= from && chance < from + share) fate = option
    from += share
  }
  return fate
}

/** Of those that are not closed when the year ends, the older a month is the fewer. */
const PER_MONTH = 0.82
/** Most are closed in the first days of office after, when the figures are out; some take weeks. */
const AFTER = [
  { share: 0.7, hours: [0.3, 27] },
  { share: 0.19, hours: [27, 100] },
  { share: 0.11, hours: [100, 560] },
] as const
/** Of them those that are only not verified. */
const REPORTED = 0.12

function leftOver(told: readonly Told[], { last, end }: DemoYear, count: number): Map<Told, Fate> {
  const random = randomStream('cases: what is left when the year ends')
  const drawn = told.map((each) => ({ each, key: -Math.log(1 - random.next()) / likelihood(each, end) }))
  const left = drawn
    .filter(({ key }) => Number.isFinite(key))
    .toSorted((a, b) => a.key - b.key)
    .slice(0, count)
  if (left.length < count) throw new Error(`only ${left.length} cases can be left over`)
  return new Map(left.map(({ each }) => [each, lagging(each, last, end, random)]))
}

/** 0 where it is not yet due, or has been given more time. */
function likelihood({ matter, course, fate }: Told, end: number): number {
  if (fate.isExtended || fate.isReworked || fate.isReturned || course.closingDue! > end - 2 * HOUR) return 0
  const months = (end - matter.found) / (30.4 * DAY)
  return PER_MONTH ** months * (matter.urgent ? 0.15 : 1) * (matter.law.limits.handle.unit === 'working_days' ? 1.6 : 1)
}

function lagging({ matter, course }: Told, last: string, end: number, random: Random): Fate {
  let left = random.next()
  const { hours } = AFTER.find(({ share }) => {
    left -= share
    return left < 0
  })!
  const after = dueAt(end, { amount: random.between(hours[0], hours[1]), unit: 'working_hours' }, matter.law.calendar)
  if (!random.chance(REPORTED)) return { handledAt: after, notVerifiedBefore: end }
  const before = Math.max(course.closingDue!, midnight(last) + random.between(9, 17) * HOUR)
  return { handledAt: Math.min(before, end - HOUR), notVerifiedBefore: after }
}
