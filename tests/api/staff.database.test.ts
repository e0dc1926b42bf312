// Organisations, posts, people and tenures: read as far as the right reaches, written within the own territory, never over another's change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'
import { storeSquareTown } from '../helpers/square_town.ts'
import { idOfCode, type Staff, send, storeStaff } from '../helpers/staff.ts'

let test: TestApp
let staff: Staff
let planner: Record<string, string>
let viewer: Record<string, string>

const WEST = '411825100001'

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  staff = await storeStaff(test.database)
  planner = await test.signIn([{ role: 'planner', territory_code: WEST }])
  viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
})
afterAll(() => test.close())

const names = async (query: string, headers?: Record<string, string>): Promise<string> =>
  (await test.json(`/api/people?${query}`, headers)).people.map(({ name }: Json) => name).join(' ')

describe('people are found', () => {
  it.each([
    ['by name', 'q=W1', 'W1'],
    ['by number', 'q=nw2', 'W2'],
    ['by organisation', `q=${encodeURIComponent('水利')}`, 'C1'],
    ['by territory', 'territory=411825100002', 'E1 E2'],
    ['never by mobile number', 'q=13800000000', ''],
    ['who have left', 'left=true', ''],
    ['page by page', 'limit=2&offset=1', 'W1 W2'],
  ])('%s', async (_, query, found) => {
    expect(await names(query)).toBe(found)
  })

  it('with how many there are in all', async () => {
    expect((await test.json('/api/people?limit=1')).total).toBe(7)
  })

  it('with mobile numbers only for who has the right, in his territory and above it', async () => {
    const mobiles = async (headers: Record<string, string>) =>
      Object.fromEntries((await test.json('/api/people', headers)).people.map(({ name, mobile }: Json) => [name, mobile]))
    const seen = await mobiles(planner)
    expect([seen.W1, seen.C1, seen.E1]).toEqual(['13800000000', '13800000000', undefined])
    expect((await test.get('/api/people', viewer).then((response) => response.text())).includes('1380')).toBe(false)
    const one = await test.get(`/api/people/${staff.person('W1')}`, viewer)
    expect((await one.text()).includes('1380')).toBe(false)
  })

  it.each(['limit=0', 'offset=-1', 'left=maybe', 'territory=4118', 'organisation_id=x', 'q=', 'colour=red'])(
    '%s is refused',
    async (query) => {
      await problemOf(await test.get(`/api/people?${query}`))
    },
  )
})

it('a person comes with posts, history, and what he is responsible for by layer and role', async () => {
  const post = await send(test, 'POST', '/api/posts', { organisation_id: staff.west, name: '网格员' })
  const tenure = { post_id: post.body.id, person_id: staff.person('W1') }
  await send(test, 'POST', '/api/tenures', { ...tenure, valid_from: '2025-01-01', valid_to: '2025-06-01' })
  await send(test, 'POST', '/api/tenures', { ...tenure, valid_from: '2026-01-01' })
  const grid = await idOfCode(test.database, 'grids', `${WEST}100`)
  await send(test, 'POST', '/api/assignments', {
    role: 'grid_leader',
    standing: 'A',
    person_id: staff.person('W1'),
    valid_from: '2026-01-01',
    objects: [{ layer: 'grids', id: grid }],
  })
  const { headers, body } = await send(test, 'GET', `/api/people/${staff.person('W1')}`)
  expect(headers.get('etag')).toBe(`"${body.version}"`)
  expect(body.posts.map(({ name }: Json) => name)).toEqual(['网格员'])
  expect(body.tenures.map(({ valid_from }: Json) => valid_from)).toEqual(['2026-01-01', '2025-01-01'])
  expect(body.assignments).toMatchObject([{ layer: 'grids', role: 'grid_leader', count: 1, objects: [{ code: `${WEST}100` }] }])
  const again = await send(test, 'POST', '/api/tenures', { ...tenure, valid_from: '2026-05-01' })
  expect([again.status, again.body.code]).toEqual([409, 'tenures_overlap'])
  expect(
    (await send(test, 'POST', '/api/tenures', { ...tenure, valid_from: '2024-05-01', valid_to: '2024-05-01' })).body.code,
  ).toBe('end_before_start')
})

