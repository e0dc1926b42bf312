// Both tile sources run on the same database, and the tiles they make are decoded and compared.
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifier, sql } from '#api/database/sql.ts'
import { canEncodeTiles } from '#api/layers/store.ts'
import { LAYERS, type Layer } from '#geodata/layers/index.ts'
import { encodedTiles } from '#tiles/encoded.ts'
import { TILE_BUFFER, TILE_UNITS } from '#tiles/extent.ts'
import { postgisTiles } from '#tiles/postgis.ts'
import { isThinned } from '#tiles/rows.ts'
import type { TileSource } from '#tiles/source.ts'
import { openTestDatabase, type TestDatabase, testedDatabase } from '../helpers/database.ts'
import { type DecodedTile, decodeTile } from '../helpers/decode.ts'
import { tileOf, tilesOver } from '../helpers/tiles.ts'

let test: TestDatabase
/** One of both where PostGIS has protobuf; the encoder alone where it has not. */
let sources: Record<string, TileSource>
let extent: readonly [number, number, number, number]

beforeAll(async () => {
  test = await openTestDatabase(testedDatabase(), 'town')
  sources = { encoded: encodedTiles(test.database.query) }
  if (await canEncodeTiles(test.database)) sources.postgis = postgisTiles(test.database.query)
  const [row] = await test.database.query<{ west: number; south: number; east: number; north: number }>(sql`
    select ST_XMin(e) as west, ST_YMin(e) as south, ST_XMax(e) as east, ST_YMax(e) as north
    from (select ST_Extent(geom) as e from administrative_areas) as extent`)
  extent = [row!.west, row!.south, row!.east, row!.north]
})
afterAll(() => test.close())

const decode = async (source: TileSource, layers: readonly Layer[], z: number, x: number, y: number): Promise<DecodedTile> =>
  decodeTile((await source(layers, { z, x, y })).bytes)

const ZOOMS = [6, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18]
/** Every tile of the county where there are few; the ones around its middle where there are many. */
const addresses = () => ZOOMS.flatMap((z) => tilesOver(extent, z, 6))

describe('the two sources', () => {
  it('make tiles with the same features, attributes and coordinates for all layers at z6 to z18', async () => {
    if (!sources.postgis) return expect(test.database.kind).toBe('embedded')
    let compared = 0
    for (const { z, x, y } of addresses()) {
      const [one, other] = await Promise.all([
        decode(sources.postgis, LAYERS, z, x, y),
        decode(sources.encoded!, LAYERS, z, x, y),
      ])
      expect([...other.keys()], `${z}/${x}/${y}`).toEqual([...one.keys()])
      for (const [layer, features] of one) {
        expect([...other.get(layer)!.keys()].sort(), `${layer} ${z}/${x}/${y}`).toEqual([...features.keys()].sort())
        for (const [id, feature] of features) {
          const twin = other.get(layer)!.get(id)!
          expect(twin.properties, `${layer} ${id}`).toEqual(feature.properties)
          expect(twin.type).toBe(feature.type)
          expect(canonicalRings(twin), `${layer} ${id} at ${z}/${x}/${y}`).toEqual(canonicalRings(feature))
          compared++
        }
      }
    }
    expect(compared).toBeGreaterThan(5000)
  })
})

/** Lines and rings in an order that doesn't depend on who encoded them. */
function canonicalRings(feature: VectorTileFeature): string[] {
  return feature
    .loadGeometry()
    .map((ring) => ring.map(({ x, y }) => `${x} ${y}`).join(','))
    .sort()
}

