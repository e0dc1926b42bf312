// The command line of `npm run seed`: what is not exactly right is refused, with a sentence in both languages.
import { describe, expect, test } from 'vitest'
import { readOptions, UsageError } from '../../scripts/seed/options.ts'
import { seedEn } from '../../scripts/words/seed.en.ts'
import { seedZhCN } from '../../scripts/words/seed.zh-CN.ts'

function refusal(args: readonly string[]): string {
  try {
    readOptions(args)
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError)
    expect((error as UsageError).say(seedZhCN)).toMatch(/[一-鿿].*。$/)
    return (error as UsageError).say(seedEn)
  }
  throw new Error(`${args.join(' ')} was taken`)
}

test.each([
  [[], { name: 'county', scale: 1, seed: 1 }],
  [['--demo', 'county', '--scale', '100', '--seed', '999999999'], { name: 'county', scale: 100, seed: 999_999_999 }],
  [['--seed=7', '--scale=2'], { name: 'county', scale: 2, seed: 7 }],
  [['--demo=town'], { name: 'town', scale: 1, seed: 1 }],
  [['--scale', '2', '--help'], 'help'],
  [['-h'], 'help'],
])('%j is taken', (args, order) => expect(readOptions(args)).toEqual(order))

const NUMBERS = ['0', '-1', '1.5', '1e9', '1000000000', 'abc', '١', '0x10', ' 1', '+1', 'Infinity', 'NaN', '']

describe.each(['--scale', '--seed'])('%s', (option) => {
  test.each(NUMBERS)('"%s" is no such number', (value) => {
    expect(refusal([`${option}=${value}`])).toMatch(value === '' ? `${option} needs a value` : `${option} must be a whole number`)
  })
  test('without a value, or twice', () => {
    expect(refusal([option])).toContain(`${option} needs a value`)
    expect(refusal([option, '2', option, '2'])).toBe(`${option} is given twice.`)
  })
  test('is not for the town', () => {
    expect(refusal(['--demo', 'town', option, '1'])).toContain(`${option} is for the county only`)
  })
})

test('more counties than there are', () => {
  expect(refusal(['--scale', '101'])).toBe('--scale must be a whole number from 1 to 100, and "101" is none.')
})

test.each([
  [['--demo', 'toString'], 'There is no demo "toString". --demo may be: county, town.'],
  [['--demo', 'no'], 'There is no demo "no"'],
  [['--scael', '3'], 'There is no option "--scael"'],
  [['3'], 'There is no option "3"'],
  [['--demo', 'town', 'county'], 'There is no option "county"'],
])('%j is refused', (args, text) => expect(refusal(args)).toContain(text))
