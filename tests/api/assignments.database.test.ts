// Making people responsible: what is refused, with which row and reason, and what replacing leaves to whom.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { polygonOf, storeSquareTown } from '../helpers/square_town.ts'
import { countOf, idOfCode, type Staff, send, storeStaff } from '../helpers/staff.ts'

let test: TestApp
let staff: Staff
let west: number
let east: number
let river: number
let segment2: number
let planner: Record<string, string>

const WEST = '411825100001'
const EAST = '411825100002'

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  staff = await storeStaff(test.database)
  west = await idOfCode(test.database, 'grids', `${WEST}100`)
  east = await idOfCode(test.database, 'grids', `${EAST}100`)
  river = await idOfCode(test.database, 'rivers', 'R1')
  segment2 = await idOfCode(test.database, 'river_segments', '411825000002')
  planner = await test.signIn([{ role: 'planner', territory_code: WEST }])
})
beforeEach(() => test.database.query(sql`delete from assignments`))
afterAll(() => test.close())

const order = (rest: object = {}) => ({
  role: 'grid_leader',
  standing: 'A',
  person_id: staff.person('W1'),
  valid_from: '2026-01-01',
  objects: [{ layer: 'grids', id: west }],
  ...rest,
})
const assign = (rest: object = {}, headers?: Record<string, string>) =>
  send(test, 'POST', '/api/assignments', order(rest), headers)
const onRiver = (from?: number, to?: number, rest: object = {}) => ({
  role: 'river_chief_county',
  objects: [{ layer: 'rivers', id: river, ...(from !== undefined && { chainage_from_m: from, chainage_to_m: to }) }],
  ...rest,
})
const held = async (): Promise<string[]> =>
  (await test.json('/api/assignments?all=true')).assignments.map(
    ({ person, standing, chainage_from_m: from, chainage_to_m: to, valid_from, valid_to }: Json) =>
      `${person.name} ${standing} ${from === null ? 'whole' : `${Math.round(from)}-${Math.round(to)}`} ${valid_from}..${valid_to ?? ''}`,
  )

