import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStretch } from '../../web/responsibility/assign/stretch.ts'
import { formatChainage, parseChainage } from '../../web/responsibility/chainage.ts'

describe('chainage as people write it', () => {
  test.each([
    ['K1+250', 1250],
    ['k1+250.5', 1250.5],
    ['1+250', 1250],
    ['K12', 12_000],
    ['K0+000', 0],
    ['1250', 1250],
    ['1,250 m', 1250],
    ['1250米', 1250],
    ['Ｋ１＋２５０', 1250],
    [' K1 + 250 ', 1250],
    ['K0.75', 750],
  ])('%s is %d metres', (text, metres) => {
    expect(parseChainage(text)).toBe(metres)
  })

  test.each(['', 'K', 'K1+', '+250', 'K1+2500', '-5', 'K-1+000', '12,50', '1e3', 'K1+250+3', 'abc', 'NaN'])(
    '%j is none',
    (text) => {
      expect(parseChainage(text)).toBeUndefined()
    },
  )

  test('what is shown can be typed again', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), (metres) => parseChainage(formatChainage(metres)) === metres))
  })
})

describe('a stretch', () => {
  const whole = { from: 0, to: 3000 }
  test('of nothing typed is the whole', () => {
    expect(readStretch({ from: ' ', to: '' }, whole)).toEqual({ stretch: null })
  })
  test('has two ends in order, inside the object', () => {
    expect(readStretch({ from: 'K0+500', to: '1250' }, whole)).toEqual({ stretch: { from: 500, to: 1250 } })
    expect(readStretch({ from: 'K0+500', to: '' }, whole)).toEqual({ fault: 'half' })
    expect(readStretch({ from: 'K1+250', to: 'K1+250' }, whole)).toEqual({ fault: 'order' })
    expect(readStretch({ from: 'K0+500', to: 'K3+001' }, whole)).toEqual({ fault: 'outside' })
    expect(readStretch({ from: 'here', to: 'there' }, whole)).toEqual({ fault: 'unreadable' })
  })
  test('may reach over the end by what whole metres round', () => {
    expect(readStretch({ from: '0', to: 'K3+000' }, { from: 0, to: 2999.6 })).toEqual({ stretch: { from: 0, to: 3000 } })
  })
  test('of an object whose chainage is not known can lie anywhere', () => {
    expect(readStretch({ from: '0', to: 'K90+000' })).toEqual({ stretch: { from: 0, to: 90_000 } })
  })
})
