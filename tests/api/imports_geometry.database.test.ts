import { describe, expect, test } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { coordinateSystemOf } from '#geodata/formats/index.ts'
import { cell, fixture, geojson, point, reasons, square, usingImports } from './imports/bring.ts'

const { bring, query } = usingImports()

describe('areas', () => {
  test('are stored in whole millimetres of one zone, and neighbours keep their vertices in common', async () => {
    const features = [0, 1, 2].map((index) => [square(113.5 + index * 0.001, 23), { code: cell(index) }] as const)
    expect(await bring('unit_cells', geojson(features))).toMatchObject({ stored: 3, zone: 920114 })
    const [found] = await query(sql`select count(*) as pairs from unit_cells a join unit_cells b
      on a.id < b.id and ST_Relate(a.canonical, b.canonical, 'FF2F11212') where is_canonical(a.canonical)`)
    expect(found).toEqual({ pairs: 2 })
  })

  test('follow the zone that is in use, even from the zone beside', async () => {
    await bring('unit_cells', geojson([[square(113.5, 23), { code: cell(1) }]]))
    expect(await bring('unit_cells', geojson([[square(116, 23), { code: cell(2) }]]))).toMatchObject({ zone: 920114 })
    expect(await bring('unit_cells', geojson([[square(120, 30), { code: cell(3) }]]))).toMatchObject({ zone: 920120 })
  })

  //  3---2      The border crosses itself in the middle.
  //   \ /
  //   / \
  //  1---4
  test('a crossing border is refused with its place, and so is what GEOS would throw on', async () => {
    const report = await bring('unit_cells', fixture('self-crossing.geojson'), { partial: true })
    expect(report).toMatchObject({ read: 2, stored: 1, refused: 1 })
    expect(report.refusals).toEqual([
      { row: 1, code: 'invalid_polygon', detail: { reason: 'Self-intersection', x: 113.505, y: 23.005 } },
    ])
  })

  test('what vanishes in the grid of millimetres is refused, not mended', async () => {
    const speck = 1e-10
    const withSpeck = { type: 'MultiPolygon', coordinates: [square(113.5, 23).coordinates, square(113.6, 23, speck).coordinates] }
    const report = await bring(
      'unit_cells',
      geojson([
        [withSpeck, { code: cell(1) }],
        [square(113.6, 23, speck), { code: cell(2) }],
      ]),
    )
    expect(reasons(report)).toEqual([
      [1, 'too_small'],
      [2, 'too_small'],
    ])
  })

  test('what crosses only in the grid of millimetres is refused, not mended', async () => {
    // Teeth whose tips end a hundredth of a millimetre above the lower border.
    const teeth = Array.from({ length: 40 }, (_, index) => [
      [113.6 - index * 0.001, 23.001],
      [113.5995 - index * 0.001, 23 + 1e-10],
    ]).flat()
    const ring = [[113.5, 23], [113.61, 23], ...teeth, [113.5, 23.001], [113.5, 23]]
    const report = await bring('unit_cells', geojson([[{ type: 'Polygon', coordinates: [ring] }, { code: cell(1) }]]))
    expect(reasons(report)).toEqual([[1, 'invalid_when_snapped']])
  })

  test('too far from the zone of the file, an area is refused', async () => {
    const report = await bring(
      'unit_cells',
      geojson([
        [square(113, 23), { code: cell(1) }],
        [square(60, 23), { code: cell(2) }],
      ]),
    )
    expect(report.refused).toBe(2)
    expect(reasons(report)).toContainEqual([2, 'too_far_from_zone'])
  })
})

describe('metres', () => {
  test.each(['EPSG:4526', 'EPSG:4547', 'EPSG:4497', 'EPSG:4508', 'EPSG:3857', 'EPSG:32649', 'EPSG:32749'])(
    'of %s come to the same place as by PostGIS itself',
    async (name) => {
      const srid = Number(name.slice(5))
      const [x0 = 0, y0 = 0] = coordinateSystemOf(name)!
        .projection!.proj.match(/\+[xy]_0=(\d+)/g)!
        .map((part) => Number(part.slice(5)))
      const [x, y] = srid === 3857 ? [12_700_000.25, 2_600_000.5] : [x0 + 12_345.25, y0 + 2_500_000.5 - (y0 ? 5_000_000 : 0)]
      await bring('hydrants', geojson([[point(x, y), {}]], { crs: { type: 'name', properties: { name } } }))
      const [found] = await query<{ off: number }>(sql`select ST_Distance(geom::geography,
        ST_Transform(ST_SetSRID(ST_MakePoint(${x}::float8, ${y}::float8), ${srid}::integer), 4326)::geography) as off from hydrants`)
      expect(found?.off).toBeLessThan(1e-6)
    },
  )

  test('without a crs are refused with what to do', async () => {
    const report = await bring('hydrants', fixture('metres-without-crs.geojson'))
    expect(report.refusals).toMatchObject([{ row: 1, code: 'not_degrees', detail: { hint: 'zone', system: 'EPSG:4526' } }])
    expect(await bring('hydrants', fixture('metres-without-crs.geojson'), { crs: 'EPSG:4526' })).toMatchObject({ stored: 1 })
  })

  test('of the canonical zone come back as the same millimetres', async () => {
    const corner = [38_450_000.123, 2_545_678.901] as const
    const ring = [
      [0, 0],
      [100, 0],
      [100, 100.007],
      [0, 0],
    ].map(([dx, dy]) => [corner[0] + dx!, corner[1] + dy!])
    const crs = { type: 'name', properties: { name: 'EPSG:4526' } }
    await bring('unit_cells', geojson([[{ type: 'Polygon', coordinates: [ring] }, { code: cell(1) }]], { crs }))
    const [found] = await query(
      sql`select ST_XMin(canonical) as x, ST_YMin(canonical) as y, ST_YMax(canonical) as top from unit_cells`,
    )
    expect(found).toEqual({ x: 450_000_123, y: 2_545_678_901, top: 2_545_778_908 })
  })
})
