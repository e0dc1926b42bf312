// What is wrong with who is responsible: nobody, no longer anybody, too much for one, no substitute, somebody who has left.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'
import { assign, type Given, idOf, storeGrid, storePerson, storePoints, storeSquareTown } from '../helpers/square_town.ts'

let test: TestApp
/** Grids g12 and g21, and the western river segment, of 1000 m. */
let g12: number
let g21: number
let west: number
let river: number

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  g12 = await idOf(test.database, 'grids', '411825100001200')
  g21 = await idOf(test.database, 'grids', '411825100002100')
  west = await idOf(test.database, 'river_segments', '411825000001')
  river = await idOf(test.database, 'rivers', 'R1')
  await storePoints(test.database, 'hydrants', [
    [0.5, 0.25],
    [1.5, 0.25],
  ])
})
beforeEach(() => test.database.query(sql`delete from assignments`))
afterAll(() => test.close())

const DAY = '2026-06-01'
const find = async (kind: string, rest = ''): Promise<Json> =>
  test.json(`/api/responsibility/findings?kind=${kind}&at=${DAY}${rest}`)
const person = (name: string, details?: Parameters<typeof storePerson>[2]) => storePerson(test.database, name, details)
const give = async (given: Omit<Given, 'person_id'> & { person_id?: number }) =>
  assign(test.database, { ...given, person_id: given.person_id ?? (await person('Ren')) })
const leader = (object_id: number) => ({ layer: 'grids', object_id, role: 'grid_leader' })
const chief = { role: 'river_chief_village' }
const onWest = { layer: 'river_segments', ...chief }
const ofWest = ({ findings }: Json): Json =>
  findings.find((one: Json) => one.layer === 'river_segments' && one.object_id === west)

