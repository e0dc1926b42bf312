import { expect, test } from 'vitest'
import { landOf } from '#geodata/partition/index.ts'
import { at, drawn } from '../fabric/drawn.ts'

//  aab    a is an L around d, a pond of one square lies in c
//  adb
//  ccc
//  cpc
//  ccc
const fabric = drawn(['aab', 'adb', 'ccc', 'cpc', 'ccc'], { communities: ['xxx', 'xxx', 'yyy', 'yyy', 'yyy'] })

test('cells have area, length around with holes, and a middle, in metres', () => {
  const land = landOf(fabric, ['a', 'c', 'p'], new Map([['a', 7]]))
  expect(land.cells).toMatchObject([
    { id: 'a', community: 'x', weight: 7, area: 300, perimeter: 80, x: expect.closeTo(25 / 3), y: expect.closeTo(125 / 3) },
    { id: 'c', community: 'y', weight: 0, area: 800, perimeter: 160, x: expect.closeTo(15), y: expect.closeTo(15) },
    { id: 'p', community: 'y', weight: 0, area: 100, perimeter: 40 },
  ])
})

test('borders are between cells that were asked for, in metres, with the share that is preferred', () => {
  const ids = ['a', 'b', 'd']
  const river = (positions: readonly (readonly [number, number])[]) =>
    positions.some(([x, y]) => x === at(2, 0)[0] && y === at(0, 3)[1])
  const land = landOf(fabric, ids, undefined, ({ positions }) => (river(positions) ? 1 : 0))
  const named = land.borders.map(({ a, b, length, preference }) => ({
    pair: [ids[a], ids[b]].sort().join(''),
    length,
    preference,
  }))
  expect(named.sort((a, b) => (a.pair < b.pair ? -1 : 1))).toEqual([
    { pair: 'ab', length: 10, preference: 0 },
    { pair: 'ad', length: 20, preference: 0 },
    { pair: 'bd', length: 10, preference: 1 },
  ])
  expect(land.cells.map(({ weight }) => weight)).toEqual([1, 1, 1])
})
