// Where everything lies that somebody is responsible for.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { assign, idOf, storePerson, storePoints, storeSquareTown } from '../helpers/square_town.ts'

let test: TestApp
let ren: number
let grid: number
let west: number

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  ren = await storePerson(test.database, 'Ren')
  grid = await idOf(test.database, 'grids', '411825100001200')
  west = await idOf(test.database, 'river_segments', '411825000001')
  await storePoints(test.database, 'hydrants', [[0.5, 0.25]])
})
beforeEach(() => test.database.query(sql`delete from assignments`))
afterAll(() => test.close())

const ask = async (at = '2026-06-01'): Promise<Json> => test.json(`/api/responsibility/people/${ren}/places?at=${at}`)

it('each object comes with its box and a shape, whatever its layer', async () => {
  await assign(test.database, { layer: 'grids', object_id: grid, role: 'grid_leader', person_id: ren })
  await assign(test.database, { layer: 'hydrants', object_id: 1, role: 'keeper', person_id: ren })
  const { places } = await ask()
  expect(places.map(({ layer, geometry }: Json) => [layer, geometry.type])).toEqual([
    ['grids', 'Polygon'],
    ['hydrants', 'Point'],
  ])
  for (const { bbox } of places) expect(bbox[0] <= bbox[2] && bbox[1] <= bbox[3]).toBe(true)
})

it('of a line with a stretch only the stretch is drawn', async () => {
  const onWest = { layer: 'river_segments', object_id: west, role: 'river_chief_village', person_id: ren }
  await assign(test.database, onWest)
  const [whole] = (await ask()).places
  await test.database.query(sql`update assignments set chainage_from_m = 0, chainage_to_m = 500`)
  const [half] = (await ask()).places
  const widthOf = ({ bbox }: Json) => bbox[2] - bbox[0] + bbox[3] - bbox[1]
  expect(widthOf(half) / widthOf(whole)).toBeCloseTo(0.5, 1)
})

it('what is over, or has not begun, is not there', async () => {
  await assign(test.database, {
    layer: 'grids',
    object_id: grid,
    role: 'grid_leader',
    person_id: ren,
    from: '2026-01-01',
    to: '2026-06-01',
  })
  expect((await ask('2026-05-31')).places).toHaveLength(1)
  expect((await ask('2026-06-01')).places).toEqual([])
  expect((await ask('2025-12-31')).places).toEqual([])
})

it('an id that can be none is not found', async () => {
  const response = await test.get('/api/responsibility/people/x/places')
  expect(response.status).toBe(404)
})
