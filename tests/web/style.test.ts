import { expect, test } from 'vitest'
import { LAYERS } from '#geodata/layers/index.ts'
import { buildStyle, type StyleInput, sourceOf, tileAddress } from '../../web/map/style.ts'

const INPUT: StyleInput = {
  origin: 'http://here',
  layers: ['roads', 'hydrants'],
  opacity: {},
  language: 'zh-CN',
  theme: 'light',
  grids: { scheme: 'governance', level: 'zoom' },
  versions: {},
  elevation: null,
  baseMap: null,
  outsideBaseMap: false,
  tileZooms: { minimum: 0, maximum: 18 },
}

test('every layer of the catalogue is drawn from its source, and shown only when it is on', () => {
  const { layers, sources } = buildStyle(INPUT)
  for (const { id } of LAYERS) {
    const own = layers.filter((layer) => layer.id.startsWith(`${id}/`))
    expect(own.length).toBeGreaterThan(0)
    expect(sources[sourceOf(id)]).toBeDefined()
    for (const layer of own) expect(layer.layout?.visibility).toBe(INPUT.layers.includes(id) ? 'visible' : 'none')
  }
})

test('the same layers stand in every style, so that one can be turned into the other', () => {
  const ids = (input: StyleInput) => buildStyle(input).layers.map(({ id }) => id)
  expect(ids({ ...INPUT, layers: [], language: 'en', grids: { scheme: null, level: 2 } })).toEqual(ids(INPUT))
})

test('a new version of a layer has new addresses, and leaves those of others alone', () => {
  const before = buildStyle({ ...INPUT, versions: { hydrants: 'a', roads: 'b' } })
  const after = buildStyle({ ...INPUT, versions: { hydrants: 'c', roads: 'b' } })
  expect(after.sources.hydrants).not.toEqual(before.sources.hydrants)
  expect(after.sources.ground).toEqual(before.sources.ground)
})

test('tokens stand in the order of the layers', () => {
  const address = tileAddress('http://here', ['rivers', 'roads'], { roads: '7', rivers: 'x-1' })
  expect(address).toBe('http://here/tiles/rivers,roads/{z}/{x}/{y}.mvt?v=x-1.7')
})

test('an outside base map takes the place of our ground, not of our layers', () => {
  const baseMap = {
    type: 'raster',
    tiles: '/basemap/{z}/{x}/{y}',
    attribution: '',
    minimum_zoom: 1,
    maximum_zoom: 18,
    tile_size: 256,
  } as const
  const visible = (id: string, outsideBaseMap: boolean) =>
    buildStyle({ ...INPUT, baseMap, outsideBaseMap }).layers.find((layer) => layer.id === id)?.layout?.visibility
  expect(visible('outside/raster', true)).toBe('visible')
  expect(visible('ground/county', true)).toBe('none')
  expect(visible('roads/line', true)).toBe('visible')
  expect(visible('outside/raster', false)).toBe('none')
})
