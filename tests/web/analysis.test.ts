import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Analysis, readAnalysis, writeAnalysis } from '../../web/analysis/analysis.ts'
import { cellValue, hectaresOf, radiusOf } from '../../web/analysis/cells.ts'
import { classLabel, classOf, countClasses, evenClasses, growingClasses } from '../../web/analysis/classes.ts'
import { gridNumber } from '../../web/analysis/grid_numbers.ts'

describe('the address of an analysis', () => {
  test.each<[string, Analysis]>([
    ['density:household_points:200', { kind: 'density', layer: 'household_points', weight: 'population', size: 200 }],
    ['density:household_points.households:100', { kind: 'density', layer: 'household_points', weight: 'households', size: 100 }],
    ['density:hydrants:500', { kind: 'density', layer: 'hydrants', weight: null, size: 500 }],
    ['grids3d:governance:3:households', { kind: 'grids3d', scheme: 'governance', level: 3, number: 'households' }],
  ])('%s is read and written', (text, analysis) => {
    expect(readAnalysis(text)).toEqual(analysis)
    expect(writeAnalysis(analysis)).toBe(text)
  })

  test.each([
    '',
    'density',
    'density:grids:200',
    'density:hydrants:123',
    'density:hydrants.code:200',
    'grids3d:fire:x:households',
    'grids3d:fire:2:x',
  ])('“%s” is none', (text) => {
    expect(readAnalysis(text)).toBeNull()
  })
})

describe('classes', () => {
  const labels = (classes: ReturnType<typeof evenClasses>, whole: boolean) => classes.map((one) => classLabel(one, whole))

  test('of densities grow from class to class', () => {
    expect(labels(growingClasses([3, 40, 423]), false)).toEqual([
      '0 – 10',
      '10 – 20',
      '20 – 50',
      '50 – 100',
      '100 – 200',
      '200 – 500',
    ])
    expect(labels(growingClasses([0.003]), false).at(-1)).toBe('0.002 – 0.005')
  })

  test('of counts name each number once', () => {
    expect(labels(countClasses([1, 3]), true)).toEqual(['1', '2', '3'])
    expect(labels(countClasses([1, 12]), true)).toEqual(['1', '2 – 4', '5 – 9', '10 – 19'])
    expect(labels(countClasses([1, 260]), true)).toEqual(['1 – 9', '10 – 19', '20 – 49', '50 – 99', '100 – 199', '200 – 499'])
  })

  test('of heights are even steps from nothing', () => {
    expect(labels(evenClasses([82, 797], true), true)).toHaveLength(8)
    expect(labels(evenClasses([0.31], false), false)).toEqual([
      '0 – 0.05',
      '0.05 – 0.1',
      '0.1 – 0.15',
      '0.15 – 0.2',
      '0.2 – 0.25',
      '0.25 – 0.3',
      '0.3 – 0.35',
    ])
  })

  test('are none where there is nothing to tell apart', () => {
    expect([growingClasses([]), countClasses([]), evenClasses([0], true)]).toEqual([[], [], []])
  })

  test('have a place for every number, and the darkest colour for the greatest', () => {
    const positive = fc.array(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(positive, (values) => {
        for (const classes of [growingClasses(values), evenClasses(values, false)]) {
          expect(classes.length).toBeLessThanOrEqual(8)
          for (const value of values) {
            const found = classes[classOf(classes, value)]!
            expect(value).toBeGreaterThanOrEqual(found.from)
            expect(value).toBeLessThan(found.to)
          }
          expect(classOf(classes, Math.max(...values))).toBe(classes.length - 1)
        }
      }),
    )
  })

  test('of a hundred thousand numbers are made without running out of stack', () => {
    expect(
      evenClasses(
        Array.from({ length: 200_000 }, (_, index) => index),
        true,
      ).at(-1)!.to,
    ).toBe(200_000)
  })
})

test('a cell is a hexagon whose neighbours are as far away as was asked', () => {
  expect(radiusOf(200) * Math.sqrt(3)).toBeCloseTo(200)
  expect(hectaresOf(200)).toBeCloseTo((3 * Math.sqrt(3) * radiusOf(200) ** 2) / 2 / 10_000)
})

test('a cell counts points, or their people on a hectare', () => {
  const points = [2, 4].map((weight) => ({ position: [113, 35] as [number, number], weight }))
  expect(cellValue(points, 100, false)).toBe(6)
  expect(cellValue(points, 100, true)).toBeCloseTo(6 / hectaresOf(100))
})

test('a number that is not known is not taken for nothing', () => {
  expect(gridNumber({ households: null, area_m2: 20_000 }, 'households')).toBeUndefined()
  expect(gridNumber({ households: 0, area_m2: 20_000 }, 'density')).toBe(0)
  expect(gridNumber({ households: 30, area_m2: 20_000 }, 'density')).toBe(15)
  expect(gridNumber({ households: 30, area_m2: 0 }, 'density')).toBeUndefined()
  expect(gridNumber({ area_m2: 20_000 }, 'area')).toBe(2)
})
