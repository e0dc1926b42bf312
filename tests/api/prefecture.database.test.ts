// Two counties in one database: neither knows of the other.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { identifier, type Sql, sql } from '#api/database/sql.ts'
import { orderOf } from '#api/demo/orders.ts'
import { loadDemo, type Progress } from '#api/demo/store.ts'
import { demoCounty } from '#geodata/county/index.ts'
import { LAYERS } from '#geodata/layers/index.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'

let test: TestDatabase
const told: Progress[] = []

beforeAll(async () => {
  test = await openTestDatabase()
  await loadDemo(
    test.database,
    orderOf('county', { scale: 2, seed: 5 }),
    (progress) => void (progress.isWhole && told.push(progress)),
  )
  await test.database.query(sql`analyze`)
}, 400_000)
afterAll(() => test.close())

const rows = (question: Sql) => test.database.query<Record<string, unknown>>(question)

it('are told one after another, each by its name', () => {
  expect(told.map(({ number, name, nameEn }) => [number, name, nameEn])).toEqual([
    [1, '泽陵县', 'Zeling County'],
    [2, '洹川县', 'Huanchuan County'],
  ])
})

it('share their schemes, and nothing else: no code comes twice', async () => {
  expect((await rows(sql`select id from scheme`)).length).toBe(6)
  for (const { id } of LAYERS.filter(({ id, fields }) => id !== 'roads' && fields.some(({ name }) => name === 'code'))) {
    const key = id === 'grids' ? sql`scheme, code` : sql`code`
    expect(
      await rows(sql`select ${key} from ${identifier(id)} group by ${key} having count(*) > 1 or bool_or(code is null)`),
      id,
    ).toEqual([])
  }
})

it('do not touch, and lie where their plane is true', async () => {
  const [found] = await rows(sql`
    select count(*) as counties, ST_Distance(min(canonical::text)::geometry, max(canonical::text)::geometry) > 1e6 as apart,
      bool_and(ST_X(ST_Centroid(geom)) between 112.4 and 115.6 and ST_Y(ST_Centroid(geom)) between 33 and 37) as there
    from administrative_areas where level = 'county'`)
  expect(found).toEqual({ counties: 2, apart: true, there: true })
})

it('contain what has their code: towns, communities and cells fill them exactly', async () => {
  const faults = await rows(sql`
    with part as (
      select left(code, 6) as county, level, ST_Area(canonical) as area, canonical from administrative_areas where level <> 'county'
      union all select left(code, 6), 'cell', ST_Area(canonical), canonical from unit_cells
    )
    select county.code, part.level, sum(area) - ST_Area(county.canonical) as difference
    from administrative_areas as county left join part on part.county = county.code
    where county.level = 'county'
    group by county.code, part.level, county.canonical
    having part.level is null or abs(sum(area) - ST_Area(county.canonical)) > 10000
      or not bool_and(part.canonical @ county.canonical)`)
  expect(faults).toEqual([])
})

it('have grids of their own cells only, as many as each grid says', async () => {
  const faults = await rows(sql`
    select grids.scheme, grids.code from grids
    left join grid_cell on grid_id = grids.id left join unit_cells on unit_cells.id = unit_cell_id
    where class = 'A' group by grids.id
    having count(unit_cells.id) <> grids.cell_count or not bool_and(left(unit_cells.code, 6) = left(grids.code, 6))`)
  expect(faults).toEqual([])
})

it('have rivers of the same names, and every segment belongs to its own', async () => {
  const [found] = await rows(sql`
    select count(*) > 0 as several, count(river_id) = count(*) as linked,
      bool_and(rivers.name = river_name and left(rivers.code, 6) = left(river_segments.code, 6)) as own,
      bool_and(ST_DWithin(river_segments.geom, rivers.geom, 1e-6)) as along
    from river_segments left join rivers on rivers.id = river_id`)
  expect(found).toEqual({ several: true, linked: true, own: true, along: true })
  expect((await rows(sql`select name from rivers group by name having count(*) = 2`)).length).toBe(8)
})

it('repeat no name of a village or a quarter in one county', async () => {
  const repeated = await rows(sql`
    select left(code, 6), name from administrative_areas group by left(code, 6), name having count(*) > 1`)
  expect(repeated).toEqual([])
})

it('have people of their own, each responsible in his own county only', async () => {
  const counties = await rows(sql`select distinct left(territory_code, 6) as county from organisations order by 1`)
  expect(counties).toEqual([{ county: '411825' }, { county: '411826' }])
  const strangers = await rows(sql`
    select people.code, object.code as object
    from assignments join people on people.id = person_id join organisations on organisations.id = organisation_id
    join (
      select 'grids' as layer, id, code from grids union all select 'river_segments', id, code from river_segments
      union all select 'administrative_areas', id, code from administrative_areas union all select 'rivers', id, code from rivers
    ) as object on object.layer = assignments.layer and object.id = object_id
    where left(object.code, 6) <> left(territory_code, 6)`)
  expect(strangers).toEqual([])
})

it('have all that is made up of them, and of nobody anything else', async () => {
  const made = [1, 2].map((number) => demoCounty({ seed: 5, number }).responsibility!)
  for (const table of ['organisations', 'posts', 'people', 'tenures', 'assignments'] as const) {
    const [stored] = await rows(sql`select count(*) from ${identifier(table)}`)
    expect(stored, table).toEqual({ count: made[0]![table].length + made[1]![table].length })
  }
})

it('share their accounts, which are those of the first', async () => {
  const accounts = await rows(sql`
    select accounts.name, left(people.code, 6) as county from accounts left join people on people.id = person_id`)
  expect(accounts.length).toBe(12)
  for (const { county } of accounts) expect([null, '411825']).toContain(county)
})
