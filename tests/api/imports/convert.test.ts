import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convert } from '#api/imports/convert.ts'
import { type Field, fieldsOf, LAYERS } from '#geodata/layers/index.ts'

const label = { zh: '字段', en: 'Field' }
const field = (rest: object) => ({ name: 'x', label, ...rest }) as Field
const answer = (it: Field, raw: unknown) => {
  const converted = convert(it, raw)
  return 'code' in converted ? converted.code : converted.value
}

const integer = field({ type: 'integer', minimum: 0, maximum: 1000 })
const number = field({ type: 'number' })
const code = field({ type: 'code' })
const cellCode = field({ type: 'code', digits: [15] })
const day = field({ type: 'date' })
const choice = field({ type: 'choice', choices: [{ value: 'yes', label: { zh: '可用', en: 'Usable' } }] })
const yesNo = field({ type: 'boolean' })
const text = field({ type: 'text' })

describe.each([
  [
    'a whole number',
    integer,
    [
      [12, 12],
      ['12', 12],
      [' 12.0 ', 12],
      ['1e2', 100],
      [-0, 0],
      ['1,234', 'not_integer'],
      ['12.5', 'not_integer'],
      [12.5, 'not_integer'],
      ['-1', 'below_minimum'],
      [1001, 'above_maximum'],
      [Number.NaN, 'not_integer'],
      [true, 'not_integer'],
      ['十二', 'not_integer'],
    ],
  ],
  [
    'a number',
    number,
    [
      ['.5', 0.5],
      ['-1.5e-3', -0.0015],
      ['1,234.5', 'not_number'],
      ['Infinity', 'not_number'],
      ['1e999', 'not_number'],
      ['0x10', 'not_number'],
      ['12 m', 'not_number'],
    ],
  ],
  [
    'a code',
    code,
    [
      ['007', '007'],
      ['node/12', 'node/12'],
      [7, '7'],
      [44011700100100, '44011700100100'],
      [2 ** 53, 'code_rounded'],
      [1.5, 'code_not_digits'],
      [-3, 'code_not_digits'],
      ['4.40117E+14', 'code_scientific'],
      ['4e14', 'code_scientific'],
    ],
  ],
  [
    'a code of 15 digits',
    cellCode,
    [
      ['440117001001001', '440117001001001'],
      [440117001001001, '440117001001001'],
      ['44011700100100', 'code_wrong_length'],
      ['44011700100100A', 'code_not_digits'],
      ['４４０１１７００１００１００１', 'code_not_digits'],
      ['440117001001001.0', 'code_not_digits'],
    ],
  ],
  [
    'a day',
    day,
    [
      ['2024-03-05', '2024-03-05'],
      ['2024/3/5', '2024-03-05'],
      ['20240305', '2024-03-05'],
      [20240305, '2024-03-05'],
      ['2024-03-05T23:59:59+08:00', '2024-03-05'],
      ['2024-03-05 08:00', '2024-03-05'],
      ['2024-02-30', 'not_date'],
      ['2023-02-29', 'not_date'],
      ['2024-02-29', '2024-02-29'],
      ['05/03/2024', 'not_date'],
      ['2024', 'not_date'],
      ['0000-01-01', 'not_date'],
      ['2024-13-01', 'not_date'],
    ],
  ],
  [
    'a choice',
    choice,
    [
      ['yes', 'yes'],
      ['可用', 'yes'],
      ['USABLE', 'yes'],
      ['坏', 'not_a_choice'],
      [1, 'not_a_choice'],
      ['constructor', 'not_a_choice'],
    ],
  ],
  [
    'yes or no',
    yesNo,
    [
      ['是', true],
      ['否', false],
      [true, true],
      [0, false],
      ['1', true],
      ['Yes', true],
      ['FALSE', false],
      ['maybe', 'not_boolean'],
      [2, 'not_boolean'],
      ['toString', 'not_boolean'],
    ],
  ],
  [
    'a text',
    text,
    [
      [' a ', 'a'],
      [12, '12'],
      [false, 'false'],
      [{ a: 1 }, 'not_text'],
      [['a'], 'not_text'],
      [2 ** 60, 'code_rounded'],
    ],
  ],
] as const)('%s', (_, it, pairs) => {
  test.each(pairs.map((pair) => [...pair] as [unknown, unknown]))('%j becomes %j', (raw, expected) =>
    expect(answer(it, raw)).toBe(expected),
  )
  test.each([null, undefined, '', '  \t'])('%j is nothing', (raw) => expect(answer(it, raw)).toBeNull())
})

const everyField = fc.constantFrom(...LAYERS.flatMap((layer) => fieldsOf(layer)))

test('whatever the value is, it is converted or refused by a code', () => {
  const anything = fc.oneof(fc.anything(), fc.string(), fc.double(), fc.integer().map(String), fc.date().map(String))
  fc.assert(
    fc.property(everyField, anything, (it, raw) => {
      const converted = convert(it, raw)
      if ('code' in converted) expect(converted.code).toMatch(/^[a-z_]+$/)
      else expect(['string', 'number', 'boolean', 'object']).toContain(typeof converted.value)
    }),
    { numRuns: 2000 },
  )
})

test('what was converted is converted to itself', () => {
  const anything = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.integer().map(String))
  fc.assert(
    fc.property(everyField, anything, (it, raw) => {
      const once = convert(it, raw)
      if ('value' in once) expect(convert(it, once.value)).toEqual(once)
    }),
    { numRuns: 2000 },
  )
})

test('every choice of the catalogue is found by its value and by its labels', () => {
  for (const it of LAYERS.flatMap((layer) => layer.fields)) {
    if (it.type !== 'choice') continue
    for (const { value, label: names } of it.choices) {
      for (const name of [value, names.zh, names.en]) expect([it.name, convert(it, name)]).toEqual([it.name, { value }])
    }
  }
})

test('every day of a calendar is the same day after conversion', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString()
      const [year, month, dayOfMonth] = iso.slice(0, 10).split('-').map(Number)
      for (const written of [iso, iso.slice(0, 10), iso.slice(0, 10).replaceAll('-', ''), `${year}/${month}/${dayOfMonth}`]) {
        expect(answer(day, written)).toBe(iso.slice(0, 10))
      }
    }),
  )
})
