// Filters by field and the text search of a collection: what each kind of field takes, and which features it leaves.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifier, sql } from '#api/database/sql.ts'
import { LAYERS } from '#geodata/layers/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'

let test: TestApp

const HYDRANTS = [
  ['001', 'hydrant', 0.1, '2020-02-29', '解放路', '100% 号'],
  ['002', 'hydrant', 0.25, '2021-01-01', '解放东路', "人民_里'1"],
  ['0010', 'filling_column', 0.5, null, 'Main Road', 'a\\b'],
  ['X*1', 'filling_column', null, '2025-12-31', 'MAIN', null],
] as const
const HAZARDS = [
  ['p', 10, true],
  ['q', 20, false],
  ['r', null, null],
] as const

beforeAll(async () => {
  test = await startApp({ demo: false })
  const place = sql`ST_SetSRID(ST_MakePoint(113, 35), 4326)`
  for (const [code, kind, pressure, installed, road, address] of HYDRANTS)
    await test.database.query(sql`
      insert into hydrants (code, kind, pressure_mpa, installed_on, road_name, address, geom)
      values (${code}, ${kind}, ${pressure}::float8, ${installed}::text::date, ${road}, ${address}, ${place})`)
  for (const [name, people, monitored] of HAZARDS)
    await test.database.query(sql`
      insert into geohazard_points (name, kind, grade, threatened_people, monitored, geom)
      values (${name}, 'slide', 'small', ${people}::integer, ${monitored}::boolean, ${place})`)
})
afterAll(() => test.close())

const found = async (collection: string, field: string, query: string): Promise<string> =>
  (await test.json(`/api/collections/${collection}/items?${query}`)).features
    .map(({ properties }: Json) => properties[field])
    .join(' ')

describe('a filter finds', () => {
  it.each([
    ['a choice', 'kind=hydrant', '001 002'],
    ['a choice that nothing has', 'state=removed', ''],
    ['a number', 'pressure_mpa=0.25', '002'],
    ['a number written otherwise', 'pressure_mpa=%2B2.5e-1', '002'],
    ['a range of numbers with both ends', 'pressure_mpa=0.1..0.25', '001 002'],
    ['a range of numbers without an end', 'pressure_mpa=0.25..', '002 0010'],
    ['a range of numbers without a beginning', 'pressure_mpa=..0.25', '001 002'],
    ['a range of numbers that is upside down', 'pressure_mpa=1..0', ''],
    ['a number no double holds', 'pressure_mpa=1e999', ''],
    ['a fraction in a field of whole numbers', 'pipe_diameter_mm=100.5', ''],
    ['a number greater than the column holds', 'pipe_diameter_mm=99999999999', ''],
    ['a day', 'installed_on=2020-02-29', '001'],
    ['a range of days', 'installed_on=2020-02-29..2021-01-01', '001 002'],
    ['a range of days without an end', 'installed_on=2021-01-01..', '002 X*1'],
    ['a range of days without a beginning', 'installed_on=..2020-12-31', '001'],
    ['a code with its leading zeros', 'code=001', '001'],
    ['no code without its leading zeros', 'code=1', ''],
    ['a text as it is written', 'road_name=MAIN', 'X*1'],
    ['a text in Chinese', `road_name=${encodeURIComponent('解放路')}`, '001'],
    ['a text by its beginning, in either case', 'road_name=main*', '0010 X*1'],
    ['a text by its beginning and end', `road_name=${encodeURIComponent('解*路')}`, '001 002'],
    ['a text by what it holds', 'code=*0*', '001 002 0010'],
    ['every text but none that is missing', 'address=*', '001 002 0010'],
    ['a percent sign, which is no wildcard', 'address=*%25*', '001'],
    ['an underscore, which is no wildcard', 'address=*_*', '002'],
    ['a backslash', 'address=a%5C*', '0010'],
    ['an apostrophe', 'address=*%27*', '002'],
    ['what several filters leave', 'kind=hydrant&pressure_mpa=0.2..', '002'],
    ['what a filter and a text leave', `kind=hydrant&q=${encodeURIComponent('东')}`, '002'],
  ])('%s: %s', async (_, query, codes) => {
    expect(await found('hydrants', 'code', query)).toBe(codes)
  })

  it.each([
    ['monitored=true', 'p'],
    ['monitored=false', 'q'],
    ['threatened_people=20', 'q'],
    ['threatened_people=..15', 'p'],
    ['threatened_people=-5..', 'p q'],
  ])('%s of the geohazards', async (query, names) => {
    expect(await found('geohazard_points', 'name', query)).toBe(names)
  })
})

describe('q finds', () => {
  it.each([
    ['part of a text', '解放', '001 002'],
    ['part of a code', '00', '001 002 0010'],
    ['a text in the other case', 'main r', '0010'],
    ['a text with spaces around it', '  Road ', '0010'],
    ['a percent sign, which is no wildcard', '%', '001'],
    ['an underscore, which is no wildcard', '_', '002'],
    ['an asterisk, which is none here', '*', 'X*1'],
    ['a backslash', '\\', '0010'],
    ['an apostrophe', "'", '002'],
    ['nothing of what is a choice', 'hydrant', ''],
  ])('%s: %s', async (_, text, codes) => {
    expect(await found('hydrants', 'code', `q=${encodeURIComponent(text)}`)).toBe(codes)
  })

  it('nothing in a collection without texts, and does not fail there', async () => {
    for (const { id } of LAYERS) expect((await test.get(`/api/collections/${id}/items?q=x`)).status, id).toBe(200)
  })
})

/** What a person may type to break a statement; `count` of everything must stay the same. */
const INJECTIONS = [
  "'; drop table hydrants; --",
  "' or '1'='1",
  '" or ""="',
  '1; delete from hydrants',
  '$1',
  '{1}',
  '%27%20or%201=1',
  "\\'; select pg_sleep(9); --",
  'id) from hydrants; --',
  "E'\\047'",
]

it('no parameter of any collection carries a statement into the database', async () => {
  const tables = LAYERS.map(({ id }) => id)
  const total = async () => {
    let sum = 0
    for (const id of tables) {
      const [row] = await test.database.query<{ count: number }>(sql`select count(*)::integer from ${identifier(id)}`)
      sum += row!.count
    }
    return sum
  }
  const before = await total()
  for (const collection of ['hydrants', 'grids', 'geohazard_points']) {
    const { properties } = await test.json(`/api/collections/${collection}/queryables`)
    const names = [...Object.keys(properties), 'bbox', 'datetime', 'limit', 'offset', 'q', 'sortby', 'properties', 'f', 'id']
    for (const name of names)
      for (const attack of INJECTIONS) {
        const response = await test.get(`/api/collections/${collection}/items?${name}=${encodeURIComponent(attack)}`)
        await response.body?.cancel()
        expect(response.status, `${name}=${attack}`).toBeLessThan(500)
      }
  }
  expect(await total()).toBe(before)
})