describe('every tile', () => {
  it('holds what the spec allows: version 2, extent 4096, whole coordinates inside the buffer, rings that turn the right way', async () => {
    for (const [name, source] of Object.entries(sources)) {
      for (const { z, x, y } of addresses()) {
        const { bytes } = await source(LAYERS, { z, x, y })
        const tile = new VectorTile(new PbfReader(bytes))
        for (const layer of Object.values(tile.layers)) {
          expect(layer.version, name).toBe(2)
          expect(layer.extent, name).toBe(TILE_UNITS)
          for (let index = 0; index < layer.length; index++)
            checkGeometry(layer.feature(index), `${name} ${layer.name} ${z}/${x}/${y}`)
        }
      }
    }
  })

  it('shows every point in exactly one tile, and thinned ones say how many they stand for', async () => {
    for (const layer of LAYERS.filter(({ geometry }) => geometry === 'Point')) {
      const [row] = await test.database.query<{ count: number }>(sql`select count(*) from ${identifier(layer.id)}`)
      for (const z of [6, 9, 11, 13, 14]) {
        let total = 0
        for (const { x, y } of tilesOver(extent, z, Number.POSITIVE_INFINITY)) {
          const features = (await decode(sources.encoded!, [layer], z, x, y)).get(layer.id)
          for (const { properties } of features?.values() ?? []) {
            expect('point_count' in properties).toBe(isThinned(layer, z))
            total += Number(properties.point_count ?? 1)
          }
        }
        expect(total, `${layer.id} at z${z}`).toBe(row!.count)
      }
    }
  })
})

function checkGeometry(feature: VectorTileFeature, place: string): void {
  const limit = [-TILE_BUFFER - 8, TILE_UNITS + TILE_BUFFER + 8] as const
  const parts = feature.loadGeometry()
  expect(parts.length, place).toBeGreaterThan(0)
  for (const { x, y } of parts.flat()) {
    expect(Number.isInteger(x) && Number.isInteger(y), place).toBe(true)
    expect(Math.min(x, y), place).toBeGreaterThanOrEqual(limit[0])
    expect(Math.max(x, y), place).toBeLessThanOrEqual(limit[1])
  }
  // Spec 4.3.3.3: an exterior ring has a positive area by the surveyor's formula, and it comes first.
  if (feature.type === 3) expect(surveyorsArea(parts[0]!), `${place} #${feature.id}`).toBeGreaterThan(0)
  if (feature.type === 2) for (const line of parts) expect(line.length, place).toBeGreaterThan(1)
}

const surveyorsArea = (ring: readonly { x: number; y: number }[]): number =>
  ring.reduce((sum, { x, y }, index) => {
    const next = ring[(index + 1) % ring.length]!
    return sum + (x * next.y - next.x * y) / 2
  }, 0)

/*
 *   a coverage keeps covering: what the cells cover together is what the county covers, at every zoom
 *
 *      +--+--+-----+        +-----+-----+
 *      |a |b |  c  |   ->   |  b  |  c  |    a vanished, b and c took its place
 *      +--+--+-----+        +-----+-----+
 */
it.each([6, 8, 10, 12, 13, 14, 16])(
  'neighbours keep their common border at z%i: the areas of all cells add up to the whole',
  async (z) => {
    const cells = LAYERS.find(({ id }) => id === 'unit_cells')!
    const county = LAYERS.find(({ id }) => id === 'administrative_areas')!
    const middle = tileOf([(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2], z)
    const decoded = await decode(sources.encoded!, [cells, county], z, middle.x, middle.y)
    const total = (features: Iterable<VectorTileFeature>) => {
      let sum = 0
      for (const feature of features) for (const ring of feature.loadGeometry()) sum += surveyorsArea(ring)
      return sum
    }
    const whole = [...decoded.get('administrative_areas')!.values()].filter(({ properties }) => properties.level === 'county')
    const sum = total(decoded.get('unit_cells')!.values())
    // Clipping each feature by itself rounds where borders meet the frame of the buffer: a unit's width along it at most.
    const slack = 4 * 0.5 * (TILE_UNITS + 2 * TILE_BUFFER)
    expect(Math.abs(sum - total(whole))).toBeLessThan(slack)
    expect(sum).toBeGreaterThan(0)
  },
)
