// A demo goes into an empty database, all of it or nothing.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { DatabaseNotEmptyError, isEmpty } from '#api/demo/emptiness.ts'
import { loadDemo, type Progress } from '#api/demo/store.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(() => test.close())

const refusal = () =>
  loadDemo(test.database, 'town').then(
    () => expect.fail('it was loaded'),
    (error: unknown) => error,
  )
const count = async () => (await test.database.query<{ count: number }>(sql`select count(*) from unit_cells`))[0]!.count

it.each([
  ['hydrants', sql`insert into hydrants (geom) values (ST_SetSRID(ST_MakePoint(113, 35), 4326))`],
  ['scheme', sql`insert into scheme (id, name_zh, name_en) values ('own', '自有', 'Own')`],
  [
    'import',
    sql`insert into import (layer, file_name, sha256, coordinate_system, mapping, read_count, stored_count, refused_count)
      values ('roads', 'a.geojson', '', 'EPSG:4326', '{}', 0, 0, 0)`,
  ],
  ['organisations', sql`insert into organisations (name, territory_code) values ('水利局', '411825')`],
  ['accounts', sql`insert into accounts (name, display_name, password_hash) values ('admin', '管理员', 'none')`],
])('is refused where there is something in %s, and nothing is changed', async (table, something) => {
  await test.database.query(something)
  const error = await refusal()
  expect(error).toBeInstanceOf(DatabaseNotEmptyError)
  expect(error).toMatchObject({ code: 'database_not_empty', tables: [table] })
  expect(await count()).toBe(0)
})

it('is loaded once, and says of what it consists', async () => {
  const told: Progress[] = []
  await loadDemo(test.database, 'town', (progress) => told.push(progress))
  const county = { number: 1, name: '泽陵县', nameEn: 'Zeling County' }
  expect(told).toMatchObject([
    { ...county, isWhole: false },
    { ...county, isWhole: true },
  ])
  const cells = await count()
  expect(await refusal()).toMatchObject({ code: 'database_not_empty' })
  expect(await count()).toBe(cells)
})

it('of two that are loaded at once one is refused, and the other is there once', async () => {
  const outcomes = await Promise.allSettled([loadDemo(test.database, 'town'), loadDemo(test.database, 'town')])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find((outcome) => outcome.status === 'rejected')!.reason).toMatchObject({ code: 'database_not_empty' })
  expect((await test.database.query(sql`select code from administrative_areas where level = 'county'`)).length).toBe(1)
})

it('broken off after everything was stored leaves nothing, takes up no room, and can be loaded again', async () => {
  const size = async () =>
    (await test.database.query<{ bytes: number }>(sql`select pg_relation_size('unit_cells') as bytes`))[0]!.bytes
  const broken = loadDemo(test.database, 'town', ({ isWhole }) => {
    if (isWhole) throw new Error('broken off')
  })
  await expect(broken).rejects.toThrow('broken off')
  expect(await isEmpty(test.database)).toBe(true)
  expect(await size()).toBe(0)
  await loadDemo(test.database, 'town')
  expect(await count()).toBeGreaterThan(200)
})

it('links every river segment to the river of its name', async () => {
  await loadDemo(test.database, 'town')
  const strangers = await test.database.query(sql`
    select river_segments.code from river_segments left join rivers on rivers.id = river_id
    where rivers.name is distinct from river_name`)
  expect(strangers).toEqual([])
})