describe('vacant', () => {
  const codes = async (rest = '') => (await find('vacant', `&role=grid_leader${rest}`)).findings.map(({ code }: Json) => code)

  it('is each grid of each level and class that nobody leads on the day', async () => {
    expect(await codes()).toHaveLength(9)
    await give({ ...leader(g12), from: '2026-06-01' })
    await give({ ...leader(g21), from: '2025-01-01', to: '2026-06-01' })
    expect(await codes()).toHaveLength(8)
    expect(await codes()).not.toContain('411825100001200')
    expect((await test.json('/api/responsibility/findings?kind=vacant&role=grid_leader&at=2026-05-31')).matched).toBe(8)
  })

  it('is told with its place on the map, where it has one', async () => {
    const { findings } = await find('vacant', '&role=grid_leader')
    const of = (code: string) => findings.find((one: Json) => one.code === code)
    expect(of('411825100001200')).toMatchObject({
      layer: 'grids',
      object_id: g12,
      title: '格411825100001200',
      scheme: 'squares',
      level: 2,
      person: null,
    })
    expect(of('411825100001200').bbox).toHaveLength(4)
    expect(of('411825100001200').point).toHaveLength(2)
    expect(of('411825100000901')).toMatchObject({ bbox: null, point: null })
  })

  it('can be narrowed to a layer, a scheme, a role and a territory', async () => {
    expect((await find('vacant', '&layer=hydrants')).findings.map(({ role }: Json) => role)).toEqual(['keeper', 'keeper'])
    expect((await find('vacant', '&layer=hydrants&territory=411825100001')).matched).toBe(1)
    expect((await find('vacant', '&layer=hydrants&territory=411825200')).matched).toBe(0)
    expect((await find('vacant', '&layer=hydrants&scheme=squares')).matched).toBe(0)
    expect((await find('vacant', '&scheme=squares')).matched).toBe(9)
    expect((await find('vacant', '&layer=hydrants&role=grid_leader')).matched).toBe(0)
    expect(await codes('&territory=411825100002')).toEqual([
      '411825100002000',
      '411825100002100',
      '411825100002200',
      '411825100002902',
    ])
    expect((await find('vacant', '&layer=river_segments&role=river_chief_town&territory=411825100001')).matched).toBe(2)
  })

  it('does not ask for a role that is not owed', async () => {
    expect((await find('vacant', '&role=supervisor')).matched).toBe(0)
  })

  it('comes in pages that together are everything once', async () => {
    const pages = [
      await find('vacant', '&limit=7'),
      await find('vacant', '&limit=7&offset=7'),
      await find('vacant', '&limit=7&offset=14'),
    ]
    const keys = pages.flatMap(({ findings }) =>
      findings.map(({ layer, object_id, role }: Json) => `${layer}/${object_id}/${role}`),
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(pages.map(({ matched }) => matched)).toEqual([17, 17, 17])
    expect(keys).toHaveLength(17)
  })
})

/*
 *   0        200       500   600        900    1000 m
 *   |---Su----|........|-Tang-|..........|.......|       on the segment
 *                                 |--Wei-|               on the whole river, from 700 to 900
 *             200…500         600…700    900…1000        are vacant
 */
describe('vacant metres of a river', () => {
  const vacant = async () => ofWest(await find('vacant', `&role=${chief.role}`))

  it('are those that nobody has, on the segment or on the whole river', async () => {
    await give({ ...onWest, object_id: west, stretch: [0, 200] })
    await give({ ...onWest, object_id: west, stretch: [500, 600] })
    await give({ layer: 'rivers', object_id: river, ...chief, stretch: [700, 900] })
    expect(await vacant()).toMatchObject({
      metres: 500,
      gaps: [
        { chainage_from_m: 200, chainage_to_m: 500 },
        { chainage_from_m: 600, chainage_to_m: 700 },
        { chainage_from_m: 900, chainage_to_m: 1000 },
      ],
    })
  })

  it('are none where one has the whole of it', async () => {
    await give({ ...onWest, object_id: west })
    expect(await vacant()).toBeUndefined()
  })

  it('are none where one has the whole river', async () => {
    await give({ layer: 'rivers', object_id: river, ...chief })
    expect(await vacant()).toBeUndefined()
  })

  it('are counted for each level by itself', async () => {
    await give({ ...onWest, object_id: west })
    const { findings } = await find('vacant', '&layer=river_segments')
    expect(findings.filter(({ object_id }: Json) => object_id === west).map(({ role }: Json) => role)).toEqual([
      'river_chief_county',
      'river_chief_town',
    ])
  })

  it('are not what rounding leaves between two chainages', async () => {
    await give({ ...onWest, object_id: west, stretch: [0, 499.6] })
    await give({ ...onWest, object_id: west, stretch: [500, 1000] })
    expect(await vacant()).toBeUndefined()
  })

  it('and those that somebody has are all of it, whatever the stretches', async () => {
    const people = await Promise.all(['a', 'b', 'c', 'd'].map((name) => person(name)))
    const end = fc.integer({ min: 0, max: 20 }).map((share) => share * 50)
    const stretches = fc.array(
      fc
        .tuple(end, end)
        .filter(([from, to]) => from !== to)
        .map(([from, to]) => [Math.min(from, to), Math.max(from, to)] as const),
      { maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(stretches, async (given) => {
        await test.database.query(sql`delete from assignments`)
        for (const [index, stretch] of given.entries())
          await give({ ...onWest, object_id: west, standing: 'joint', person_id: people[index]!, stretch })
        const covered = Array.from({ length: 1000 }, (_, metre) =>
          given.some(([from, to]) => from <= metre && metre < to),
        ).filter(Boolean).length
        const found = await vacant()
        expect((found?.metres ?? 0) + covered).toBe(1000)
        for (const { chainage_from_m, chainage_to_m } of found?.gaps ?? [])
          expect(given.every(([from, to]) => to <= chainage_from_m || from >= chainage_to_m)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

describe('expired', () => {
  it('is what somebody had until a day that is past, with the last who had it', async () => {
    await give({ ...leader(g12), person_id: await person('First'), to: '2026-01-01' })
    await give({ ...leader(g12), person_id: await person('Last'), from: '2026-01-01', to: '2026-06-01' })
    const { findings, matched } = await find('expired')
    expect(matched).toBe(1)
    expect(findings[0]).toMatchObject({
      layer: 'grids',
      object_id: g12,
      role: 'grid_leader',
      since: '2026-06-01',
      person: { name: 'Last', organisation: '方格站' },
    })
  })

  it('is not what goes on, ends tomorrow, or is taken over on a later day', async () => {
    await give({ ...leader(g12), to: '2026-06-02' })
    await give({ ...leader(g21), to: '2026-03-01' })
    await give({ ...leader(g21), from: '2026-07-01' })
    expect((await find('expired')).matched).toBe(0)
  })

  it('is told by stretches', async () => {
    await give({ ...onWest, object_id: west, stretch: [0, 400], to: '2026-01-01' })
    await give({ ...onWest, object_id: west, stretch: [400, 1000] })
    expect((await find('expired')).findings[0]).toMatchObject({ metres: 400, gaps: [{ chainage_from_m: 0, chainage_to_m: 400 }] })
  })
})

describe('overloaded', () => {
  const lead = async (name: string, grids: readonly number[], standing?: 'A' | 'B') => {
    const person_id = await person(name)
    for (const object_id of grids)
      await give({ layer: 'grids', object_id, role: 'section_leader', person_id, ...(standing ? { standing } : {}) })
    return person_id
  }
  const grids = async () =>
    (await test.database.query<{ id: number }>(sql`select id from grids order by id limit 7`)).map(({ id }) => id)

  it('is who carries more than the band, with figure, band and source', async () => {
    const seven = await grids()
    const person_id = await lead('Duo', seven)
    const { findings, matched } = await find('overloaded')
    expect(matched).toBe(1)
    expect(findings[0]).toMatchObject({
      role: 'section_leader',
      layer: null,
      figure: 7,
      band: { of: 'objects', maximum: 6 },
      person: { id: person_id, name: 'Duo' },
    })
    expect(findings[0].band.source.zh).not.toBe('')
    expect(findings[0].bbox).toHaveLength(4)
    expect((await find('overloaded', '&territory=411825100001')).matched).toBe(1)
    expect((await find('overloaded', '&territory=411825200')).matched).toBe(0)
    expect((await find('overloaded', '&layer=hydrants')).matched).toBe(0)
    expect((await find('overloaded', '&scheme=squares&layer=grids&role=section_leader')).matched).toBe(1)
  })

  it('is nobody with as many as the band allows, and no substitute', async () => {
    const seven = await grids()
    await lead('Six', seven.slice(0, 6))
    await lead('Instead', seven, 'B')
    expect((await find('overloaded')).matched).toBe(0)
  })

  it('counts households where the band does', async () => {
    const large = await storeGrid(test.database, { level: 2, code: '411825100001300', box: [0, 0, 0.1, 0.1], households: 350 })
    await give({ layer: 'grids', object_id: large, role: 'grid_worker_full_time' })
    await give({ layer: 'grids', object_id: large, role: 'grid_worker_part_time' })
    const { findings } = await find('overloaded')
    expect(findings.map(({ role, figure, band }: Json) => `${role} ${figure} ${band.maximum}`)).toEqual([
      'grid_worker_part_time 350 300',
    ])
    await test.database.query(sql`delete from grids where id = ${large}::integer`)
  })
})

describe('without a substitute', () => {
  it('is who stands alone where two are needed', async () => {
    await give({ ...leader(g12), person_id: await person('Alone') })
    await give({ ...leader(g21), person_id: await person('One') })
    await give({ ...leader(g21), person_id: await person('Other'), standing: 'B' })
    await give({ layer: 'grids', object_id: g12, role: 'supervisor' })
    const { findings } = await find('without_substitute')
    expect(findings.map((one: Json) => `${one.object_id} ${one.person.name}`)).toEqual([`${g12} Alone`])
  })
})

describe('left', () => {
  it('is who has something from the first day of absence on', async () => {
    const gone = { person_id: await person('Gone', { left_on: '2026-06-01' }) }
    await give({ ...leader(g12), ...gone })
    await give({ ...leader(g21), ...gone, to: '2026-05-01' })
    const { findings } = await find('left')
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({ object_id: g12, since: '2026-06-01', person: { name: 'Gone' } })
    expect((await test.json('/api/responsibility/findings?kind=left&at=2026-05-31')).matched).toBe(0)
  })
})

describe('the summary', () => {
  it('counts what the lists list, by kind, layer, scheme and role', async () => {
    await give({ ...leader(g12), person_id: await person('Gone', { left_on: '2026-01-01' }) })
    const { totals, counts } = await test.json(`/api/responsibility/findings/summary?at=${DAY}`)
    expect(totals).toEqual({ vacant: 16, expired: 0, overloaded: 0, without_substitute: 1, left: 1 })
    expect(counts).toContainEqual({
      kind: 'vacant',
      layer: 'grids',
      scheme: 'squares',
      role: 'grid_leader',
      count: 8,
      metres: null,
    })
    expect(counts).toContainEqual({
      kind: 'vacant',
      layer: 'river_segments',
      scheme: null,
      role: 'river_chief_town',
      count: 2,
      metres: 2000,
    })
    for (const [kind, total] of Object.entries(totals)) expect((await find(kind)).matched, kind).toBe(total)
  })
})

describe('refused', () => {
  it.each([
    ['', 'finding_kind_invalid', 'kind'],
    ['kind=all', 'finding_kind_invalid', 'kind'],
    ['kind=left&role=king', 'role_unknown', 'role'],
    ['kind=left&scheme=rounds', 'scheme_unknown', 'scheme'],
    ['kind=left&scheme=%27', 'scheme_unknown', 'scheme'],
    ['kind=left&territory=4118', 'territory_invalid', 'territory'],
    ['kind=left&at=today', 'day_invalid', 'at'],
    ['kind=left&limit=0', 'limit_invalid', 'limit'],
    ['kind=left&offset=x', 'offset_invalid', 'offset'],
    ['kind=left&level=1', 'unknown_parameter', 'level'],
  ])('?%s', async (query, code, field) => {
    expect(await problemOf(await test.get(`/api/responsibility/findings?${query}`))).toMatchObject({ status: 400, code, field })
  })

  it('a layer that is not there', async () => {
    expect((await problemOf(await test.get('/api/responsibility/findings/summary?layer=people'))).code).toBe('unknown_layer')
  })
})