describe('an assignment', () => {
  it('is stored, and comes back with what the object is called and who the person is', async () => {
    const { status, body } = await assign()
    expect(status).toBe(201)
    expect(body.created).toHaveLength(1)
    const { assignments, total } = await test.json(`/api/assignments?layer=grids&object_id=${west}`)
    expect(total).toBe(1)
    expect(assignments[0]).toMatchObject({
      id: body.created[0].id,
      title: `格${WEST}100`,
      code: `${WEST}100`,
      person: { name: 'W1' },
    })
  })

  it('is found on the days on which it is valid, and on no other', async () => {
    await assign({ valid_to: '2026-03-01' })
    const on = async (day: string) => (await test.json(`/api/assignments?at=${day}`)).total
    expect([await on('2025-12-31'), await on('2026-01-01'), await on('2026-02-28'), await on('2026-03-01')]).toEqual([0, 1, 1, 0])
  })

  it('of several objects is all or nothing, with the reason of each that fails', async () => {
    await assign()
    const { status, body } = await assign({
      person_id: staff.person('W2'),
      objects: [
        { layer: 'grids', id: east },
        { layer: 'grids', id: west },
        { layer: 'grids', id: 999_999 },
      ],
    })
    expect(status).toBe(422)
    expect(body.code).toBe('rows_refused')
    expect(body.rows.map(({ index, layer, id, code }: Json) => [index, layer, id, code])).toEqual([
      [1, 'grids', west, 'assignments_overlap'],
      [2, 'grids', 999_999, 'object_unknown'],
    ])
    expect(body.rows[0].detail).toMatch(/“W1”/)
    expect(await countOf(test.database, 'assignments')).toBe(1)
  })

  it('is only told of in a dry run', async () => {
    const { status, body } = await assign({ dry_run: true })
    expect([status, body.dry_run, body.created.length]).toEqual([200, true, 1])
    expect(await countOf(test.database, 'assignments')).toBe(0)
  })

  it.each([
    ['a role that there is not', () => ({ role: 'king' }), 'role_unknown'],
    ['a role of other layers', () => ({ role: 'river_chief_county' }), 'role_not_for_layer'],
    ['an end before the start', () => ({ valid_to: '2026-01-01' }), 'end_before_start'],
    ['a person that there is not', () => ({ person_id: 999_999 }), 'person_unknown'],
    ['a time before the object', () => ({ valid_from: '2024-12-31' }), 'object_not_valid'],
    ['a layer that there is not', () => ({ objects: [{ layer: 'castles', id: 1 }] }), 'layer_unassignable'],
    ['a chainage beyond the river', () => onRiver(1000, 2600), 'chainage_outside'],
    [
      'a chainage before the segment',
      () => ({ ...onRiver(), objects: [{ layer: 'river_segments', id: segment2, chainage_from_m: 900, chainage_to_m: 1500 }] }),
      'chainage_outside',
    ],
    ['a stretch that ends before it begins', () => onRiver(1000, 500), 'stretch_invalid'],
    [
      'a stretch with one end',
      () => ({ ...onRiver(), objects: [{ layer: 'rivers', id: river, chainage_from_m: 5 }] }),
      'stretch_invalid',
    ],
    [
      'a stretch of a grid',
      () => ({ objects: [{ layer: 'grids', id: west, chainage_from_m: 0, chainage_to_m: 1 }] }),
      'stretch_not_linear',
    ],
    [
      'the same object twice',
      () => ({
        objects: [
          { layer: 'grids', id: west },
          { layer: 'grids', id: west },
        ],
      }),
      'assignment_twice',
    ],
  ])('for %s is refused', async (_, rest, code) => {
    const { status, body } = await assign(rest())
    expect([status, body.code, body.rows[0].code]).toEqual([422, 'rows_refused', code])
    expect(await countOf(test.database, 'assignments')).toBe(0)
  })

  it('of somebody who has left is refused from the day of leaving on', async () => {
    await test.database.query(sql`update people set left_on = '2026-02-01' where id = ${staff.person('W3')}`)
    const refused = await assign({ person_id: staff.person('W3'), valid_to: '2026-02-02' })
    expect(refused.body.rows[0].code).toBe('person_left')
    expect((await assign({ person_id: staff.person('W3'), valid_to: '2026-02-01' })).status).toBe(201)
    await test.database.query(sql`update people set left_on = null where id = ${staff.person('W3')}`)
  })

  it.each([
    ['an unknown member', { colour: 'red' }, 'colour'],
    ['an unknown member of an object', { objects: [{ layer: 'grids', id: 1, km: 2 }] }, 'objects[0].km'],
    ['no object', { objects: [] }, 'objects'],
    ['an unknown standing', { standing: 'C' }, 'standing'],
    ['a day that there is not', { valid_from: '2026-02-30' }, 'valid_from'],
    ['a number as a text', { person_id: '1' }, 'person_id'],
  ])('that says %s is refused by its name', async (_, rest, field) => {
    const { status, body } = await assign(rest)
    expect([status, body.code, body.field]).toEqual([422, 'body_invalid', field])
  })

  it('of A and B are two people, and of the same person only one', async () => {
    await assign()
    expect((await assign({ standing: 'B' })).body.rows[0].code).toBe('assignments_overlap')
    expect((await assign({ standing: 'B', person_id: staff.person('W2') })).status).toBe(201)
  })

  it('may be joint for several at once', async () => {
    for (const name of ['W1', 'W2'])
      expect((await assign({ role: 'jointly_responsible', standing: 'joint', person_id: staff.person(name) })).status).toBe(201)
  })
})

