import { describe, expect, test } from 'vitest'
import { ALIKE, generatedLand, randomOf } from '../../../scripts/bench/planning/generated_land.ts'
import { hangTogether } from './arbitrary.ts'
import { proposed, rebalanced } from './drawn.ts'

const BALANCED = 0.05 + 1e-9

describe.each([
  [200, 15],
  [2000, 152],
])('%i cells whose weights vary by just under 0.4 of their mean', (size, grids) => {
  test.each([1, 2, 3])('make even grids that hang together and are round, the crookedest too; seed %i', (seed) => {
    const land = generatedLand(size, seed, ALIKE)
    const { groups, measures, unmet } = proposed({ land, target: { grids } })
    expect(groups).toHaveLength(grids)
    expect(unmet).toEqual([])
    for (const { cells } of groups) expect(hangTogether(land, cells)).toBe(true)
    expect(measures.imbalance).toBeLessThanOrEqual(BALANCED)
    expect(measures.compactness).toBeGreaterThanOrEqual(0.55)
    expect(measures.crookedest).toBeGreaterThanOrEqual(0.4)
  })
})

test('at most 1.5 cells move for each grid out of its band of weight', () => {
  const land = generatedLand(2000, 1, ALIKE)
  const draft = proposed({ land, target: { grids: 152 } }).groups.map(({ cells }, index) => ({ id: `g${index}`, cells }))
  const random = randomOf(7)
  const cells = land.cells.map((cell) => ({ ...cell, weight: cell.weight * (0.5 + random()) }))
  const weights = new Map(cells.map(({ id, weight }) => [id, weight]))
  const weightOf = (group: readonly string[]) => group.reduce((sum, id) => sum + weights.get(id)!, 0)
  const mean = weightOf(cells.map(({ id }) => id)) / draft.length
  const weight = { least: 0.9 * mean, most: 1.1 * mean }
  const out = draft.filter((group) => weightOf(group.cells) < weight.least || weightOf(group.cells) > weight.most)
  const { moves, unmet } = rebalanced({ land: { ...land, cells }, groups: draft, target: { weight } })
  expect(out.length).toBeGreaterThan(20)
  expect(unmet).toEqual([])
  expect(moves.length).toBeLessThanOrEqual(1.5 * out.length)
})

describe('2,000 cells of town and country, households lognormal and clustered', () => {
  const land = generatedLand(2000, 1)

  test('make 152 grids within 5 %, round enough, and more along roads than chance would', () => {
    const { measures } = proposed({ land, target: { grids: 152 } })
    expect(measures.imbalance).toBeLessThanOrEqual(BALANCED)
    expect(measures.compactness).toBeGreaterThanOrEqual(0.55)
    const roads = land.borders.reduce((sum, { length, preference = 0 }) => sum + length * preference, 0)
    const all = land.borders.reduce((sum, { length }) => sum + length, 0)
    expect(measures.preferred / measures.cut).toBeGreaterThan((2 * roads) / all)
  })

  test('make grids of 10 to 16 cells, without exception', () => {
    const { groups, measures, unmet } = proposed({ land, target: { cells: { least: 10, most: 16 } } })
    expect(unmet).toEqual([])
    for (const { cells } of groups) expect(cells.length >= 10 && cells.length <= 16).toBe(true)
    expect(measures.compactness).toBeGreaterThanOrEqual(0.55)
    expect(measures.crookedest).toBeGreaterThanOrEqual(0.4)
  })

  test('34 grids in which people have moved are even again with few cells changed', () => {
    const draft = proposed({ land, target: { grids: 34 } }).groups.map(({ cells }, index) => ({ id: `g${index}`, cells }))
    const random = randomOf(7)
    const district = (x: number, y: number) => 1 + 0.2 * Math.sin(x / 700) * Math.cos(y / 500)
    const cells = land.cells.map((cell) => ({ ...cell, weight: cell.weight * (0.6 + 0.8 * random()) * district(cell.x, cell.y) }))
    const { moves, before, after, unmet } = rebalanced({ land: { ...land, cells }, groups: draft, target: { tolerance: 0.05 } })
    expect(before.imbalance).toBeGreaterThan(0.15)
    expect(after.imbalance).toBeLessThanOrEqual(0.05 + 1e-9)
    expect(unmet).toEqual([])
    expect(moves.length).toBeLessThan(80)
  })
})
