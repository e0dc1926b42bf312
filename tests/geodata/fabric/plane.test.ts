import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Position } from '#geodata/fabric/index.ts'
import { PersistentMap } from '#geodata/fabric/persistent_map.ts'
import { orientation, roundedCrossing } from '#geodata/fabric/plane/exact.ts'
import { doubleArea } from '#geodata/fabric/plane/measure.ts'
import { shoelace } from './checks.ts'

const coordinate = fc.integer({ min: -5_000_000_000, max: 5_000_000_000 })
const position = fc.tuple(coordinate, coordinate)

test('the side of a line is told exactly, also for three positions all but in line', () => {
  const check = (a: Position, b: Position, c: Position) => {
    const exact = BigInt(b[0] - a[0]) * BigInt(c[1] - a[1]) - BigInt(b[1] - a[1]) * BigInt(c[0] - a[0])
    expect(Math.sign(orientation(a, b, c))).toBe(exact > 0n ? 1 : exact < 0n ? -1 : 0)
  }
  fc.assert(fc.property(position, position, position, check), { seed: 1 })
  const near = fc.integer({ min: -2, max: 2 })
  const onLine = (a: Position, b: Position, dx: number, dy: number) =>
    check(a, b, [Math.round((a[0] + b[0]) / 2) + dx, Math.round((a[1] + b[1]) / 2) + dy])
  fc.assert(fc.property(position, position, near, near, onLine), { seed: 2 })
})

test('a crossing is rounded to the nearest millimetre, halves up, also below zero', () => {
  expect(roundedCrossing([0, 0], [10, 10], [0, 10], [10, 0])).toEqual([5, 5])
  expect(roundedCrossing([0, 0], [1, 1], [0, 1], [1, 0])).toEqual([1, 1])
  expect(roundedCrossing([-3, -3], [0, 0], [-3, 0], [0, -3])).toEqual([-1, -1])
  expect(roundedCrossing([-1, -3], [-1, 4], [-5, 0], [8, 1])).toEqual([-1, 0])
})

test('an area is exact whatever its size', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 9 }), (ring) => {
      expect(doubleArea(ring)).toBe(shoelace(ring))
    }),
    { seed: 3 },
  )
})

test('an older version of a map stays as it was', () => {
  const first = PersistentMap.of(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, index] as const))
  const second = first.with(
    [
      ['k7', -7],
      ['new', 1],
    ],
    ['k8', 'absent'],
  )
  expect([first.get('k7'), first.get('k8'), first.get('new'), first.size]).toEqual([7, 8, undefined, 5_000])
  expect([second.get('k7'), second.get('k8'), second.get('new'), second.size]).toEqual([-7, undefined, 1, 5_000])
})
