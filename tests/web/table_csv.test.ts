import { expect, test } from 'vitest'
import { findLayer } from '#geodata/layers/index.ts'
import type { Feature } from '../../web/api/types.ts'
import { columnsOf } from '../../web/table/columns.ts'
import { csvHeader, csvRow } from '../../web/table/csv.ts'

const words = { yes: '是', no: '否', longitude: '经度', latitude: '纬度' }

function rowOf(layer: string, properties: Record<string, unknown>, geometry: Feature['geometry'] = null): Record<string, string> {
  const columns = columnsOf(findLayer(layer)!, [], 'zh-CN')
  const row = csvRow({ type: 'Feature', id: 1, geometry, properties }, columns, geometry?.type === 'Point', words, 'zh-CN')
  const values = row.replace(/\r\n$/, '').split(',')
  return Object.fromEntries(columns.map(({ field }, index) => [field.name, values[index]!]))
}

test('the header names the fields in the language of the console, with units', () => {
  const layer = findLayer('water_sources')!
  expect(csvHeader(columnsOf(layer, [], 'zh-CN'), true, words, 'zh-CN')).toMatch(/^编号,名称,.*容量（m³）,.*,经度,纬度\r\n$/)
  expect(csvHeader(columnsOf(layer, [], 'en'), false, words, 'en')).toContain('Capacity (m³)')
})

test('numbers and days stay as machines read them, choices and yes or no become words, what is not known stays empty', () => {
  expect(
    rowOf('water_sources', { kind: 'pool', capacity_m3: 12345.5, vehicle_access: true, inspected_on: '2026-03-15' }),
  ).toMatchObject({
    kind: '消防水池',
    capacity_m3: '12345.5',
    vehicle_access: '是',
    inspected_on: '2026-03-15',
    name: '',
  })
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('the text %j is no formula in a spreadsheet', (text) => {
  expect(rowOf('water_sources', { name: text }).name!.replace(/^"/, '')).toMatch(/^'/)
})

test('a negative number is a number and no formula', () => {
  expect(rowOf('water_sources', { capacity_m3: -3 }).capacity_m3).toBe('-3')
})

test('a long code and one with leading zeros stay texts, a short one stays as it is', () => {
  expect(rowOf('grids', { code: '411825200201000' }).code).toBe('"411825200201000\t"')
  expect(rowOf('hydrants', { code: '007' }).code).toBe('"007\t"')
  expect(rowOf('hydrants', { code: 'XHS0001' }).code).toBe('XHS0001')
})

test('quotes, commas and line ends do not break a row', () => {
  const columns = columnsOf(findLayer('household_points')!, [], 'zh-CN')
  const feature = (address: string): Feature => ({ type: 'Feature', id: 1, geometry: null, properties: { address } })
  expect(csvRow(feature('甲"乙",丙\n丁'), columns, false, words, 'zh-CN')).toBe('"甲""乙"",丙\n丁",,\r\n')
})

test('a point says where it is', () => {
  const columns = columnsOf(findLayer('household_points')!, [], 'zh-CN')
  const point: Feature = {
    type: 'Feature',
    id: 1,
    geometry: { type: 'Point', coordinates: [113.171713054, 35.127244203] },
    properties: { households: 3 },
  }
  expect(csvRow(point, columns, true, words, 'zh-CN')).toBe(',3,,113.171713054,35.127244203\r\n')
})
