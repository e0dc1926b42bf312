/** Who collects, files, handles and verifies the cases of the demo. */

import type { CaseSource, Subject } from '#geodata/cases/records.ts'
import type { Demo } from '#geodata/county/demo.ts'
import { groupBy } from '#geodata/county/geometry/group.ts'
import { type Random, randomStream } from '#geodata/county/geometry/random.ts'
import type { Actor } from './course.ts'
import type { OwnerOfCase, Owners } from './owners.ts'
import type { Spot } from './spots.ts'

export interface Reporter extends Actor {
  readonly source: CaseSource
  readonly person_code: string | null
}

/** How quickly somebody works, 1 as most do, and how often too late. */
export interface Habit {
  readonly slow: number
  readonly late: number
}

export interface Crew {
  reporter(spot: Spot, subject: Subject, day: string, random: Random): Reporter
  desk(random: Random): Actor
  /** Who does what an owner has to do. */
  worker(owner: OwnerOfCase, random: Random): Actor
  verifier(spot: Spot, subject: Subject, day: string, random: Random): Actor
  /** Of those in an office who are sent out, one. */
  sentOut(organisation_code: string, random: Random): string | null
  habitOf(owner: OwnerOfCase): Habit
}

const SOURCES: Readonly<Record<'river' | 'watched' | 'elsewhere', readonly (readonly [CaseSource, number])[]>> = {
  river: [
    ['river_patrol', 0.72],
    ['public', 0.12],
    ['hotline', 0.1],
    ['inspection', 0.06],
  ],
  watched: [
    ['supervisor', 0.74],
    ['hotline', 0.1],
    ['public', 0.08],
    ['grid_patrol', 0.05],
    ['inspection', 0.03],
  ],
  elsewhere: [
    ['grid_patrol', 0.62],
    ['hotline', 0.18],
    ['public', 0.13],
    ['inspection', 0.07],
  ],
}
const NAMELESS: Readonly<Partial<Record<CaseSource, string>>> = {
  hotline: '12345热线',
  public: '市民随手拍',
  inspection: '县督查组',
}
const WORKERS = ['grid_worker_full_time', 'grid_worker_part_time', 'grid_leader']
const CHIEFS = ['river_chief_village', 'river_chief_town']
/** The account that everybody tries sits at the desk more often than others. */
const AT_THE_DESK = 0.55
/** What those of the village report through the account that everybody tries. */
const OWN_REPORTER = 0.5
const SENT_OUT = 0.7
const NOBODY = [{ name: '值班员' }]

export function crewOf({ responsibility }: Demo, owners: Owners): Crew {
  const { accounts = [], people = [], tenures = [] } = responsibility ?? {}
  const accountOf = new Map(accounts.map(({ name, person_code }) => [person_code, name]))
  const accountNamed = (wanted: string) => accounts.find(({ name }) => name === wanted)
  const village = accountNamed('reporter')?.roles[0]?.territory_code
  const inPost = (post: string) => {
    const codes = new Set(tenures.filter(({ post_name }) => post_name === post).map(({ person_code }) => person_code))
    return people.filter(({ code, left_on }) => codes.has(code) && left_on === null)
  }
  const operators = inPost('坐席员')
  const sent = new Map(groupBy(inPost('处置员'), ({ organisation_code }) => organisation_code))
  const staff = new Map(
    groupBy(
      people.filter(({ left_on }) => left_on === null),
      ({ organisation_code }) => organisation_code,
    ),
  )
  const actor = (code: string): Actor => ({ name: owners.person(code).name, account: accountOf.get(code) ?? null })
  const habits = new Map<string, Habit>()

  const desk: Crew['desk'] = (random) =>
    operators.length === 0 || random.chance(AT_THE_DESK)
      ? { name: accountNamed('dispatcher')?.display_name ?? '调度员', account: 'dispatcher' }
      : { name: random.pick(operators).name, account: null }

  const walker = (source: CaseSource, spot: Spot, day: string) =>
    source === 'supervisor'
      ? owners.inGrid(['supervisor'], 'supervision', spot, day)
      : source === 'grid_patrol'
        ? owners.inGrid(WORKERS, 'governance', spot, day)
        : source === 'river_patrol' && spot.segment
          ? owners.onSegment(CHIEFS, spot.segment, day)
          : []

  return {
    desk,
    reporter: (spot, subject, day, random) => {
      const { community_code, grids } = spot.cell.place
      const isWatched = grids.some(({ scheme }) => scheme === 'supervision')
      const source = drawn(SOURCES[subject === 'river' ? 'river' : isWatched ? 'watched' : 'elsewhere'], random)
      if (source === 'grid_patrol' && community_code === village && random.chance(OWN_REPORTER))
        return { source, person_code: null, name: accountNamed('reporter')!.display_name, account: 'reporter' }
      const found = walker(source, spot, day)
      if (found.length > 0) {
        // Of chiefs the village's own walks most; supervisors of a grid take turns.
        const { code } = source === 'supervisor' ? random.pick(found) : found[random.chance(0.8) ? 0 : found.length - 1]!
        return { ...actor(code), source, person_code: code }
      }
      const told = NAMELESS[source] ? source : 'public'
      return { source: told, person_code: null, name: NAMELESS[told]!, account: null }
    },
    worker: ({ organisation_code, person_code }, random) =>
      person_code === null
        ? { name: random.pick(staff.get(organisation_code) ?? NOBODY).name, account: null }
        : actor(person_code),
    verifier: (spot, subject, day, random) => {
      if (subject === 'river') return { name: accountNamed('river-office')?.display_name ?? '县河长办', account: 'river-office' }
      const walking = owners.inGrid(['supervisor'], 'supervision', spot, day)
      return walking.length > 0 ? actor(random.pick(walking).code) : desk(random)
    },
    sentOut: (organisation_code, random) => {
      const own = sent.get(organisation_code)
      return own && random.chance(SENT_OUT) ? random.pick(own).code : null
    },
    habitOf: ({ organisation_code, person_code }) => {
      const key = person_code ?? organisation_code
      const known = habits.get(key)
      if (known) return known
      const [own, office] = [randomStream(`habits of ${key}`), randomStream(`habits of ${organisation_code}`)]
      const habit = { slow: own.lognormal(0.2) * office.lognormal(0.12), late: own.lognormal(0.7) * office.lognormal(0.5) }
      habits.set(key, habit)
      return habit
    },
  }
}

function drawn<Item>(shares: readonly (readonly [Item, number])[], random: Random): Item {
  let left = random.next()
  for (const [item, share] of shares) {
    left -= share
    if (left < 0) return item
  }
  return shares.at(-1)![0]
}
