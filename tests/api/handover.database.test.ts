// Who leaves hands over: what moves, to whom, what stays, and what can't.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { storeSquareTown } from '../helpers/square_town.ts'
import { countOf, idOfCode, type Staff, send, storeStaff } from '../helpers/staff.ts'

let test: TestApp
let staff: Staff
let river: number
let grids: number[]

const WEST = '411825100001'
const EAST = '411825100002'
const ON = '2026-06-01'

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  staff = await storeStaff(test.database)
  river = await idOfCode(test.database, 'rivers', 'R1')
  grids = await Promise.all([`${WEST}100`, `${WEST}200`].map((code) => idOfCode(test.database, 'grids', code)))
})
afterAll(() => test.close())

beforeEach(async () => {
  await test.database.query(sql`delete from assignments`)
  await test.database.query(sql`delete from tenures`)
  await test.database.query(sql`update people set left_on = null`)
  for (const rest of [
    { role: 'grid_leader', objects: grids.map((id) => ({ layer: 'grids', id })) },
    { role: 'river_chief_village', objects: [{ layer: 'rivers', id: river, chainage_from_m: 0, chainage_to_m: 900 }] },
    { role: 'supervisor', objects: [{ layer: 'grids', id: grids[0] }], valid_from: '2026-08-01' },
  ])
    await assign('W1', rest)
})

const assign = async (name: string, rest: object) => {
  const order = { standing: 'A', person_id: staff.person(name), valid_from: '2026-01-01', ...rest }
  const { status, body } = await send(test, 'POST', '/api/assignments', order)
  expect(status, JSON.stringify(body)).toBe(201)
}
const handOver = (body: object, headers?: Record<string, string>) =>
  send(test, 'POST', `/api/people/${staff.person('W1')}/handover`, { to: staff.person('W2'), on: ON, ...body }, headers)
const held = async (): Promise<string[]> =>
  (await test.json('/api/assignments?all=true')).assignments.map(
    ({ person, role, standing, valid_from, valid_to }: Json) =>
      `${person.name} ${role} ${standing} ${valid_from}..${valid_to ?? ''}`,
  )

it('tells what moves, grouped by layer and role, without doing it', async () => {
  const { status, body } = await handOver({ dry_run: true, left: true })
  expect(status).toBe(200)
  expect(body.moves.map(({ layer, role, count, to }: Json) => `${layer} ${role} ${count} ${to.name}`)).toEqual([
    'grids grid_leader 2 W2',
    'grids supervisor 1 W2',
    'rivers river_chief_village 1 W2',
  ])
  expect(body.moves[0].objects[0]).toMatchObject({ title: expect.stringMatching(`^格${WEST}[12]00$`), outcome: 'moved' })
  expect(await countOf(test.database, 'assignments')).toBe(4)
})

it('ends all of the leaver’s on the day and begins the same for the successor; what was to begin later begins for the successor', async () => {
  const [post] = await test.database.query<{ id: number }>(
    sql`insert into posts (organisation_id, name) values (${staff.west}, '网格员') on conflict (organisation_id, name) do update set name = excluded.name returning id`,
  )
  await test.database.query(
    sql`insert into tenures (post_id, person_id, valid_from) values (${post!.id}, ${staff.person('W1')}, '2026-01-01')`,
  )
  expect((await handOver({ left: true })).status).toBe(200)
  expect((await held()).sort()).toEqual([
    `W1 grid_leader A 2026-01-01..${ON}`,
    `W1 grid_leader A 2026-01-01..${ON}`,
    `W1 river_chief_village A 2026-01-01..${ON}`,
    `W2 grid_leader A ${ON}..`,
    `W2 grid_leader A ${ON}..`,
    `W2 river_chief_village A ${ON}..`,
    'W2 supervisor A 2026-08-01..',
  ])
  const { body: leaver } = await send(test, 'GET', `/api/people/${staff.person('W1')}`)
  expect([leaver.left_on, leaver.tenures[0].valid_to]).toEqual([ON, ON])
})

