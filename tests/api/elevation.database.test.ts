import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readElevationModels, storeElevationModel } from '#api/elevation/store.ts'
import type { ElevationModel } from '#geodata/elevation/model.ts'
import { startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'

let test: TestApp
beforeAll(async () => {
  test = await startApp({ demo: false })
})
afterAll(() => test.close())

const HILL: ElevationModel = {
  west: 113,
  north: 35.3,
  step: 0.2,
  columns: 3,
  rows: 2,
  heights: Int16Array.from([0, 1000, -32768, 32767, -1, 258]),
}
const TILE = '/tiles/elevation/11/1667/810.png'

describe('heights', () => {
  it('are none at first: no tile, and nothing to be told about', async () => {
    expect((await test.get(TILE)).status).toBe(204)
    expect((await test.json('/api/state')).elevation).toBeNull()
  })

  it('come back from the database as they were stored', async () => {
    await storeElevationModel(test.database, HILL)
    expect(await readElevationModels(test.database, [113.1, 35.15, 113.2, 35.2])).toEqual([HILL])
    expect(await readElevationModels(test.database, [114, 35.15, 114.2, 35.2])).toEqual([])
  })

  it('are served as pictures, for ever under their version', async () => {
    const { elevation } = await test.json('/api/state')
    expect(elevation.extent.map((one: number) => Number(one.toFixed(6)))).toEqual([113, 35.1, 113.4, 35.3])
    const now = await test.get(TILE)
    expect([now.status, now.headers.get('content-type'), now.headers.get('cache-control')]).toEqual([
      200,
      'image/png',
      'no-cache',
    ])
    expect(
      Buffer.from(await now.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect((await test.get(`${TILE}?v=${elevation.version}`)).headers.get('cache-control')).toMatch(/immutable/)
    expect((await test.get(`${TILE}?v=older`)).headers.get('cache-control')).toBe('no-cache')
  })

  it('have another version once more are known', async () => {
    const before = (await test.json('/api/state')).elevation.version
    await storeElevationModel(test.database, { ...HILL, west: 120 })
    expect((await test.json('/api/state')).elevation.version).not.toBe(before)
  })

  it('are none far away, and none of a whole country at once', async () => {
    expect((await test.get('/tiles/elevation/11/3/4.png')).status).toBe(204)
    expect((await test.get('/tiles/elevation/3/6/3.png')).status).toBe(204)
  })

  it.each([
    ['/tiles/elevation/13/6668/3240.png', 404, 'zoom_out_of_range'],
    ['/tiles/elevation/2/4/0.png', 404, 'tile_out_of_range'],
    ['/tiles/elevation/2/a/0.png', 400, 'tile_not_integer'],
    ['/tiles/elevation/2/0/0.mvt', 404, 'not_found'],
    ['/tiles/elevation/2/0/0.png?w=1', 400, 'unknown_parameter'],
  ])('%s is refused', async (path, status, code) => {
    const response = await test.get(path)
    expect(response.status).toBe(status)
    expect((await problemOf(response)).code).toBe(code)
  })
})
