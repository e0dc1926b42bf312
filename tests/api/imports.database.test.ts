import { describe, expect, test } from 'vitest'
import { identifier, sql } from '#api/database/sql.ts'
import { ImportStoreError } from '#api/imports/refusal.ts'
import { LAYERS } from '#geodata/layers/index.ts'
import { fixture, geojson, point, reasons, square, usingImports } from './imports/bring.ts'

const { bring, query, rowsOf, stateOf } = usingImports()

describe('all or nothing', () => {
  test('a file without fault is stored in one go, and the layer has a new version', async () => {
    const { version } = await stateOf('hydrants')
    const report = await bring(
      'hydrants',
      geojson([
        [point(), { 编号: '007', 备注: '旧' }],
        [point(114.1), { 编号: null }],
      ]),
    )
    expect(report).toMatchObject({ read: 2, stored: 2, refused: 0, refusals: [] })
    expect(await stateOf('hydrants')).toMatchObject({
      rows: 2,
      imports: 1,
      version: version + 1,
    })
    expect(await rowsOf('hydrants')).toMatchObject([
      { code: '007', kind: 'hydrant', usable: 'unknown', import_id: report.importId, source_properties: { 备注: '旧' } },
      { code: null, source_properties: {} },
    ])
  })

  test('one refused row keeps all others out, and the layer keeps its version', async () => {
    const before = await stateOf('hydrants')
    const report = await bring('hydrants', fixture('null-geometry.geojson'))
    expect(report).toMatchObject({ read: 3, stored: 0, refused: 1 })
    expect(reasons(report)).toEqual([[2, 'no_geometry']])
    expect(await stateOf('hydrants')).toEqual(before)
  })

  test('with --partial the good rows are stored', async () => {
    const report = await bring('hydrants', fixture('null-geometry.geojson'), { partial: true })
    expect(report).toMatchObject({ read: 3, stored: 2, refused: 1 })
    expect((await rowsOf('hydrants')).map(({ code }) => code)).toEqual(['1', '3'])
  })

  test('with --partial and no good row nothing is written at all', async () => {
    const before = await stateOf('hydrants')
    expect(await bring('hydrants', geojson([[null, {}]]), { partial: true })).toMatchObject({ stored: 0, refused: 1 })
    expect(await stateOf('hydrants')).toEqual(before)
  })

  test('a row is told everything that is wrong with it, and counted once', async () => {
    const report = await bring('hydrants', geojson([[null, { 管径: '1,000', 可用: '坏' }]]))
    expect(report).toMatchObject({ refused: 1 })
    expect(report.refusals).toMatchObject([
      { field: 'usable', value: '坏', code: 'not_a_choice' },
      { field: 'pipe_diameter_mm', value: '1,000', code: 'not_integer' },
      { code: 'no_geometry' },
    ])
  })

  test('what only the table knows breaks the import with its name, and nothing is stored', async () => {
    await query(sql`alter table hydrants add constraint no_sevens check (code <> '7')`)
    try {
      const before = await stateOf('hydrants')
      const failed = bring(
        'hydrants',
        geojson([
          [point(), { code: '1' }],
          [point(), { code: '7' }],
        ]),
      )
      await expect(failed).rejects.toSatisfy(
        (error) => error instanceof ImportStoreError && error.code === 'table_refuses' && error.detail.constraint === 'no_sevens',
      )
      expect(await stateOf('hydrants')).toEqual(before)
    } finally {
      await query(sql`alter table hydrants drop constraint no_sevens`)
    }
  })

  test('text that no database takes is refused by row', async () => {
    const texts = ['a\u0000b', '\ud83d', '\\u0000', '🚒']
    const report = await bring('hydrants', geojson(texts.map((text) => [point(), { address: text, note: text }])))
    expect(reasons(report)).toEqual([
      [1, 'unstorable_text'],
      [2, 'unstorable_text'],
    ])
  })
})

describe('the record', () => {
  test('says file, checksum, coordinate system, mapping and counts', async () => {
    await bring('rivers', fixture('codes-and-names.geojson'), {
      fileName: 'r.geojson',
      map: { name: 'nm' },
      set: { rank: '支流' },
    })
    expect(await query(sql`select * from import`)).toMatchObject([
      {
        layer: 'rivers',
        file_name: 'r.geojson',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        coordinate_system: 'EPSG:4490',
        mapping: { map: { name: 'nm' }, set: { rank: 'tributary' } },
        read_count: 1,
        stored_count: 1,
        refused_count: 0,
      },
    ])
  })

  test('the same file again is refused, unless that is what is wanted', async () => {
    const file = geojson([[point(), {}]])
    const first = await bring('hydrants', file)
    await expect(bring('hydrants', file)).rejects.toMatchObject({
      code: 'already_imported',
      detail: { import: first.importId, stored: 1 },
    })
    expect(await bring('hydrants', file, { again: true })).toMatchObject({ stored: 1 })
  })
})

test('many rows go in several batches, in the order of the file', async () => {
  const report = await bring('hydrants', geojson(Array.from({ length: 4500 }, (_, index) => [point(), { code: String(index) }])))
  expect(report.stored).toBe(4500)
  expect((await rowsOf('hydrants')).map(({ code }) => code)).toEqual(Array.from({ length: 4500 }, (_, index) => String(index)))
})

test('every layer of the catalogue takes a feature with all its fields', async () => {
  await query(sql`insert into scheme values ('general', '综治', 'General')`)
  await query(sql`insert into scheme_level values ('general', 1, '一级', 'First')`)
  const line = {
    type: 'LineString',
    coordinates: [
      [113, 23],
      [113.1, 23],
    ],
  }
  const shapes = { Point: point(), LineString: line, MultiLineString: line, MultiPolygon: square(113, 23) }
  for (const layer of LAYERS) {
    const properties = Object.fromEntries(
      layer.fields
        .filter(({ derived }) => !derived)
        .map((field) => {
          if (field.name === 'scheme') return [field.name, 'general']
          if (field.type === 'choice') return [field.name, field.choices[0]!.label.zh]
          if (field.type === 'code') return [field.name, '1'.repeat(field.digits?.[0] ?? 9)]
          if (field.type === 'integer' || field.type === 'number') {
            return [field.name, field.name.includes('_to_') ? 2 : Math.max(1, field.minimum ?? 1)]
          }
          return [field.name, { boolean: '是', date: '2024/1/2', text: '文' }[field.type]]
        }),
    )
    const report = await bring(layer.id, geojson([[shapes[layer.geometry], properties]]))
    expect([layer.id, report.refusals, report.stored]).toEqual([layer.id, [], 1])
    expect((await rowsOf(layer.id)).at(-1)).toMatchObject({ source_properties: {}, import_id: report.importId })
    await query(sql`delete from ${identifier(layer.id)} where import_id = ${report.importId}::integer`)
  }
})
