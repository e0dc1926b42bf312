// Cases in the town of squares: who is there to handle them, and the way to report and see one through.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { sql } from '#api/database/sql.ts'
import type { Json, TestApp } from './app.ts'
import { ago, COUNTY, TOWN, WEST } from './damage.ts'
import { assign, idOf, placeOf, storePerson, storeSquareTown } from './square_town.ts'

export interface CaseTown {
  /** Village chief of the western segment, with a person and an account. */
  readonly chief: Json
  /** A worker of the city office, to which kinds without anybody nearer fall. */
  readonly worker: Json
  readonly chiefId: number
  readonly cityId: number
  readonly supervisor: Json
  readonly desk: Json
}

export async function storeCaseTown(test: TestApp): Promise<CaseTown> {
  const { database } = test
  await storeSquareTown(database)
  const [city] = await database.query<{ id: number }>(sql`
    insert into organisations (name, kind, territory_code, telephone) values ('城管局', 'department', ${COUNTY}, '0391-2') returning id`)
  await database.query(sql`
    insert into case_departments (duty, territory_code, organisation_id)
    select duty, ${COUNTY}, ${city!.id}::integer from (values ('city'), ('town'), ('water'), ('sanitation_company'), ('transport'), ('ecology'),
      ('water_company'), ('civil'), ('education'), ('emergency'), ('police'), ('fire'), ('land'), ('roads')) as given (duty)`)
  const [worker] = await database.query<{ id: number }>(sql`
    insert into people (name, organisation_id) values ('城管员', ${city!.id}::integer) returning id`)
  const chiefId = await storePerson(database, '村河长', { territory_code: WEST, mobile: '13800000001' })
  await assign(database, {
    layer: 'river_segments',
    object_id: await idOf(database, 'river_segments', `${COUNTY}000001`),
    role: 'river_chief_village',
    person_id: chiefId,
  })
  return {
    chiefId,
    cityId: city!.id,
    chief: await test.signIn([{ role: 'river_chief', territory_code: TOWN }], { person_id: chiefId }),
    worker: await test.signIn([{ role: 'handler', territory_code: COUNTY }], { person_id: worker!.id }),
    supervisor: await test.signIn([{ role: 'supervisor', territory_code: TOWN }]),
    desk: await test.signIn([{ role: 'dispatcher', territory_code: COUNTY }]),
  }
}

/** A well cover found by a supervisor at a place given in kilometres, with what is given in its place. */
export async function aCase(test: TestApp, place: readonly [number, number], given: Json = {}): Promise<Json> {
  const [longitude, latitude] = await placeOf(test.database, ...place)
  return {
    client_id: randomUUID(),
    kind: 'C0101',
    source: 'supervisor',
    longitude,
    latitude,
    noted_at: ago(0.1),
    sent_at: new Date().toISOString(),
    ...given,
  }
}

/** Sends a case that must be taken. */
export async function collected(test: TestApp, body: Json, headers: Json): Promise<Json> {
  const response = await test.send('POST', '/api/cases', body, headers)
  expect(response.status, await response.clone().text()).toBe(201)
  return response.json()
}

export const take = (test: TestApp, found: Json, body: Json, headers: Json): Promise<Response> =>
  test.send('POST', `/api/cases/${found.id}/events`, body, { ...headers, 'if-match': `"${found.version}"` })

/** Takes a step that must be taken, from what was seen. */
export async function taken(test: TestApp, found: Json, body: Json, headers: Json): Promise<Json> {
  const response = await take(test, found, body, headers)
  expect(response.status, await response.clone().text()).toBe(201)
  return response.json()
}
