/** How segments stand on a level: patrols, problems, water, and what comes of them. Thousands are told at once, so nothing is told twice. */
import type { ChiefLevel, PatrolRule, PatrolState, SegmentHealth, WaterState } from '#geodata/rivers/records.ts'
import { compareMostOverdue, healthOf, type PatrolStanding, patrolStanding, type SegmentStatus } from '#geodata/rivers/status.ts'
import type { Queryable } from '../database/database.ts'
import type { Places, SegmentPlace } from './places.ts'
import { readRules, ruleFor } from './rules_store.ts'
import { type DutyFilter, type DutyRow, type ProblemRow, readDuties, readProblems } from './standing_store.ts'
import { byRiver, type StationsByRiver, WaterTeller } from './water.ts'
import { readStations } from './water_store.ts'

export interface Standing {
  readonly id: number
  readonly place: SegmentPlace
  readonly patrol: PatrolState
  readonly water: WaterState
  readonly problems: number
  readonly overdue_problems: number
  readonly health: SegmentHealth
}

/** What holds on a day, and where. */
export interface Setting {
  readonly places: Places
  readonly rules: readonly PatrolRule[]
  readonly today: string
}

export const readSetting = async (database: Queryable, places: Places, today: string): Promise<Setting> => ({
  places,
  rules: await readRules(database, today),
  today,
})

/** What else is known of segments: the water's stations, and cases that are open. */
export interface Surroundings {
  readonly stations: StationsByRiver
  readonly problems: ReadonlyMap<number, ProblemRow>
}

/** @param around.rivers whose stations may tell; null is all. @param around.segments whose cases count; null is all */
export async function readSurroundings(
  database: Queryable,
  around: { readonly rivers: readonly number[] | null; readonly segments: readonly number[] | null },
): Promise<Surroundings> {
  const [stations, problems] = await Promise.all([readStations(database, around.rivers), readProblems(database, around.segments)])
  return { stations: byRiver(stations), problems: new Map(problems.map((row) => [row.segment_id, row])) }
}

/** Of a rule that wants several in a period, so many of the last patrols tell when it was last met. */
const PERIODS_BACK = 12

/** @param surroundings that are asked about at the same time */
export async function readStandings(
  database: Queryable,
  level: ChiefLevel,
  filter: DutyFilter,
  setting: Setting,
  surroundings: Promise<Surroundings>,
): Promise<Standing[]> {
  const times = Math.max(1, ...setting.rules.filter((rule) => rule.level === level).map((rule) => rule.times))
  const [rows, known] = await Promise.all([
    readDuties(database, level, setting.today, filter, times === 1 ? 1 : times * PERIODS_BACK),
    surroundings,
  ])
  return standingsOf(rows, level, setting, known)
}

const NO_PROBLEMS = { problems: 0, overdue_problems: 0 }

/** Of the stretches of a segment the one that stands worst counts. A segment that was stored in this very moment comes with the next answer. */
export function standingsOf(
  rows: readonly DutyRow[],
  level: ChiefLevel,
  setting: Setting,
  { stations, problems: open }: Surroundings,
): Standing[] {
  const patrolOf = patrolReader(level, setting)
  const healthOfAll = healthReader()
  const teller = new WaterTeller(stations, setting.today)
  const found = new Map<number, Standing>()
  for (const row of rows) {
    const { id } = row
    const place = setting.places.get(id)
    if (!place) continue
    const patrol = patrolOf(row, place)
    const other = found.get(id)
    if (other && !isWorse(patrol, other.patrol)) continue
    const { problems, overdue_problems } = open.get(id) ?? NO_PROBLEMS
    const water = other?.water ?? teller.waterOf(place)
    const health = healthOfAll(patrol, problems, overdue_problems, water.state)
    found.set(id, { id, place, patrol, water, problems, overdue_problems, health })
  }
  return [...found.values()]
}

const isWorse = (one: PatrolStanding, other: PatrolStanding): boolean =>
  one.overdue_days !== other.overdue_days ? one.overdue_days > other.overdue_days : one.due_on < other.due_on

/** Thousands of segments share a few hundred histories, and a history is judged once. */
function patrolReader(level: ChiefLevel, { rules, today }: Setting): (row: DutyRow, place: SegmentPlace) => PatrolState {
  const ruleAt = new Map<string, PatrolRule | null>()
  // Maps in maps: joining a key for each segment takes longer than all the rest.
  const known = new Map<PatrolRule | null, Map<string, Map<string | null, PatrolState>>>()
  return ({ since, patrolled_on }, { code, valid_from }) => {
    const rule = inMap(ruleAt, code, () => ruleFor(rules, level, code, today) ?? null)
    const owed_since = since !== null && since > valid_from ? since : valid_from
    const histories = inMap(
      inMap(known, rule, () => new Map<string, Map<string | null, PatrolState>>()),
      owed_since,
      () => new Map<string | null, PatrolState>(),
    )
    return inMap(histories, patrolled_on, () => {
      const valid_on = patrolled_on?.split(',') ?? []
      // Where no rule holds, no patrol is ever late.
      const frequency = rule ?? { every_days: 36_500 }
      return { level, ...patrolStanding({ frequency, valid_on, owed_since: rule ? owed_since : today, today }) }
    })
  }
}

function inMap<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}

const WATERS = ['met', 'missed', 'unknown'] as const satisfies readonly WaterState['state'][]

/** By history of patrols, and what of the rest makes a difference. */
function healthReader() {
  const known = new Map<PatrolState, SegmentHealth[]>()
  return (patrol: PatrolState, problems: number, overdue_problems: number, water: WaterState['state']): SegmentHealth => {
    const at = 4 * WATERS.indexOf(water) + 2 * Math.min(1, problems) + Math.min(1, overdue_problems)
    const healths = inMap(known, patrol, () => [])
    healths[at] ??= healthOf({ patrol, problems, overdue_problems, water })
    return healths[at]
  }
}

/** For lists: the most overdue first, and down the rivers among equals. Most are equal to many others, so it is groups that are compared. */
export function sortByUrgency(standings: readonly Standing[]): Standing[] {
  const groups = new Map<PatrolState, Map<string, Standing[]>>()
  for (const standing of standings) {
    const { patrol, health, problems, overdue_problems } = standing
    const key = problems === 0 ? health : `${health} ${problems} ${overdue_problems}`
    inMap(
      inMap(groups, patrol, () => new Map<string, Standing[]>()),
      key,
      () => [],
    ).push(standing)
  }
  const inOrder = [...groups.values()].flatMap((group) => [...group.values()])
  return equalOnesJoined(inOrder.sort(([one], [other]) => compareMostOverdue(statusOf(one!), statusOf(other!)))).flatMap(
    (group) => group.sort((one, other) => one.place.order - other.place.order),
  )
}

/** Different histories may be as urgent. */
function equalOnesJoined(groups: readonly Standing[][]): Standing[][] {
  const joined: Standing[][] = []
  for (const group of groups) {
    const before = joined.at(-1)
    if (before && compareMostOverdue(statusOf(before[0]!), statusOf(group[0]!)) === 0) before.push(...group)
    else joined.push(group)
  }
  return joined
}

const statusOf = ({ patrol, problems, overdue_problems, water, health }: Standing): SegmentStatus => ({
  ...{ patrol, problems, overdue_problems, water: water.state, health },
})
