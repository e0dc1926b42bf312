// The same county on PostgreSQL (PostGIS encodes) and on the embedded database (we encode), another PostGIS and another GEOS: the
// tiles that people see must be the same.
import type { VectorTileFeature } from '@mapbox/vector-tile'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { loadDemo } from '#api/demo/store.ts'
import { LAYERS } from '#geodata/layers/index.ts'
import { encodedTiles } from '#tiles/encoded.ts'
import { postgisTiles } from '#tiles/postgis.ts'
import { type Cluster, startCluster } from '../helpers/cluster.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { decodeTile } from '../helpers/decode.ts'
import { tilesOver } from '../helpers/tiles.ts'

let cluster: Cluster
let native: Database
let embedded: TestDatabase

beforeAll(async () => {
  ;[cluster, embedded] = await Promise.all([startCluster(), openTestDatabase('embedded', 'town')])
  native = await openDatabase({ url: cluster.url })
  await migrate(native)
  await loadDemo(native, 'town')
}, 180_000)
afterAll(async () => {
  await native?.close()
  await embedded?.close()
  await cluster?.stop()
})

const COUNTY = [113.16, 35.06, 113.24, 35.14] as const

it.each([6, 9, 11, 12, 13, 14, 15, 16, 18])('both databases show the same features, attributes and places at z%i', async (z) => {
  let compared = 0
  for (const { x, y } of tilesOver(COUNTY, z, 4)) {
    const [one, other] = (
      await Promise.all([
        postgisTiles(native.query)(LAYERS, { z, x, y }),
        encodedTiles(embedded.database.query)(LAYERS, { z, x, y }),
      ])
    ).map(({ bytes }) => decodeTile(bytes))
    expect([...other!.keys()].sort(), `${z}/${x}/${y}`).toEqual([...one!.keys()].sort())
    for (const [layer, features] of one!) {
      const twins = other!.get(layer)!
      expect([...twins.keys()].sort(), `${layer} ${z}/${x}/${y}`).toEqual([...features.keys()].sort())
      for (const [id, feature] of features) {
        expect(twins.get(id)!.properties, `${layer} ${id}`).toEqual(feature.properties)
        expect(apart(feature, twins.get(id)!), `${layer} ${id} ${z}/${x}/${y}`).toBeLessThanOrEqual(Math.SQRT2)
        compared++
      }
    }
  }
  expect(compared).toBeGreaterThan(50)
})

/** The largest distance from a vertex of one to the nearest edge of the other, both ways, in tile units. */
function apart(one: VectorTileFeature, other: VectorTileFeature): number {
  const [a, b] = [one.loadGeometry(), other.loadGeometry()]
  return Math.max(reach(a, b), reach(b, a))
}

type Parts = { x: number; y: number }[][]

const reach = (from: Parts, to: Parts): number =>
  Math.max(...from.flat().map((vertex) => Math.min(...to.map((part) => distance(vertex, part)))))

const distance = (vertex: { x: number; y: number }, part: { x: number; y: number }[]): number =>
  Math.min(...part.map((end, index) => toEdge(vertex, part[Math.max(0, index - 1)]!, end)))

function toEdge(p: { x: number; y: number }, a: { x: number; y: number }, b: { x: number; y: number }): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length))
  return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy)
}
