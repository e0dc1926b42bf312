// Everything that can be wrong with a question is answered by a problem document, in both languages, and never by a failure.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../helpers/app.ts'
import { isChinese, problemOf } from '../helpers/problems.ts'

let test: TestApp

beforeAll(async () => {
  test = await startApp({ demo: false })
})
afterAll(() => test.close())

const ITEMS = '/api/collections/hydrants/items'
const TILES = '/tiles/hydrants'
const OGC = '/api/collections/hydrants/tiles/WebMercatorQuad'

/** Path, status, code, field. */
const WRONG: readonly (readonly [string, number, string, string?])[] = [
  ['/nothing', 404, 'not_found'],
  ['/api/nothing', 404, 'not_found'],
  ['/api/collections/nothing', 404, 'unknown_layer'],
  ['/api/collections/nothing/items', 404, 'unknown_layer'],
  ['/api/collections/nothing/items/1', 404, 'unknown_layer'],
  ['/api/collections/nothing/queryables', 404, 'unknown_layer'],
  ['/api/collections/nothing/tiles', 404, 'unknown_layer'],
  ['/api/collections/__proto__', 404, 'unknown_layer'],
  ['/api/collections/constructor/items', 404, 'unknown_layer'],
  ['/api/collections/toString/items/1', 404, 'unknown_layer'],
  ['/api/collections/hydrants%00', 404, 'unknown_layer'],
  [`/api/collections/${encodeURIComponent('消火栓')}`, 404, 'unknown_layer'],
  [`/api/collections/${'a'.repeat(5000)}`, 404, 'unknown_layer'],
  ['/api/collections/hydrants%2Fitems', 404, 'unknown_layer'],
  ['/api/collections/%ZZ', 400, 'url_malformed'],
  ['/api/collections/%E0%A4%A', 400, 'url_malformed'],
  ['/%', 400, 'url_malformed'],
  ['/tiles/%C0%80/1/1/1.mvt', 400, 'url_malformed'],
  ['/api?x=1', 400, 'unknown_parameter', 'x'],
  ['/api?f=html', 400, 'format_unknown', 'f'],
  ['/api/state?x=1', 400, 'unknown_parameter', 'x'],
  ['/healthz?__proto__=1', 400, 'unknown_parameter', '__proto__'],
  ['/api/events?last=1', 400, 'unknown_parameter', 'last'],
  ...[
    '1,2,3',
    '1,2,3,4,5',
    '1,2,3,4,5,6,7',
    'NaN,0,1,1',
    '0,0,Infinity,1',
    '-Infinity,0,1,1',
    '1e999,0,1,1',
    '',
    ',,,',
    'a,b,c,d',
  ].map((bbox) => [`${ITEMS}?bbox=${bbox}`, 400, 'bbox_invalid', 'bbox'] as const),
  ...['0,10,1,5', '0,-91,1,0', '0,0,1,91', '361,0,1,1', '0,0,9,1,1,5', '0;0;1;1', '0x1,0,1,1', '%00,0,1,1'].map(
    (bbox) => [`${ITEMS}?bbox=${bbox}`, 400, 'bbox_invalid', 'bbox'] as const,
  ),
  ...['0', '-1', '1e9', '1000000000', '10001', '99999999999999999999', 'abc', '', '1.5', '٣', '%00', '0x10', '+1'].map(
    (limit) => [`${ITEMS}?limit=${encodeURI(limit)}`, 400, 'limit_invalid', 'limit'] as const,
  ),
  ...['-1', 'abc', '1.5', '10000001', '99999999999999999999', ''].map(
    (offset) => [`${ITEMS}?offset=${offset}`, 400, 'offset_invalid', 'offset'] as const,
  ),
  ...['0', 'abc', '-1', '1.5', '2147483648', `1${'0'.repeat(20)}`, encodeURIComponent('一'), '%00', '1%20', '1e1'].map(
    (id) => [`${ITEMS}/${id}`, 404, 'feature_not_found', 'id'] as const,
  ),
  ...['2026-02-30', '2026-1-1', '0000-01-01', '../../..', '2026-01-02/2026-01-01', '', 'today', '2026-01-01T25:00:00Z', '..'].map(
    (day) => [`${ITEMS}?datetime=${day}`, 400, 'datetime_invalid', 'datetime'] as const,
  ),
  ['/api/collections/grids/items?datetime=9999-12-31T23:00:00Z', 400, 'datetime_invalid', 'datetime'],
  ['/api/collections/grids/items?datetime=0001-01-01T00:00:00%2B14:00', 400, 'datetime_invalid', 'datetime'],
  ['/api/collections/grids/items?datetime=2026-01-01T00:00:00%00Z', 400, 'datetime_invalid', 'datetime'],
  ...['nothing', '', '-', 'code,', '__proto__', 'geom', 'code;id', '%0A', 'code%0A', '--code', 'code desc'].map(
    (key) => [`${ITEMS}?sortby=${key}`, 400, 'sortby_invalid', 'sortby'] as const,
  ),
  ...['nothing', 'code,', 'geom', 'constructor'].map(
    (name) => [`${ITEMS}?properties=${name}`, 400, 'properties_invalid', 'properties'] as const,
  ),
  [`${ITEMS}?nothing=1`, 400, 'unknown_parameter', 'nothing'],
  [`${ITEMS}?__proto__=1`, 400, 'unknown_parameter', '__proto__'],
  [`${ITEMS}?constructor=1`, 400, 'unknown_parameter', 'constructor'],
  [`${ITEMS}?constructor[prototype]=1`, 400, 'unknown_parameter', 'constructor[prototype]'],
  [`${ITEMS}?${'n'.repeat(5000)}=1`, 400, 'unknown_parameter', 'n'.repeat(100)],
  [`${ITEMS}?Limit=1`, 400, 'unknown_parameter', 'Limit'],
  [`${ITEMS}?limit=1&limit=1`, 400, 'parameter_twice', 'limit'],
  [`${ITEMS}?code=1&code=2&code=3`, 400, 'parameter_twice', 'code'],
  [`${ITEMS}?f=xml`, 400, 'format_unknown', 'f'],
  [`${ITEMS}/1?f=xml`, 400, 'format_unknown', 'f'],
  [`${ITEMS}/1?limit=1`, 400, 'unknown_parameter', 'limit'],
  [`${ITEMS}?kind=nothing`, 400, 'filter_not_choice', 'kind'],
  [`${ITEMS}?kind=`, 400, 'filter_not_choice', 'kind'],
  [`${ITEMS}?kind=constructor`, 400, 'filter_not_choice', 'kind'],
  ...['abc', '', '..', '1..2..3', 'NaN', 'Infinity', '1,2', '0x1', '%00', '1e1000'].map(
    (number) => [`${ITEMS}?pressure_mpa=${number}`, 400, 'filter_not_number', 'pressure_mpa'] as const,
  ),
  ...['2026', '2026-13-01', '', '..', 'a..b', '2026-01-01T00:00:00Z', '%00'].map(
    (day) => [`${ITEMS}?installed_on=${day}`, 400, 'filter_not_date', 'installed_on'] as const,
  ),
  ['/api/collections/geohazard_points/items?monitored=1', 400, 'filter_not_boolean', 'monitored'],
  [`${ITEMS}?code=%00`, 400, 'text_invalid', 'code'],
  [`${ITEMS}?code=a%00*`, 400, 'text_invalid', 'code'],
  [`${ITEMS}?code=`, 400, 'text_invalid', 'code'],
  [`${ITEMS}?q=`, 400, 'text_invalid', 'q'],
  [`${ITEMS}?q=%20`, 400, 'text_invalid', 'q'],
  [`${ITEMS}?q=a%00b`, 400, 'text_invalid', 'q'],
  [`${ITEMS}?q=${'q'.repeat(201)}`, 400, 'text_too_long', 'q'],
  ['/api/search', 400, 'text_invalid', 'q'],
  ['/api/search?q=%00', 400, 'text_invalid', 'q'],
  ['/api/search?q=a&limit=0', 400, 'limit_invalid', 'limit'],
  ['/api/search?q=a&limit=101', 400, 'limit_invalid', 'limit'],
  ['/api/search?q=a&layer=grids', 400, 'unknown_parameter', 'layer'],
  ['/api/tileMatrixSets/WorldCRS84Quad', 404, 'unknown_tile_matrix_set'],
  ['/api/collections/hydrants/tiles/nothing', 404, 'unknown_tile_matrix_set'],
  ['/tiles/nothing/1/1/1.mvt', 404, 'unknown_layer'],
  ['/tiles/hydrants,,grids/1/1/1.mvt', 404, 'unknown_layer'],
  ['/tiles/hydrants%00/1/1/1.mvt', 404, 'unknown_layer'],
  ['/tiles/hydrants,hydrants/1/1/1.mvt', 400, 'layer_twice', 'layers'],
  ['/tiles/nothing.json', 404, 'unknown_layer'],
  ['/tiles/.json', 404, 'unknown_layer'],
  ['/tiles/hydrants.xml', 404, 'not_found'],
  ['/tiles/hydrants.json?v=1', 400, 'unknown_parameter', 'v'],
  [`${TILES}/1/1/1.png`, 404, 'tile_not_mvt'],
  [`${TILES}/a/1/1.mvt`, 400, 'tile_not_integer', 'z'],
  [`${TILES}/1.5/1/1.mvt`, 400, 'tile_not_integer', 'z'],
  [`${TILES}/-1/1/1.mvt`, 400, 'tile_not_integer', 'z'],
  [`${TILES}/1/NaN/1.mvt`, 400, 'tile_not_integer', 'x'],
  [`${TILES}/1/1/.mvt`, 400, 'tile_not_integer', 'y'],
  [`${TILES}/1/1/1e1.mvt`, 400, 'tile_not_integer', 'y'],
  [`${TILES}/19/1/1.mvt`, 404, 'zoom_out_of_range', 'z'],
  [`${TILES}/999999999/1/1.mvt`, 404, 'zoom_out_of_range', 'z'],
  [`${TILES}/99999999999/1/1.mvt`, 400, 'tile_not_integer', 'z'],
  [`${TILES}/3/8/0.mvt`, 404, 'tile_out_of_range'],
  [`${TILES}/3/0/8.mvt`, 404, 'tile_out_of_range'],
  [`${TILES}/1/1/1.mvt?datetime=2026-01-01/..`, 400, 'datetime_invalid', 'datetime'],
  [`${TILES}/1/1/1.mvt?v=1&v=2`, 400, 'parameter_twice', 'v'],
  [`${TILES}/1/1/1.mvt?q=a`, 400, 'unknown_parameter', 'q'],
  [`${OGC}/3/8/0`, 404, 'tile_out_of_range'],
  [`${OGC}/a/0/0`, 400, 'tile_not_integer', 'z'],
  ['/basemap/1/1/1', 404, 'base_map_missing'],
]

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  it.each(WRONG.map(([path, ...rest]) => [path.length > 120 ? `${path.slice(0, 120)}…` : path, path, ...rest] as const))(
    'a problem tells what is wrong with %s',
    async (_, path, status, code, field) => {
      const response = await test.get(path, { 'accept-language': language })
      expect(response.headers.get('content-language')).toBe(language === 'zh' ? 'zh-CN' : 'en')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('vary')).toMatch(/accept-language/i)
      const problem = await problemOf(response, path.slice(0, 200))
      expect([problem.status, problem.code, problem.field]).toEqual([status, code, field])
      expect(isChinese(problem.title)).toBe(language === 'zh')
      if (!path.includes(encodeURIComponent('消火栓')) && !path.includes(encodeURIComponent('一')))
        expect(isChinese(problem.detail)).toBe(language === 'zh')
    },
  )
})
