// What describes the tiles: TileJSON for maps, tilesets and matrices for programs that speak OGC API Tiles.
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAYERS } from '#geodata/layers/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { tilesOver } from '../helpers/tiles.ts'

let test: TestApp
let extent: [number, number, number, number]

beforeAll(async () => {
  test = await startApp()
  extent = (await test.json('/api/state')).extent
})
afterAll(() => test.close())

const bytesOf = async (path: string) => Buffer.from(await (await test.get(path)).arrayBuffer())

describe('TileJSON', () => {
  it.each([...LAYERS.map(({ id }) => id), LAYERS.map(({ id }) => id).join(',')])(
    'of %s holds what version 3.0.0 asks for',
    async (list) => {
      const response = await test.get(`/tiles/${list}.json`, { 'accept-language': 'en' })
      expect(response.headers.get('vary')).toMatch(/accept-language/)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      const document = (await response.json()) as Json
      expect(document.tilejson).toBe('3.0.0')
      expect(document.minzoom).toBeLessThanOrEqual(document.maxzoom)
      expect(document.bounds).toHaveLength(4)
      expect(document.bounds[0]).toBeLessThan(document.bounds[2])
      expect(document.bounds[1]).toBeLessThan(document.bounds[3])
      expect(document.vector_layers.map(({ id }: Json) => id)).toEqual(list.split(','))
      for (const { fields } of document.vector_layers)
        expect(Object.values(fields).every((type) => ['Number', 'String', 'Boolean'].includes(String(type)))).toBe(true)
      expect(document.tiles).toHaveLength(1)
      expect(document.tiles[0].startsWith(`${test.url}/tiles/${list}/{z}/{x}/{y}.mvt?v=`)).toBe(true)
    },
  )

  it('lists every attribute that its tiles carry, and its template gives tiles that last', async () => {
    const list = LAYERS.map(({ id }) => id).join(',')
    const document = await test.json(`/tiles/${list}.json`)
    for (const { z, x, y } of [9, 12, 15].flatMap((zoom) => tilesOver(extent, zoom, 2))) {
      const url = document.tiles[0].replace('{z}', z).replace('{x}', x).replace('{y}', y)
      const response = await test.get(url)
      expect(response.headers.get('cache-control')).toContain('immutable')
      const { layers } = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())))
      for (const { id, fields } of document.vector_layers) {
        const layer = layers[id]
        for (let index = 0; index < (layer?.length ?? 0); index++)
          for (const [name, value] of Object.entries(layer!.feature(index).properties))
            expect({ number: 'Number', string: 'String', boolean: 'Boolean' }[typeof value as string], `${id}.${name}`).toBe(
              fields[name],
            )
      }
    }
  })

  it('of a day names the day in its template', async () => {
    const { tiles } = await test.json('/tiles/grids.json?datetime=2026-03-03')
    expect(tiles[0].endsWith('?datetime=2026-03-03')).toBe(true)
  })
})

describe('OGC API Tiles', () => {
  const home = (id: string) => `/api/collections/${id}/tiles`

  it('has for each collection a tileset whose links answer', async () => {
    for (const { id } of LAYERS) {
      const { tilesets } = await test.json(home(id))
      expect(tilesets).toHaveLength(1)
      const [{ links }] = tilesets
      const tileset = await test.json(links.find(({ rel }: Json) => rel === 'self').href)
      expect(tileset.layers[0].id).toBe(id)
      expect(tileset.boundingBox.lowerLeft).toHaveLength(2)
      const scheme = links.find(({ rel }: Json) => rel.endsWith('tiling-scheme')).href
      expect((await test.json(scheme)).id).toBe('WebMercatorQuad')
    }
  })

  it('puts the row before the column: its tiles are those of /tiles with x and y', async () => {
    let filled = 0
    for (const { z, x, y } of tilesOver(extent, 13, 3)) {
      const xyz = await bytesOf(`/tiles/unit_cells/${z}/${x}/${y}.mvt`)
      const [{ links }] = (await test.json(home('unit_cells'))).tilesets
      const template: string = links.find(({ rel }: Json) => rel === 'item').href.slice(test.url.length)
      const ogc = template.replace('{tileMatrix}', String(z)).replace('{tileRow}', String(y)).replace('{tileCol}', String(x))
      expect((await bytesOf(ogc)).equals(xyz)).toBe(true)
      if (xyz.length > 0) filled++
    }
    expect(filled).toBeGreaterThan(0)
  })

  it('keeps versions and days as /tiles does', async () => {
    const { version } = (await test.json('/api/state')).layers.unit_cells
    const { z, x, y } = tilesOver(extent, 13, 1)[0]!
    const path = `${home('unit_cells')}/WebMercatorQuad/${z}/${y}/${x}`
    expect((await test.get(`${path}?v=${version}`)).headers.get('cache-control')).toContain('immutable')
    expect((await test.get(path)).headers.get('cache-control')).toBe('no-cache')
    expect((await test.get(`${path}?datetime=1900-01-01`)).status).toBe(204)
  })

  it('describes its matrices as OGC 17-083 has WebMercatorQuad', async () => {
    const list = await test.json('/api/tileMatrixSets')
    const document = await test.json(list.tileMatrixSets[0].links[0].href)
    expect(document.uri).toBe('http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad')
    expect(document.tileMatrices).toHaveLength(19)
    const [first, second] = document.tileMatrices
    // Table D.1
    expect(first.scaleDenominator).toBeCloseTo(559_082_264.028_717_8, 3)
    expect(first.cellSize).toBeCloseTo(156_543.033_928_041, 6)
    expect(second.scaleDenominator).toBeCloseTo(279_541_132.014_358_9, 3)
    expect(first.pointOfOrigin[0]).toBeCloseTo(-20_037_508.342_789_2, 5)
    expect(first.pointOfOrigin[1]).toBeCloseTo(20_037_508.342_789_2, 5)
    expect([second.matrixWidth, second.matrixHeight, second.tileWidth]).toEqual([2, 2, 256])
  })
})

it('all layers fit into one tile, and its parts are those of the tiles of each', async () => {
  const { z, x, y } = tilesOver(extent, 12, 1)[0]!
  const decode = async (layers: string) =>
    new VectorTile(new PbfReader(new Uint8Array(await bytesOf(`/tiles/${layers}/${z}/${x}/${y}.mvt`)))).layers
  const all = await decode(LAYERS.map(({ id }) => id).join(','))
  expect(Object.keys(all).length).toBeGreaterThan(10)
  for (const { id } of LAYERS) expect(all[id]?.length, id).toBe((await decode(id))[id]?.length)
})