describe('replacing', () => {
  it('ends the present holder on the day, and the newcomer begins', async () => {
    await assign()
    const { body } = await assign({ person_id: staff.person('W2'), valid_from: '2026-05-01', replace: true })
    expect(body.ended[0]).toMatchObject({ person: { name: 'W1' }, ends_on: '2026-05-01' })
    expect(await held()).toEqual(['W1 A whole 2026-01-01..2026-05-01', 'W2 A whole 2026-05-01..'])
  })

  it('a stretch in the middle leaves both ends to the present holder', async () => {
    await assign(onRiver(0, 1900))
    await assign({ ...onRiver(500, 1000), person_id: staff.person('W2'), valid_from: '2026-05-01', replace: true })
    expect(await held()).toEqual([
      'W1 A 0-1900 2026-01-01..2026-05-01',
      'W2 A 500-1000 2026-05-01..',
      'W1 A 0-500 2026-05-01..',
      'W1 A 1000-1900 2026-05-01..',
    ])
  })

  it('several stretches at once leaves what lies between them', async () => {
    await assign(onRiver(0, 1900))
    const stretch = (from: number, to: number) => ({ layer: 'rivers', id: river, chainage_from_m: from, chainage_to_m: to })
    await assign({
      role: 'river_chief_county',
      objects: [stretch(100, 200), stretch(400, 500)],
      person_id: staff.person('W2'),
      valid_from: '2026-05-01',
      replace: true,
    })
    expect((await held()).sort()).toEqual([
      'W1 A 0-100 2026-05-01..',
      'W1 A 0-1900 2026-01-01..2026-05-01',
      'W1 A 200-400 2026-05-01..',
      'W1 A 500-1900 2026-05-01..',
      'W2 A 100-200 2026-05-01..',
      'W2 A 400-500 2026-05-01..',
    ])
  })

  it('of a whole river by a stretch leaves the rest of its length', async () => {
    await assign(onRiver())
    await assign({ ...onRiver(0, 800), person_id: staff.person('W2'), replace: true })
    const [first, second] = (await held()).sort()
    expect(first).toMatch(/^W1 A 800-(1999|2000|2001) 2026-01-01\.\.$/)
    expect(second).toBe('W2 A 0-800 2026-01-01..')
  })

  it('does not touch who was chosen for a later day', async () => {
    await assign({ valid_from: '2026-06-01' })
    const { body } = await assign({ person_id: staff.person('W2'), valid_from: '2026-05-01', replace: true })
    expect(body.rows[0].code).toBe('assignments_overlap')
  })

  it('somebody by himself changes nothing', async () => {
    await assign()
    const { body } = await assign({ valid_from: '2026-02-01', replace: true })
    expect([body.created, body.ended, body.unchanged.length]).toEqual([[], [], 1])
    expect(await held()).toEqual(['W1 A whole 2026-01-01..'])
  })
})

describe('by drawing', () => {
  const area = async (scheme: object, ...ring: [number, number][]) => ({
    layer: 'grids',
    geometry: await polygonOf(test.database, ring),
    ...scheme,
  })

  it('takes the grids that lie in the area by the greater part, of one scheme and level', async () => {
    const drawn = await area({ scheme: 'squares', level: 2 }, [-0.1, -0.1], [1.3, -0.1], [1.3, 0.6], [-0.1, 0.6])
    const { status, body } = await assign({ objects: undefined, area: drawn })
    expect(status).toBe(201)
    expect(body.created.map(({ code }: Json) => code)).toEqual([`${WEST}100`])
  })

  it('of an area with nothing in it is refused', async () => {
    const drawn = await area({}, [5, 5], [6, 5], [6, 6])
    expect((await assign({ objects: undefined, area: drawn })).body.code).toBe('area_empty')
  })

  it('with an area and a list at once is refused', async () => {
    expect((await assign({ area: await area({}, [0, 0], [1, 0], [1, 1]) })).body.code).toBe('body_invalid')
  })
})

