// The river of the town of squares with its chiefs, and walks along it.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { sql } from '#api/database/sql.ts'
import type { Json, TestApp } from './app.ts'
import { COUNTY, EAST, TOWN, WEST } from './damage.ts'
import { asOwner } from './database.ts'
import { assign, idOf, placeOf, storePerson, storeSquareTown } from './square_town.ts'

const DAY_MS = 86_400_000
const CHINA_MS = 8 * 3_600_000

/** The day in China, so many before today. */
export const dayBefore = (days: number): string => new Date(Date.now() + CHINA_MS - days * DAY_MS).toISOString().slice(0, 10)

export interface RiverTown {
  /** Segments 1 (west, 0–1000 m) and 2 (east, 1000–2000 m). */
  readonly west: number
  readonly east: number
  readonly river: number
  /** Village chief in the west, in the east; chief of the town for both; chief of the county, by the river as a whole. */
  readonly people: Readonly<Record<'west' | 'east' | 'town' | 'county', number>>
  readonly chiefs: Readonly<Record<'west' | 'east' | 'town' | 'county', Json>>
  readonly office: Json
}

export async function storeRiverTown(test: TestApp): Promise<RiverTown> {
  const { database } = test
  await storeSquareTown(database)
  const [west, east] = [
    await idOf(database, 'river_segments', `${COUNTY}000001`),
    await idOf(database, 'river_segments', `${COUNTY}000002`),
  ]
  const river = await idOf(database, 'rivers', 'R1')
  const people = {
    west: await storePerson(database, '西河长', { territory_code: WEST, mobile: '13800000001' }),
    east: await storePerson(database, '东河长', { territory_code: EAST, mobile: '13800000002' }),
    town: await storePerson(database, '镇河长', { territory_code: TOWN, mobile: '13800000003' }),
    county: await storePerson(database, '县河长', { territory_code: COUNTY, mobile: '13800000004' }),
  }
  for (const given of chiefsOf({ people, west, east, river })) await assign(database, given)
  const signIn = (person_id: number, territory_code: string) =>
    test.signIn([{ role: 'river_chief', territory_code }], { person_id })
  return {
    ...{ west, east, river, people },
    chiefs: {
      west: await signIn(people.west, WEST),
      east: await signIn(people.east, EAST),
      town: await signIn(people.town, TOWN),
      county: await signIn(people.county, COUNTY),
    },
    office: await test.signIn([{ role: 'river_office', territory_code: COUNTY }]),
  }
}

export interface Walk {
  /** Places to go through, in kilometres from west to east along the river. */
  readonly through: readonly number[]
  /** Kilometres north of the river. */
  readonly beside?: number
  /** When it ended, in milliseconds since 1970; now without it. */
  readonly ended?: number
  readonly metresPerSecond?: number
  readonly secondsApart?: number
}

export type TrackPoint = [number, number, number, number | null]

/** Positions of somebody who walks along the river. */
export async function walk(
  test: TestApp,
  { through, beside = 0, ended = Date.now(), metresPerSecond = 1.2, secondsApart = 10 }: Walk,
) {
  const step = (metresPerSecond * secondsApart) / 1000
  const along: number[] = [through[0]!]
  for (let at = 1; at < through.length; at++) {
    const [from, to] = [through[at - 1]!, through[at]!]
    const steps = Math.max(1, Math.round(Math.abs(to - from) / step))
    for (let i = 1; i <= steps; i++) along.push(from + ((to - from) * i) / steps)
  }
  const [origin, end] = [await placeOf(test.database, 0, 0.5 + beside), await placeOf(test.database, 2, 0.5 + beside)]
  const started = ended - (along.length - 1) * secondsApart * 1000
  // Nobody's steps are even to the centimetre.
  const track = along.map((x, i): TrackPoint => {
    const wobble = Math.sin(i * 2.4) * 2e-6
    return [
      origin[0] + ((end[0] - origin[0]) * x) / 2 + wobble,
      origin[1] + ((end[1] - origin[1]) * x) / 2 + wobble,
      started + i * secondsApart * 1000,
      5,
    ]
  })
  return { track, started_at: new Date(started).toISOString(), ended_at: new Date(ended).toISOString() }
}

/** A patrol of a village chief, with what is given in its place. */
export async function aPatrol(test: TestApp, segment_id: number, walked: Walk, given: Json = {}): Promise<Json> {
  return {
    client_id: randomUUID(),
    segment_id,
    level: 'village',
    ...(await walk(test, walked)),
    reason: null,
    remark: null,
    sent_at: new Date().toISOString(),
    ...given,
  }
}

export const handIn = (test: TestApp, body: Json, headers: Json): Promise<Response> =>
  test.send('POST', '/api/rivers/patrols', body, headers)

/** Hands in a patrol that must be taken. */
export async function handedIn(test: TestApp, body: Json, headers: Json): Promise<Json> {
  const response = await handIn(test, body, headers)
  expect(response.status, await response.clone().text()).toBe(201)
  return response.json()
}

/** Takes everything back that a test has done to patrols and chiefs. */
export const resetRivers = (test: TestApp, { people, west, east, river }: RiverTown) =>
  asOwner(test.database, async (transaction) => {
    await transaction.query(sql`delete from patrols`)
    await transaction.query(sql`delete from signboards`)
    await transaction.query(sql`delete from assignments`)
    await transaction.query(sql`
      insert into assignments (layer, object_id, role, person_id, valid_from)
      select layer, object_id, role, person_id, date '2025-01-01'
      from jsonb_to_recordset(${JSON.stringify(chiefsOf({ people, west, east, river }))}::jsonb)
        as given (layer text, object_id integer, role text, person_id integer)`)
  })

const chiefsOf = ({ people, west, east, river }: Pick<RiverTown, 'people' | 'west' | 'east' | 'river'>) => {
  const chief = (person_id: number, level: string, object_id: number, layer = 'river_segments') => ({
    ...{ layer, object_id, person_id, role: `river_chief_${level}` },
  })
  return [
    chief(people.west, 'village', west),
    chief(people.east, 'village', east),
    ...[west, east].map((id) => chief(people.town, 'town', id)),
    chief(people.county, 'county', river, 'rivers'),
  ]
}

/** Ends what somebody is responsible for; the day is the first on which he no longer is. */
export const endTerm = (test: TestApp, person: number, day: string) =>
  test.database.query(sql`update assignments set valid_to = ${day}::text::date where person_id = ${person}::integer`)
