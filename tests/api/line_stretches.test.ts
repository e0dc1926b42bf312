// Where along a line the land changes its grid.
import { expect, test } from 'vitest'
import { stretchesOf } from '#api/plans/publish/stretches.ts'
import type { Position } from '#geodata/fabric/index.ts'

/*
 *   chainage 100                    300
 *      +-----+-----+-----+-----+-----+      100 m long, a place every 20 m, counted twice over
 *      0     20    40 |  60    80   100     what lies between 45 and 70 m goes
 *                    45    70
 */
const places = [0, 20, 40, 60, 80, 100].map((x): Position => [x * 1000, 0])
const extent = { begin_m: 100, end_m: 300 }
const between =
  (from: number, to: number) =>
  ([x]: Position) =>
    x >= from * 1000 && x < to * 1000

test('ends of a stretch are found between the places, to a few centimetres, in the chainage of the line', () => {
  const [stretch, ...others] = stretchesOf(places, extent, between(45, 70))
  expect(others).toEqual([])
  expect(stretch!.chainage_from_m).toBeCloseTo(190, 0)
  expect(stretch!.chainage_to_m).toBeCloseTo(240, 0)
})

test('a line that goes altogether goes from its beginning to its end, and one that goes at both ends in two stretches', () => {
  expect(stretchesOf(places, extent, () => true)).toEqual([{ chainage_from_m: 100, chainage_to_m: 300 }])
  const both = stretchesOf(places, extent, (place) => !between(30, 70)(place))
  expect(both.map(({ chainage_from_m, chainage_to_m }) => [Math.round(chainage_from_m), Math.round(chainage_to_m)])).toEqual([
    [100, 160],
    [240, 300],
  ])
})

test('less than a metre is no stretch, and a line without chainage has none', () => {
  expect(stretchesOf(places, { begin_m: 0, end_m: 100 }, between(39.9, 40.3))).toEqual([])
  expect(stretchesOf(places, { begin_m: null, end_m: null }, () => true)).toEqual([])
})
