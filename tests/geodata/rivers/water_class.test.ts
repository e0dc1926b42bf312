import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLayer } from '#geodata/layers/index.ts'
import {
  compareWaterClasses,
  standingOf,
  WATER_CLASSES,
  WATER_LIMITS,
  type WaterFactor,
  type WaterSample,
  waterClassOf,
} from '#geodata/rivers/index.ts'
import { demoTown } from '#geodata/town/index.ts'

const sample = (...values: readonly (number | null)[]): WaterSample =>
  Object.fromEntries(WATER_LIMITS.map(({ factor }, i) => [factor, values[i] ?? null])) as WaterSample

const FACTORS: readonly WaterFactor[] = WATER_LIMITS.map(({ factor }) => factor)

describe('the class of a sample', () => {
  it.each([
    ['I', sample(7.5, 2, 15, 0.15, 0.02)],
    ['II', sample(6, 4, 15, 0.5, 0.1)],
    ['III', sample(5, 6, 20, 1, 0.2)],
    ['IV', sample(3, 10, 30, 1.5, 0.3)],
    ['V', sample(2, 15, 40, 2, 0.4)],
    ['beyond_V', sample(1.99, 15.1, 40.1, 2.01, 0.41)],
  ])('is %s when every factor stands on its limit', (water_class, values) => {
    const assessed = waterClassOf(values)
    expect(assessed).toMatchObject({ water_class, missing: [] })
    // 15 mg/L of COD is within class I and II alike.
    expect(assessed.deciding).toEqual(water_class === 'II' ? FACTORS.filter((factor) => factor !== 'cod_mg_l') : FACTORS)
  })

  it('is that of the worst single factor, however good the others are', () => {
    expect(waterClassOf(sample(9, 1, 5, 3.1, 0.01))).toMatchObject({
      water_class: 'beyond_V',
      deciding: ['ammonia_nitrogen_mg_l'],
      by_factor: { dissolved_oxygen_mg_l: 'I', ammonia_nitrogen_mg_l: 'beyond_V' },
    })
    expect(waterClassOf(sample(5.5, 1, 18, 0.1, 0.01)).deciding).toEqual(['dissolved_oxygen_mg_l', 'cod_mg_l'])
  })

  it('is told of what was measured, and what was not is named', () => {
    expect(waterClassOf(sample(null, 3, null, 0.3, null))).toMatchObject({
      water_class: 'II',
      deciding: ['permanganate_index_mg_l', 'ammonia_nitrogen_mg_l'],
      missing: ['dissolved_oxygen_mg_l', 'cod_mg_l', 'total_phosphorus_mg_l'],
    })
    expect(waterClassOf(sample())).toMatchObject({ water_class: null, deciding: [], missing: FACTORS })
    expect(waterClassOf(sample(Number.NaN, -1, Infinity)).missing).toEqual(FACTORS)
  })

  const value = fc.option(fc.double({ min: 0, max: 50, noNaN: true }), { nil: null })
  const samples = fc.tuple(value, value, value, value, value).map((values) => sample(...values))

  it('never gets better when a factor gets worse', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(...WATER_LIMITS), fc.double({ min: 0, max: 20, noNaN: true }), (before, row, by) => {
        const was = before[row.factor]
        fc.pre(was !== null)
        const worse = { ...before, [row.factor]: row.good === 'above' ? Math.max(0, was - by) : was + by }
        const [a, b] = [waterClassOf(before).water_class!, waterClassOf(worse).water_class!]
        expect(compareWaterClasses(b, a)).toBeGreaterThanOrEqual(0)
      }),
      { seed: 3838 },
    )
  })

  it('can only get worse when what was missing is measured', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(...FACTORS), (full, factor) => {
        const less = waterClassOf({ ...full, [factor]: null }).water_class
        fc.pre(less !== null)
        expect(compareWaterClasses(waterClassOf(full).water_class!, less)).toBeGreaterThanOrEqual(0)
      }),
      { seed: 3838 },
    )
  })

  it('is that which the stations of the demo town show', () => {
    const stations = demoTown().features.monitoring_stations!
    expect(stations.length).toBeGreaterThan(5)
    for (const { properties } of stations)
      expect(waterClassOf(properties as unknown as WaterSample).water_class).toBe(properties.water_class)
  })
})

describe('a target', () => {
  it('is met by its own class and better ones', () => {
    expect(WATER_CLASSES.map((water_class) => standingOf(water_class, 'III'))).toEqual([
      'met',
      'met',
      'met',
      'missed',
      'missed',
      'missed',
    ])
  })

  it('is neither met nor missed where there is none, or no sample', () => {
    expect(standingOf(null, 'III')).toBe('unknown')
    expect(standingOf('I', null)).toBe('unknown')
  })
})

it('factors and classes are those of the layer of monitoring stations', () => {
  const { fields } = findLayer('monitoring_stations')!
  const names = fields.map(({ name }) => name)
  expect(FACTORS.every((factor) => names.includes(factor))).toBe(true)
  const field = fields.find(({ name }) => name === 'water_class')!
  expect('choices' in field && field.choices.map(({ value }) => value)).toEqual([...WATER_CLASSES])
})