it('goes to several successors by group, and what nobody takes stays and is listed', async () => {
  const to = [
    { layer: 'grids', role: 'grid_leader', to: staff.person('W2') },
    { layer: 'rivers', role: 'river_chief_village', to: staff.person('W3') },
  ]
  const { body } = await handOver({ to })
  expect(body.stays.map(({ role, count }: Json) => [role, count])).toEqual([['supervisor', 1]])
  expect(await held()).toContain('W1 supervisor A 2026-08-01..')
  expect(await held()).toContain(`W3 river_chief_village A ${ON}..`)
})

it('can end what nobody takes', async () => {
  const { body } = await handOver({ to: [{ layer: 'grids', role: 'grid_leader', to: staff.person('W2') }], end_rest: true })
  expect([body.stays, body.ended.length]).toEqual([[], 2])
  expect(await held()).toContain(`W1 river_chief_village A 2026-01-01..${ON}`)
})

it('makes a substitute the first, and leaves alone who is that already', async () => {
  await assign('W2', { standing: 'B', role: 'grid_leader', objects: [{ layer: 'grids', id: grids[0] }] })
  const { body } = await handOver({})
  expect(body.moves[0].objects.map(({ outcome }: Json) => outcome).sort()).toEqual(['moved', 'raised'])
  expect(await held()).toContain(`W2 grid_leader B 2026-01-01..${ON}`)
  await assign('W3', { standing: 'B', role: 'grid_leader', objects: [{ layer: 'grids', id: grids[0] }], valid_from: ON })
  const back = await send(test, 'POST', `/api/people/${staff.person('W3')}/handover`, {
    to: staff.person('W2'),
    on: '2026-07-01',
  })
  expect(back.body.moves[0].objects[0].outcome).toBe('merged')
})

it('is refused whole, with rows, where the successor holds a part in another way', async () => {
  const stretch = { layer: 'rivers', id: river, chainage_from_m: 500, chainage_to_m: 1500 }
  await assign('W2', { standing: 'B', role: 'river_chief_village', objects: [stretch] })
  const { status, body } = await handOver({ left: true })
  expect([status, body.code, body.rows[0].code, body.rows[0].layer]).toEqual([
    422,
    'rows_refused',
    'assignments_overlap',
    'rivers',
  ])
  expect(await countOf(test.database, 'assignments')).toBe(5)
})

it('leaves behind what is on no map any more, and moves the rest', async () => {
  await test.database.query(sql`update grids set valid_to = '2026-05-01' where id = ${grids[0]}`)
  const { status, body } = await handOver({ end_rest: true })
  expect([status, body.ended.map(({ role, count }: Json) => [role, count])]).toEqual([
    200,
    [
      ['grid_leader', 1],
      ['supervisor', 1],
    ],
  ])
  expect(body.moves.map(({ role, count }: Json) => [role, count])).toEqual([
    ['grid_leader', 1],
    ['river_chief_village', 1],
  ])
  await test.database.query(sql`update grids set valid_to = null where id = ${grids[0]}`)
})

it.each([
  ['oneself', 'W1', 'successor_is_leaver'],
  ['nobody', '', 'person_unknown'],
])('to %s is refused', async (_, name, code) => {
  expect((await handOver({ to: name ? staff.person(name) : 999_999 })).body.code).toBe(code)
})

it('to somebody who has left is refused', async () => {
  await test.database.query(sql`update people set left_on = '2026-05-01' where id = ${staff.person('W2')}`)
  expect((await handOver({})).body.code).toBe('person_left')
})

it('is refused to a planner of whose territory either end is not', async () => {
  const west = await test.signIn([{ role: 'planner', territory_code: WEST }])
  const east = await test.signIn([{ role: 'planner', territory_code: EAST }])
  expect((await handOver({}, east)).status).toBe(403)
  expect((await handOver({ to: staff.person('E1') }, west)).status).toBe(403)
  expect((await handOver({ left: true }, await test.signIn([{ role: 'dispatcher', territory_code: '' }]))).status).toBe(403)
  expect((await handOver({ left: true }, west)).status).toBe(200)
})