describe('writing', () => {
  const person = (rest: object = {}) => ({ name: '新人', organisation_id: staff.west, ...rest })

  it('adds and changes a person, from the version that was seen', async () => {
    const added = await send(test, 'POST', '/api/people', person({ mobile: '13911112222' }), planner)
    expect([added.status, added.headers.get('location'), added.headers.get('etag')]).toEqual([
      201,
      `/api/people/${added.body.id}`,
      '"1"',
    ])
    const path = `/api/people/${added.body.id}`
    expect((await send(test, 'PATCH', path, { telephone: '110' }, planner)).body.code).toBe('if_match_required')
    const first = await send(test, 'PATCH', path, { telephone: '110' }, { ...planner, 'if-match': '"1"' })
    expect([first.status, first.body.telephone, first.body.mobile]).toEqual([200, '110', '13911112222'])
    const second = await send(test, 'PATCH', path, { telephone: '119' }, { ...planner, 'if-match': '"1"' })
    expect([second.status, second.body.code, second.body.current.telephone]).toEqual([412, 'version_conflict', '110'])
  })

  it.each([
    ['an unknown member', { colour: 1 }, 'body_invalid', 'colour'],
    ['no name', { name: ' ' }, 'body_invalid', 'name'],
    ['a name with a control character', { name: 'a\u0000b' }, 'body_invalid', 'name'],
    ['a telephone of letters', { mobile: '=1+1' }, 'body_invalid', 'mobile'],
    ['a day that there is not', { left_on: '2026-02-30' }, 'body_invalid', 'left_on'],
    ['an organisation that there is not', { organisation_id: 999_999 }, 'link_unknown', 'organisation_id'],
    ['a version', { version: 3 }, 'body_invalid', 'version'],
  ])('refuses %s', async (_, rest, code, field) => {
    const { status, body } = await send(test, 'POST', '/api/people', person(rest))
    expect([status, body.code, body.field]).toEqual([422, code, field])
  })

  it('refuses the same number twice', async () => {
    expect((await send(test, 'POST', '/api/people', person({ code: 'NW1' }))).body.code).toBe('record_twice')
  })

  it('refuses what is no JSON', async () => {
    expect((await send(test, 'POST', '/api/people', '{')).body.code).toBe('body_not_json')
  })

  it('keeps to the territory: no person there, none moved there, none taken from there', async () => {
    expect((await send(test, 'POST', '/api/people', person({ organisation_id: staff.east }), planner)).status).toBe(403)
    const change = (name: string, body: object) =>
      send(test, 'PATCH', `/api/people/${staff.person(name)}`, body, { ...planner, 'if-match': '"1"' })
    expect((await change('W2', { organisation_id: staff.east })).body.code).toBe('outside_territory')
    expect((await change('E1', { organisation_id: staff.west })).body.code).toBe('outside_territory')
    expect((await change('E1', { name: 'x' })).status).toBe(403)
    const organisation = { name: '新单位', kind: 'department', territory_code: '411825' }
    expect((await send(test, 'POST', '/api/organisations', organisation, planner)).status).toBe(403)
    expect((await send(test, 'POST', '/api/posts', { organisation_id: staff.county, name: 'x' }, planner)).status).toBe(403)
    expect((await send(test, 'POST', '/api/people', person(), viewer)).body.code).toBe('right_missing')
  })

  it('refuses an organisation that belongs to itself, however far round', async () => {
    const { body: above } = await send(test, 'POST', '/api/organisations', { name: '甲', kind: 'other', territory_code: WEST })
    const { body: below } = await send(test, 'POST', '/api/organisations', {
      name: '乙',
      kind: 'other',
      territory_code: WEST,
      parent_id: above.id,
    })
    const { body } = await send(test, 'PATCH', `/api/organisations/${above.id}`, { parent_id: below.id }, { 'if-match': '"1"' })
    expect(body.code).toBe('organisation_in_itself')
  })

  it('leaves in the record who it was', async () => {
    const [{ account_name, via }] = (await test.database.query<Json>(
      sql`select account_name, via from audit_entries where subject = 'organisations' and via <> 'database' order by id desc limit 1`,
    )) as [Json]
    expect(account_name).toMatch(/^test-/)
    expect(via).toBe('token')
  })

  it.each(['/api/people/0', '/api/people/99999999999', '/api/posts/x', '/api/assignments/1e3', '/api/tenures/999999'])(
    'finds nothing at %s',
    async (path) => {
      expect((await problemOf(await test.get(path))).code).toBe('record_not_found')
    },
  )
})