describe('outside the territory', () => {
  it('nothing can be assigned: not a grid, a point, a segment or a stretch of the neighbour', async () => {
    const role = { role: 'river_chief_village' }
    const stretch = (from: number, to: number) => ({
      ...role,
      objects: [{ layer: 'rivers', id: river, chainage_from_m: from, chainage_to_m: to }],
    })
    for (const rest of [
      { objects: [{ layer: 'grids', id: east }] },
      { ...role, objects: [{ layer: 'river_segments', id: segment2 }] },
      { ...role, objects: [{ layer: 'rivers', id: river }] },
      stretch(500, 1500),
      stretch(1200, 1500),
    ]) {
      const { status, body } = await assign(rest, planner)
      expect([status, body.code], JSON.stringify(rest)).toEqual([403, 'outside_territory'])
    }
    expect((await assign({}, planner)).status).toBe(201)
    expect((await assign(stretch(0, 900), planner)).status).toBe(201)
  })

  it('nothing can be changed, ended or deleted', async () => {
    const { body } = await assign({ objects: [{ layer: 'grids', id: east }], valid_from: '2199-01-01' })
    const path = `/api/assignments/${body.created[0].id}`
    expect((await send(test, 'PATCH', path, { remark: 'x' }, { ...planner, 'if-match': '"1"' })).status).toBe(403)
    expect((await send(test, 'DELETE', path, undefined, planner)).status).toBe(403)
  })

  it('a viewer and nobody can assign nothing at all', async () => {
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    expect((await assign({}, viewer)).body.code).toBe('right_missing')
    expect((await assign({}, { authorization: '' })).status).toBe(401)
  })
})

describe('changing one', () => {
  const one = async () => (await assign()).body.created[0].id as number
  const change = (id: number, body: object, version?: number) =>
    send(test, 'PATCH', `/api/assignments/${id}`, body, version === undefined ? {} : { 'if-match': `"${version}"` })

  it('needs the version that was seen, and the second of two editors gets the first one’s change', async () => {
    const id = await one()
    expect((await change(id, { remark: 'x' })).status).toBe(428)
    const first = await change(id, { remark: 'first' }, 1)
    expect([first.status, first.headers.get('etag'), first.body.remark]).toEqual([200, '"2"', 'first'])
    const second = await change(id, { remark: 'second' }, 1)
    expect([second.status, second.body.code, second.body.current.remark, second.body.current.version]).toEqual([
      412,
      'version_conflict',
      'first',
      2,
    ])
    expect((await change(id, { remark: 'second' }, second.body.current.version)).status).toBe(200)
  })

  it('is checked like a new one', async () => {
    const id = await one()
    await assign({ person_id: staff.person('W2'), standing: 'B' })
    for (const [body, code] of [
      [{ valid_to: '2025-01-01' }, 'end_before_start'],
      [{ person_id: staff.person('W2') }, 'assignments_overlap'],
      [{ standing: 'B' }, 'assignments_overlap'],
      [{ chainage_from_m: 1, chainage_to_m: 2 }, 'stretch_not_linear'],
    ] as const)
      expect((await change(id, body, 1)).body.rows[0].code, code).toBe(code)
    expect((await change(id, { role: 'supervisor' }, 1)).body.field).toBe('role')
  })

  it('can end the assignment of somebody who is long gone', async () => {
    const id = await one()
    await test.database.query(sql`update people set left_on = '2026-02-01' where id = ${staff.person('W1')}`)
    expect((await change(id, { valid_to: '2026-03-01' }, 1)).status).toBe(200)
    await test.database.query(sql`update people set left_on = null where id = ${staff.person('W1')}`)
  })

  it('deletes only what has not begun', async () => {
    const id = await one()
    expect((await send(test, 'DELETE', `/api/assignments/${id}`)).body.code).toBe('assignment_begun')
    const later = await assign({ role: 'supervisor', valid_from: '2199-01-01' })
    expect((await send(test, 'DELETE', `/api/assignments/${later.body.created[0].id}`)).status).toBe(204)
    expect(await countOf(test.database, 'assignments')).toBe(1)
  })
})

it('two who assign the same grid at once do not both get it', async () => {
  const answers = await Promise.all(['W1', 'W2'].map((name) => assign({ person_id: staff.person(name) })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
})
