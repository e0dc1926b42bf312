// Ten things that people try, each as bytes on a socket: no console stands between.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { type RawAnswer, sendRaw } from '../helpers/raw.ts'
import { type Browser, makePerson, openBrowser } from '../helpers/sessions.ts'

let test: TestApp
/** Of one community, and a hydrant and a person of another one. */
let planner: Browser
let viewer: Browser
let administratorOfTown: Browser
let hydrantElsewhere: number
let personElsewhere: number
let own: string
let elsewhere: string

beforeAll(async () => {
  test = await startApp()
  const [place] = await test.database.query<Json>(sql`
    select theirs.code as elsewhere, ours.code as own, hydrants.id as hydrant, people.id as person
    from administrative_areas as theirs
    join administrative_areas as ours on ours.level = 'community' and ours.code <> theirs.code
    join hydrants on ST_Contains(theirs.geom, hydrants.geom)
      and not exists (select from assignments where layer = 'hydrants' and object_id = hydrants.id)
    join organisations on organisations.territory_code = theirs.code
    join people on people.organisation_id = organisations.id and people.mobile is not null and people.left_on is null
    where theirs.level = 'community' order by theirs.code, ours.code, hydrants.id, people.id limit 1`)
  elsewhere = place.elsewhere
  own = place.own
  hydrantElsewhere = place.hydrant
  personElsewhere = place.person
  const person = async (role: 'planner' | 'viewer' | 'administrator', territory_code: string) =>
    openBrowser(test.url, await makePerson(test, { roles: [{ role, territory_code }] }))
  planner = await person('planner', own)
  viewer = await person('viewer', '')
  administratorOfTown = await person('administrator', own.slice(0, 9))
})
afterAll(() => test.close())

interface Attempt {
  readonly by?: Browser
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Leaves out what only our own page knows. */
  readonly withoutCsrf?: boolean
}

async function attempt(request: string, { by, body, headers = {}, withoutCsrf = false }: Attempt = {}): Promise<RawAnswer> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const all: Record<string, string> = {
    host: `127.0.0.1:${test.port}`,
    connection: 'close',
    ...(by ? { cookie: by.cookie } : {}),
    ...(by && !withoutCsrf ? { 'x-csrf-token': by.csrf } : {}),
    ...(text ? { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) } : {}),
    ...headers,
  }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return sendRaw(test.port, `${request} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${text}`)
}

const assign = (objects: readonly Json[]) => ({ role: 'keeper', standing: 'A', person_id: personElsewhere, objects })
const countAssignments = async () => (await test.database.query<Json>(sql`select count(*) from assignments`))[0].count

describe('it is forbidden', () => {
  it('1. to read the map without signing in', async () => {
    for (const path of ['/api/collections/hydrants/items', '/api/search?q=a', '/tiles/grids/10/834/405.mvt', '/api/events']) {
      const { status, body } = await attempt(`GET ${path}`)
      expect(status, path).toBe(401)
      expect(body, path).toContain('not_signed_in')
    }
  })

  it('2. to make somebody responsible as a viewer', async () => {
    const before = await countAssignments()
    const body = assign([{ layer: 'hydrants', id: hydrantElsewhere }])
    expect((await attempt('POST /api/assignments', { by: viewer, body })).status).toBe(403)
    expect(await countAssignments()).toBe(before)
  })

  it('3. to make somebody responsible in a neighbour’s community, though a viewer’s colleague may in his own', async () => {
    const before = await countAssignments()
    const answer = await attempt('POST /api/assignments', {
      by: planner,
      body: assign([{ layer: 'hydrants', id: hydrantElsewhere }]),
    })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('outside_territory')
    expect(await countAssignments()).toBe(before)
  })

  it('4. to change a neighbour’s person', async () => {
    const [{ version }] = (await test.database.query<Json>(sql`select version from people where id = ${personElsewhere}`)) as [
      Json,
    ]
    const headers = { 'if-match': `"${version}"` }
    const answer = await attempt(`PATCH /api/people/${personElsewhere}`, { by: planner, body: { mobile: null }, headers })
    expect(answer.status).toBe(403)
  })

  it('5. to see a personal number as a viewer, by any way that names the person', async () => {
    const [{ mobile }] = (await test.database.query<Json>(sql`select mobile from people where id = ${personElsewhere}`)) as [Json]
    const ways = [
      `/api/people/${personElsewhere}`,
      '/api/people?limit=1000',
      `/api/people?q=${mobile}`,
      `/api/people/${personElsewhere}?history=true`,
      '/api/people/export?format=csv',
      '/api/assignments/export?format=csv',
      `/api/assignments?person_id=${personElsewhere}`,
    ]
    for (const way of ways) expect((await attempt(`GET ${way}`, { by: viewer })).body, way).not.toContain(mobile)
  })

  it('6. to read the record of writes as a planner', async () => {
    expect((await attempt('GET /api/audit', { by: planner })).status).toBe(403)
  })

  it('7. to write with the cookie alone, as another site’s page would', async () => {
    const body = { name: 'from elsewhere' }
    const answer = await attempt('POST /api/account/tokens', { by: planner, body, withoutCsrf: true })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('csrf_missing')
    const headers = { origin: 'http://elsewhere.example' }
    expect((await attempt('POST /api/session', { body: { name: 'a', password: 'b' }, headers })).status).toBe(403)
  })

  it('8. to write with a token that may only read', async () => {
    const made = (await (await planner.send('POST', '/api/account/tokens', { name: 'reader', read_only: true })).json()) as Json
    const headers = { authorization: `Bearer ${made.token}` }
    const answer = await attempt('POST /api/assignments', { body: assign([]), headers })
    expect(answer.status).toBe(403)
    expect(answer.body).toContain('token_read_only')
  })

  it('9. to make oneself or another an administrator of more than one’s own town', async () => {
    const roles = [{ role: 'administrator', territory_code: own.slice(0, 6) }]
    const answer = await attempt('POST /api/accounts', { by: administratorOfTown, body: { name: 'climber', roles } })
    expect(answer.status).toBe(403)
    expect((await attempt('POST /api/accounts', { by: planner, body: { name: 'climber', roles } })).status).toBe(403)
    expect(await test.database.query(sql`select from accounts where name = 'climber'`)).toEqual([])
  })

  it('10. to see who lives where as a viewer, in features and in tiles', async () => {
    const ways = [
      '/api/collections/household_points/items',
      '/tiles/household_points/14/1/1.mvt',
      '/tiles/grids,household_points.json',
    ]
    for (const way of ways) expect((await attempt(`GET ${way}`, { by: viewer })).status, way).toBe(403)
    expect((await attempt('GET /api/state', { by: viewer })).body).not.toContain('household_points')
  })

  it('and the same things are allowed to whom they are', async () => {
    const county = await openBrowser(
      test.url,
      await makePerson(test, { roles: [{ role: 'planner', territory_code: elsewhere }] }),
    )
    const answer = await attempt('POST /api/assignments', {
      by: county,
      body: assign([{ layer: 'hydrants', id: hydrantElsewhere }]),
    })
    expect(answer.body).not.toContain('outside_territory')
    expect([200, 201]).toContain(answer.status)
    expect((await attempt(`GET /api/people/${personElsewhere}`, { by: county })).body).toContain('"mobile"')
  })
})
