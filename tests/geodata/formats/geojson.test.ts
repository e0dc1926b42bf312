import fc from 'fast-check'
import { gzipSync, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { FormatError, readFile } from '#geodata/formats/index.ts'
import { jsonFault } from '#geodata/formats/json_fault.ts'

const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const feature = (properties: unknown, geometry: unknown = null, more: object = {}) => ({
  type: 'Feature',
  properties,
  geometry,
  ...more,
})
const read = (value: unknown) => readFile('a.geojson', strToU8(typeof value === 'string' ? value : JSON.stringify(value)))

function problemOf(work: () => unknown): Pick<FormatError, 'code' | 'detail'> {
  try {
    work()
  } catch (error) {
    if (error instanceof FormatError) return { code: error.code, detail: error.detail }
    throw error
  }
  throw new Error('it was read')
}

test('rows are counted from 1, and a feature without geometry is a row', () => {
  const contents = read(collection(feature({ a: 1 }), feature({ a: 2 }, { type: 'Point', coordinates: [1, 2] })))
  expect(contents).toEqual({
    coordinateSystem: { name: 'OGC:CRS84' },
    features: [
      { row: 1, geometry: null, properties: { a: 1 } },
      { row: 2, geometry: { type: 'Point', coordinates: [1, 2] }, properties: { a: 2 } },
    ],
    findings: [],
  })
})

test('what is no feature is trouble of its row only', () => {
  const contents = read(collection(null, [], 'x', { type: 'Point' }, feature([]), feature({}, { type: 'Circle' }), feature(null)))
  expect(contents.features.map(({ trouble }) => trouble)).toEqual([...Array(6).fill('not_a_feature'), undefined])
})

test("a feature's id is kept among its properties, and overwrites none", () => {
  const contents = read(
    collection(feature({}, null, { id: 7 }), feature({ id: 1 }, null, { id: 7 }), feature({ '@id': 'n/7' }, null, { id: 'n/7' })),
  )
  expect(contents.features.map(({ properties }) => properties)).toEqual([{ id: 7 }, { id: 1, 'feature id': 7 }, { '@id': 'n/7' }])
})

test('a single feature and a bare geometry are files of one row', () => {
  expect(read(feature({ a: 1 })).features).toHaveLength(1)
  expect(read({ type: 'Point', coordinates: [1, 2] }).features).toHaveLength(1)
})

describe('the crs member', () => {
  const named = (name: unknown) => ({ ...collection(), crs: { type: 'name', properties: { name } } })

  test.each([
    'urn:ogc:def:crs:OGC:1.3:CRS84',
    'urn:ogc:def:crs:EPSG::4326',
    'EPSG:4490',
    'http://www.opengis.net/def/crs/EPSG/0/4326',
  ])('%s is degrees', (name) => expect(read(named(name)).coordinateSystem.projection).toBeUndefined())

  test.each([
    ['EPSG:4526', '+lon_0=114 +k=1 +x_0=38500000'],
    ['urn:ogc:def:crs:EPSG::4547', '+lon_0=114 +k=1 +x_0=500000'],
    ['EPSG:4513', '+lon_0=75 +k=1 +x_0=25500000'],
    ['EPSG:4554', '+lon_0=135 +k=1 +x_0=500000'],
    ['EPSG:4491', '+lon_0=75 +k=1 +x_0=13500000'],
    ['EPSG:32650', '+lon_0=117 +k=0.9996 +x_0=500000'],
    ['EPSG:3857', '+proj=merc'],
  ])('%s is projected: %s', (name, proj) => expect(read(named(name)).coordinateSystem.projection?.proj).toContain(proj))

  test.each(['EPSG:2343', 'urn:ogc:def:crs:EPSG::99999', 'somewhere', 7])('%s is refused by name', (name) =>
    expect(problemOf(() => read(named(name))).code).toBe('unknown_coordinate_system'),
  )

  test('what the user says opens a file whose crs nobody knows', () => {
    const bytes = strToU8(JSON.stringify(named('somewhere')))
    expect(readFile('a.geojson', bytes, { name: 'EPSG:4490' }).coordinateSystem.name).toBe('EPSG:4490')
  })
})

describe('text', () => {
  test('a byte order mark is no trouble', () => expect(read(`\uFEFF${JSON.stringify(collection())}`).features).toEqual([]))

  test('GBK is read, and said', () => {
    const [before, after] = JSON.stringify(collection(feature({ name: '#' }))).split('#')
    const bytes = Uint8Array.from([...strToU8(before!), 0xc8, 0xcb, 0xc3, 0xf1, ...strToU8(after!)])
    const contents = readFile('a.json', bytes)
    expect(contents.features[0]?.properties).toEqual({ name: '人民' })
    expect(contents.findings).toEqual([{ code: 'read_as_gb18030' }])
  })

  test('JSON cut short is refused with the place', () => {
    expect(problemOf(() => read('{"type":\n "Feat'))).toEqual({ code: 'not_json', detail: { position: 15, line: 2, column: 7 } })
  })

  test('a misplaced character is refused with the place', () => {
    expect(problemOf(() => read('{"type":\n }'))).toEqual({ code: 'not_json', detail: { position: 10, line: 2, column: 2 } })
  })

  test('cutting JSON anywhere, the fault is at the end; a stray character, there', () => {
    const json = fc.json().map((text) => `[${text}]`)
    fc.assert(
      fc.property(json, fc.nat(), (text, seed) => {
        const at = 1 + (seed % (text.length - 1))
        expect(jsonFault(text)).toBe(text.length)
        expect(jsonFault(`${text}#`)).toBe(text.length)
        expect(jsonFault(text.slice(0, at))).toBeLessThanOrEqual(at)
        expect(jsonFault(`[${text}, 1 2]`)).toBe(text.length + 5)
      }),
    )
  })

  test.each([
    ['an array', [1, 2]],
    ['TopoJSON', { type: 'Topology' }],
    ['a collection without features', { type: 'FeatureCollection' }],
  ])('%s is not GeoJSON', (_, value) => expect(problemOf(() => read(value)).code).toBe('not_geojson'))
})

describe('gzip', () => {
  const text = strToU8(JSON.stringify(collection(...Array.from({ length: 500 }, (_, index) => feature({ index })))))
  const packed = gzipSync(text)

  test('is unpacked whatever the name is', () => expect(readFile('a.bin', packed).features).toHaveLength(500))

  test('truncated.geojson.gz is refused wherever it ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: packed.length - 1 }), (length) => {
        expect(problemOf(() => readFile('truncated.geojson.gz', packed.subarray(0, length))).code).toBe('gzip_damaged')
      }),
    )
  })

  test('a flipped bit never passes', () => {
    // The first ten bytes are a header in which the time of day may be anything.
    fc.assert(
      fc.property(fc.integer({ min: 10, max: packed.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const broken = packed.slice()
        broken[at]! ^= 1 << bit
        expect(problemOf(() => readFile('a.geojson.gz', broken)).code).toBe('gzip_damaged')
      }),
    )
  })
})

test.each([
  ['nothing', new Uint8Array(), 'empty_file'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'unknown_format'],
])('%s is refused', (_, bytes, code) => expect(problemOf(() => readFile('a.png', bytes)).code).toBe(code))

test('whatever the bytes are, they are read or refused by a code', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.geojson', 'a.zip', 'a.gz', 'a'), (bytes, name) => {
      try {
        readFile(name, bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(FormatError)
      }
    }),
  )
})
