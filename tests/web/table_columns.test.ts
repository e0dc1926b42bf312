import { expect, test } from 'vitest'
import { fieldsOf, findLayer, LAYERS } from '#geodata/layers/index.ts'
import type { Feature } from '../../web/api/types.ts'
import { type Column, cellText, columnsOf, measureColumns, titleFirst } from '../../web/table/columns.ts'
import { type ConditionWords, sayCondition } from '../../web/table/condition.ts'

const words: ConditionWords = {
  yes: '是',
  no: '否',
  atLeast: (from) => `≥ ${from}`,
  atMost: (to) => `≤ ${to}`,
  since: (from) => `${from}起`,
  until: (to) => `至${to}`,
}
const columnOf = (layer: string, field: string): Column =>
  columnsOf(findLayer(layer)!, [], 'zh-CN').find((one) => one.field.name === field)!
const feature = (properties: Record<string, unknown>): Feature => ({ type: 'Feature', id: 1, geometry: null, properties })

test.each(LAYERS.map((layer) => [layer.id, layer] as const))('the table of %s has a column for every field', (_, layer) => {
  const columns = titleFirst(columnsOf(layer, [], 'zh-CN'), layer, [], 'zh-CN')
  expect(new Set(columns.map(({ field }) => field.name))).toEqual(new Set(fieldsOf(layer).map(({ name }) => name)))
  expect(columns[0]!.field.name).toBe(layer.title[0])
})

test('the first column is the one by which most features are called', () => {
  const layer = findLayer('garbage_points')!
  const sample = [
    feature({ code: 'LJ1', name: null }),
    feature({ code: 'LJ2', name: null }),
    feature({ code: 'LJ3', name: '转运站' }),
  ]
  expect(titleFirst(columnsOf(layer, [], 'zh-CN'), layer, sample, 'zh-CN')[0]!.field.name).toBe('code')
})

test('schemes are chosen by the name people know them by', () => {
  const schemes = [{ id: 'fire', name: { zh: '消防网格', en: 'Fire safety grids' }, levels: [] }]
  const column = columnsOf(findLayer('grids')!, schemes, 'zh-CN').find(({ field }) => field.name === 'scheme')!
  expect(cellText(column, 'fire', 'zh-CN', words)).toBe('消防网格')
})

test('choices are pictured only in the column that the symbol goes by', () => {
  expect(columnOf('hydrants', 'usable').looks.size).toBe(3)
  expect(columnOf('hydrants', 'state').looks.size).toBe(0)
})

test('numbers have thousands separators, and the unit stands in the header', () => {
  expect(cellText(columnOf('grids', 'area_m2'), 1234567.8, 'zh-CN', words)).toBe('1,234,568')
  expect(columnOf('grids', 'area_m2').unit).toBe('m²')
  expect(cellText(columnOf('hydrants', 'pressure_mpa'), 0.175, 'zh-CN', words)).toBe('0.175')
})

test('columns are as wide as header and rows need, within limits', () => {
  const layer = findLayer('household_points')!
  const columns = columnsOf(layer, [], 'zh-CN')
  const textOf = (_: Column, value: unknown) => String(value ?? '')
  const short = measureColumns(columns, [feature({ address: '一' })], false, textOf)
  const long = measureColumns(columns, [feature({ address: '很长的地址'.repeat(20) })], false, textOf)
  expect(long[0]).toBeGreaterThan(short[0]!)
  expect(long[0]).toBeLessThanOrEqual(220)
  expect(long.slice(1)).toEqual(short.slice(1))
  expect(measureColumns(columns, [feature({ address: '很长的地址'.repeat(20) })], true, textOf)[0]).toBeLessThanOrEqual(148)
})

test.each([
  ['grids', 'households', '10..50', '10 – 50'],
  ['grids', 'area_m2', '10000..', '≥ 10,000\u202fm²'],
  ['grids', 'households', '..50', '≤ 50'],
  ['grids', 'level', '3', '3'],
  ['hydrants', 'usable', 'no', '不可用'],
  ['hydrants', 'inspected_on', '2026-01-01..', '2026年1月1日起'],
  ['hydrants', 'inspected_on', '..2026-01-01', '至2026年1月1日'],
  ['water_sources', 'vehicle_access', 'false', '否'],
  ['grids', 'name', '*柳庄*', '“柳庄”'],
  ['grids', 'name', '柳*1号', '柳*1号'],
])('the condition on %s.%s %s is said as %s', (layer, field, condition, said) => {
  expect(sayCondition(columnOf(layer, field), condition, 'zh-CN', words)).toBe(said)
})
