// The projection that the browser and the generator calculate, against PROJ in the database.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { fromGaussKruger, toGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

it('agrees with the database within a hundredth of a millimetre, in both directions, all over a zone', async () => {
  const rows = await test.database.query<{ lon: number; lat: number; x: number; y: number }>(sql`
    select lon, lat, ST_X(plane) as x, ST_Y(plane) as y
    from generate_series(112.4, 115.6, 0.4) as lon, generate_series(18.5, 53.5, 2.5) as lat,
      ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 920114) as plane`)
  expect(rows.length).toBe(135)
  for (const { lon, lat, x, y } of rows.map((row) => ({ ...row, lon: Number(row.lon), lat: Number(row.lat) }))) {
    const [easting, northing] = toGaussKruger([lon, lat], 114)
    expect(Math.hypot(easting * 1000 - x, northing * 1000 - y), `${lon} ${lat}`).toBeLessThan(0.01)
    const [longitude, latitude] = fromGaussKruger([x / 1000, y / 1000], 114)
    expect(Math.hypot(longitude - lon, latitude - lat), `${lon} ${lat}`).toBeLessThan(1e-10)
  }
})
