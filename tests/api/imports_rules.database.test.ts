import { describe, expect, test } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { cell, geojson, reasons, square, usingImports } from './imports/bring.ts'

const { bring, query, rowsOf } = usingImports()

describe('codes', () => {
  test('used twice in the file are refused the second time, naming the first', async () => {
    const features = [1, 2, 1].map((number, index) => [square(113.5 + index * 0.01, 23), { code: cell(number) }] as const)
    const report = await bring('unit_cells', geojson(features))
    expect(report.refusals).toEqual([{ row: 3, code: 'duplicate_in_file', field: 'code', value: cell(1), detail: { first: 1 } }])
  })

  test('of rows in force are refused; of rows that ended they may come again', async () => {
    const features = geojson([[square(113.5, 23), { code: cell(1) }]])
    await bring('unit_cells', features, { set: { valid_from: '2020-01-01', valid_to: '2021-01-01' } })
    expect(await bring('unit_cells', features, { again: true })).toMatchObject({ stored: 1 })
    expect((await bring('unit_cells', features, { again: true })).refusals).toMatchObject([
      { row: 1, code: 'duplicate_of_stored', value: cell(1) },
    ])
  })
})

test('an end has to lie behind its beginning, also where the beginning is today by default', async () => {
  const line = {
    type: 'LineString',
    coordinates: [
      [113, 23],
      [113.1, 23],
    ],
  }
  const segment = (more: object) => [line, { name: 'a', river_name: 'b', ...more }] as const
  const file = geojson([
    segment({ code: '440117000001', chainage_from_m: 10, chainage_to_m: 10 }),
    segment({ code: '440117000002', chainage_from_m: 0, chainage_to_m: 10, valid_to: '2000-01-01' }),
    segment({ code: '440117000003', chainage_from_m: 9, chainage_to_m: 10 }),
  ])
  expect((await bring('river_segments', file, { partial: true })).refusals).toMatchObject([
    { row: 1, code: 'not_after', field: 'chainage_to_m', detail: { field: 'chainage_from_m', other: '10' } },
    { row: 2, code: 'not_after', field: 'valid_to' },
  ])
  expect(await rowsOf('river_segments')).toMatchObject([{ code: '440117000003', valid_from: expect.stringMatching(/^\d{4}-/) }])
})

describe('grids', () => {
  const set = { scheme: 'general', level: '1' }

  test('of a scheme or level that is not there are refused with those that are', async () => {
    await query(sql`insert into scheme values ('fire', '消防', 'Fire')`)
    await query(sql`insert into scheme_level values ('fire', 1, '大', 'Large'), ('fire', 2, '中', 'Middle')`)
    const report = await bring('grids', geojson([[square(113, 23), { code: cell(1), name: 'a' }]]), { set })
    expect(report.refusals).toMatchObject([{ code: 'no_such_level', value: 'general 1', detail: { existing: ['fire 1/2'] } }])
  })

  test('of class B may be without a place on the map, others not', async () => {
    await query(sql`insert into scheme values ('general', '综治', 'General')`)
    await query(sql`insert into scheme_level values ('general', 1, '一级', 'First')`)
    const file = geojson([
      [null, { code: cell(1), name: '行业', class: 'B' }],
      [null, { code: cell(2), name: '区域' }],
    ])
    const report = await bring('grids', file, { set, partial: true })
    expect(reasons(report)).toEqual([[2, 'no_geometry']])
    expect(await rowsOf('grids')).toMatchObject([{ code: cell(1), class: 'B', geom: null }])
  })
})
