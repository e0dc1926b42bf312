import { expect, test } from 'vitest'
import { scaleFor } from '../../web/frame/scale.ts'
import { extentOf } from '../../web/values/extent.ts'
import { formatValue } from '../../web/values/field.ts'
import { formatQuantity } from '../../web/values/numbers.ts'
import { formatAge, formatDay } from '../../web/values/times.ts'

const WORDS = { yes: '是', no: '否' }
const label = { zh: '某', en: 'Some' }

test.each([
  [1234567.8, 'm2', 'zh-CN', '1,234,568\u202fm²（1.23\u202fkm²）'],
  [12345.67, 'm', 'en', '12,345.7\u202fm'],
  [0.17, 'MPa', 'en', '0.17\u202fMPa'],
  [2, 'm2/person', 'zh-CN', '2\u202fm²/人'],
  [83, 'degree', 'zh-CN', '83°'],
  [7995, undefined, 'zh-CN', '7,995'],
] as const)('%d %s in %s is %s', (value, unit, language, text) => {
  expect(formatQuantity(value, unit, language)).toBe(text)
})

test('values are said in words', () => {
  const choices = [{ value: 'no', label: { zh: '不可用', en: 'Not usable' } }]
  expect(formatValue({ name: 'a', label, type: 'choice', choices }, 'no', 'zh-CN', WORDS)).toBe('不可用')
  expect(formatValue({ name: 'a', label, type: 'choice', choices }, 'odd', 'zh-CN', WORDS)).toBe('odd')
  expect(formatValue({ name: 'a', label, type: 'boolean' }, false, 'zh-CN', WORDS)).toBe('否')
  expect(formatValue({ name: 'a', label, type: 'code' }, '007', 'zh-CN', WORDS)).toBe('007')
  expect(formatValue({ name: 'a', label, type: 'integer' }, null, 'zh-CN', WORDS)).toBe('')
})

test('a day is that day in every time zone', () => {
  expect(formatDay('2026-03-01', 'zh-CN')).toBe('2026年3月1日')
  expect(formatDay('2026-03-01', 'en')).toBe('2026-03-01')
})

test('an age is told in its largest unit', () => {
  const now = Date.parse('2026-03-01T12:00:00Z')
  expect(formatAge('2026-03-01T11:59:40Z', now, 'zh-CN')).toBe('刚刚')
  expect(formatAge('2026-03-01T11:57:00Z', now, 'zh-CN')).toBe('3分钟前')
  expect(formatAge('2026-02-26T11:57:00Z', now, 'en')).toBe('3 days ago')
})

test('the scale bar is a round distance no longer than asked', () => {
  for (const zoom of [6, 9.3, 12.6, 15, 19.9]) {
    const { label: text, pixels } = scaleFor(35, zoom, 96)
    expect(pixels).toBeLessThanOrEqual(96)
    expect(pixels).toBeGreaterThan(96 / 2.6)
    expect(text).toMatch(/^[125]0*\u202fk?m$/)
  }
})

test('an extent reaches around all parts of a geometry', () => {
  const coordinates = [
    [
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      [
        [-5, 9],
        [0, 0],
      ],
    ],
  ]
  expect(extentOf({ type: 'MultiPolygon', coordinates })).toEqual([-5, 0, 3, 9])
  expect(extentOf(null)).toBeNull()
})
