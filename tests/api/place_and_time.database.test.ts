// bbox and datetime: which features lie in a frame, and which are valid on a day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'

let test: TestApp

/*
 *   around the 180th meridian          179   180  -179
 *                                 -----+--a--|--b--+-----      a at 179.5, b at -179.5, c at 180, d at -180
 *                                           c d
 */
const PLACES = { a: [179.5, 10], b: [-179.5, 10], c: [180, 20], d: [-180, 20], e: [10, 5], pole: [0, 90] } as const

beforeAll(async () => {
  test = await startApp({ demo: false })
  for (const [name, [longitude, latitude]] of Object.entries(PLACES))
    await test.database.query(sql`
      insert into geohazard_points (name, kind, grade, geom)
      values (${name}, 'slide', 'small', ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326))`)
  await test.database.query(sql`insert into scheme (id, name_zh, name_en) values ('s', '甲', 'S')`)
  await test.database.query(sql`insert into scheme_level (scheme, level, name_zh, name_en) values ('s', 1, '一', 'One')`)
  for (const [name, from, to] of HISTORY)
    await test.database.query(sql`
      insert into grids (scheme, level, class, code, name, valid_from, valid_to)
      values ('s', 1, 'B', ${`41182510000${name.padStart(4, '0')}`}, ${name}, ${from}::text::date, ${to}::text::date)`)
})
afterAll(() => test.close())

const namesIn = async (collection: string, query: string): Promise<string> =>
  (await test.json(`/api/collections/${collection}/items?sortby=name&${query}`)).features
    .map(({ properties }: Json) => properties.name)
    .join(' ')

describe('bbox', () => {
  it.each([
    ['nothing', '20,0,30,10', ''],
    ['what lies inside', '0,0,20,10', 'e'],
    ['a point on its west edge', '10,0,20,10', 'e'],
    ['a point on its east edge', '0,0,10,10', 'e'],
    ['a point on its north edge', '0,0,20,5', 'e'],
    ['a point on its south edge', '0,5,20,10', 'e'],
    ['a point at its corner', '10,5,20,10', 'e'],
    ['a point that it shrank to', '10,5,10,5', 'e'],
    ['a point on a frame without width', '10,0,10,10', 'e'],
    ['a point on a frame without height', '0,5,20,5', 'e'],
    ['a point beside a frame without width', '10.000001,0,10.000001,10', ''],
    ['both sides of the 180th meridian', '179,0,-179,30', 'a b c d'],
    ['one side only', '179,0,180,30', 'a c'],
    ['the other side only', '-180,0,-179,30', 'b d'],
    ['the pole', '-10,90,10,90', 'pole'],
    ['the whole world', '-180,-90,180,90', 'a b c d e pole'],
    ['more than the whole world', '-360,-90,360,90', 'a b c d e pole'],
    ['a map that was dragged around the world eastwards', '179,0,181,30', 'a b c d'],
    ['a map that was dragged around the world westwards', '-181,0,-179,30', 'a b c d'],
    ['all but a piece on the other side, from east to west', '20,0,5,30', 'a b c d'],
    ['with heights', '0,0,-100,20,10,9000', 'e'],
    ['with signs, points, exponents and spaces', '%2B0.0,%200,2e1,1.0e1', 'e'],
  ])('finds %s', async (_, bbox, names) => {
    expect(await namesIn('geohazard_points', `bbox=${bbox}`)).toBe(names)
  })

  it('leaves out what has no place', async () => {
    expect(await namesIn('grids', 'bbox=-180,-90,180,90&datetime=../..')).toBe('')
  })
})

/*
 *   2024                2025                2026               today      2999
 *     |------- 1 --------|------ 2 -----------|------- 3 ------------------->
 *     |--4--|                                                             |--5-->
 *            valid_to is the first day that is no longer valid
 */
const HISTORY = [
  ['1', '2024-01-01', '2025-01-01'],
  ['2', '2025-01-01', '2026-01-01'],
  ['3', '2026-01-01', null],
  ['4', '2024-01-01', '2024-01-02'],
  ['5', '2999-01-01', null],
] as const

describe('datetime', () => {
  it.each([
    ['no day means today', '', '3'],
    ['a day', 'datetime=2024-06-30', '1'],
    ['the first day of validity', 'datetime=2025-01-01', '2'],
    ['the last day of validity', 'datetime=2024-12-31', '1'],
    ['the only day of validity', 'datetime=2024-01-01', '1 4'],
    ['a day before all', 'datetime=2023-12-31', ''],
    ['a moment counts as its day in China', 'datetime=2024-12-31T15:59:59Z', '1'],
    ['a moment after midnight in China', 'datetime=2024-12-31T16:00:00Z', '2'],
    ['a moment with an offset', 'datetime=2025-01-01T00:00:00%2B08:00', '2'],
    ['a moment with a fraction of a second', 'datetime=2024-12-31T15:59:59.999Z', '1'],
    ['an interval', 'datetime=2024-06-01/2025-06-01', '1 2'],
    ['an interval of one day', 'datetime=2024-01-01/2024-01-01', '1 4'],
    ['an interval that ends when something begins', 'datetime=2024-06-01/2025-01-01', '1 2'],
    ['an interval that begins when something has ended', 'datetime=2025-01-01/2025-06-01', '2'],
    ['an open end', 'datetime=2025-06-01/..', '2 3 5'],
    ['an open end left empty', 'datetime=2025-06-01/', '2 3 5'],
    ['an open beginning', 'datetime=../2024-12-31', '1 4'],
    ['an open beginning left empty', 'datetime=/2024-12-31', '1 4'],
    ['all history and future', 'datetime=../..', '1 2 3 4 5'],
    ['an interval of moments', 'datetime=2024-12-30T16:00:00Z/2024-12-31T16:00:00Z', '1 2'],
    ['a leap day', 'datetime=2024-02-29', '1'],
    ['the last day that can be written', 'datetime=9999-12-31', '3 5'],
  ])('%s', async (_, query, names) => {
    expect(await namesIn('grids', query)).toBe(names)
  })

  it('is taken, and has no effect, where features have no validity', async () => {
    expect((await test.json('/api/collections/geohazard_points/items?datetime=2024-01-01')).numberMatched).toBe(6)
  })

  it('a row that SQL ends today is gone today and was there yesterday, and its own page stays', async () => {
    const [row] = await test.database.query<{ id: number; yesterday: string }>(
      sql`update grids set valid_to = today() where name = '3' returning id, (today() - 1)::date as yesterday`,
    )
    expect(await namesIn('grids', '')).toBe('')
    expect(await namesIn('grids', `datetime=${row!.yesterday}`)).toBe('3')
    expect((await test.json(`/api/collections/grids/items/${row!.id}`)).properties.name).toBe('3')
    expect((await test.json('/api/state')).layers.grids.count).toBe(0)
  })
})
