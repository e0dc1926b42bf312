/** How segments stand on a level: patrols, problems, water, and what comes of them. */
import type { ChiefLevel, PatrolRule, PatrolState, SegmentHealth, WaterState } from '#geodata/rivers/records.ts'
import { compareMostOverdue, healthOf, type PatrolStanding, patrolStanding, type SegmentStatus } from '#geodata/rivers/status.ts'
import type { Queryable } from '../database/database.ts'
import type { SegmentPlace } from './places.ts'
import { readRules, ruleFor } from './rules_store.ts'
import { type DutyFilter, type DutyRow, readDuties } from './standing_store.ts'
import { byRiver, type StationsByRiver, waterOf } from './water.ts'
import { readStations } from './water_store.ts'

export interface Standing {
  readonly id: number
  readonly river_id: number | null
  readonly river_name: string
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly patrol: PatrolState
  readonly water: WaterState
  readonly problems: number
  readonly overdue_problems: number
  readonly health: SegmentHealth
}

export interface Surroundings {
  readonly places: ReadonlyMap<number, SegmentPlace>
  readonly rules: readonly PatrolRule[]
  readonly stations: StationsByRiver
  readonly today: string
}

export async function readSurroundings(
  database: Queryable,
  places: ReadonlyMap<number, SegmentPlace>,
  rivers: readonly number[] | null,
  today: string,
): Promise<Surroundings> {
  const [rules, stations] = await Promise.all([readRules(database, today), readStations(database, rivers)])
  return { places, rules, stations: byRiver(stations), today }
}

/** Of a rule that wants several in a period, so many of the last patrols tell when it was last met. */
const PERIODS_BACK = 12

export async function readStandings(
  database: Queryable,
  level: ChiefLevel,
  filter: DutyFilter,
  surroundings: Surroundings,
): Promise<Standing[]> {
  const times = Math.max(1, ...surroundings.rules.filter((rule) => rule.level === level).map((rule) => rule.times))
  const rows = await readDuties(database, level, surroundings.today, filter, times === 1 ? 1 : times * PERIODS_BACK)
  return standingsOf(rows, level, surroundings)
}

/** Of the stretches of a segment the one that stands worst counts. */
export function standingsOf(rows: readonly DutyRow[], level: ChiefLevel, surroundings: Surroundings): Standing[] {
  const patrolOf = patrolReader(level, surroundings)
  const found = new Map<number, Standing>()
  for (const row of rows) {
    const patrol = patrolOf(row)
    const other = found.get(row.id)
    if (other && !isWorse(patrol, other.patrol)) continue
    const { id, river_id, river_name, chainage_from_m, chainage_to_m, problems, overdue_problems } = row
    const water = other?.water ?? waterOf(row, surroundings.stations, surroundings.today)
    const health = healthOf({ patrol, problems, overdue_problems, water: water.state })
    found.set(id, {
      ...{ id, river_id, river_name, chainage_from_m, chainage_to_m },
      ...{ patrol, water, problems, overdue_problems, health },
    })
  }
  return [...found.values()]
}

const isWorse = (one: PatrolStanding, other: PatrolStanding): boolean =>
  one.overdue_days !== other.overdue_days ? one.overdue_days > other.overdue_days : one.due_on < other.due_on

/** Thousands of segments share a few hundred histories, and a history is judged once. */
function patrolReader(level: ChiefLevel, { places, rules, today }: Surroundings): (row: DutyRow) => PatrolState {
  const known = new Map<string, PatrolState>()
  const ruleAt = new Map<string, PatrolRule | undefined>()
  return ({ id, since, patrolled_on }) => {
    const code = places.get(id)?.code ?? ''
    if (!ruleAt.has(code)) ruleAt.set(code, ruleFor(rules, level, code, today))
    const rule = ruleAt.get(code)
    const key = `${rule?.id} ${since} ${patrolled_on}`
    const before = known.get(key)
    if (before) return before
    const valid_on = patrolled_on?.split(',') ?? []
    const patrol = {
      level,
      ...(rule ? patrolStanding({ frequency: rule, valid_on, owed_since: since, today }) : owesNothing(valid_on, today)),
    }
    known.set(key, patrol)
    return patrol
  }
}

/** Where no rule holds, no patrol is late. */
function owesNothing(valid_on: readonly string[], today: string): PatrolStanding {
  const last_on = valid_on.toSorted().at(-1) ?? null
  return { ...patrolStanding({ frequency: { every_days: 36_500 }, valid_on, owed_since: today, today }), last_on }
}

const statusOf = ({ patrol, problems, overdue_problems, water, health }: Standing): SegmentStatus => ({
  ...{ patrol, problems, overdue_problems, water: water.state, health },
})

/** For lists: the most overdue first, and down the rivers among equals. */
export const byUrgency = (a: Standing, b: Standing): number =>
  compareMostOverdue(statusOf(a), statusOf(b)) ||
  (a.river_name < b.river_name ? -1 : a.river_name > b.river_name ? 1 : a.chainage_from_m - b.chainage_from_m || a.id - b.id)
