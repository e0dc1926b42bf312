import { describe, expect, test } from 'vitest'
import { generatedLand, randomOf } from '../../../scripts/bench/planning/generated_land.ts'
import { proposed, rebalanced } from './drawn.ts'

describe('2,000 cells with households lognormal and clustered', () => {
  const land = generatedLand(2000, 1)

  test('make 152 grids within 8 %, round enough, and more along roads than chance would', () => {
    const { measures } = proposed({ land, target: { grids: 152 } })
    expect(measures.imbalance).toBeLessThanOrEqual(0.08)
    expect(measures.compactness).toBeGreaterThanOrEqual(0.5)
    const roads = land.borders.reduce((sum, { length, preference = 0 }) => sum + length * preference, 0)
    const all = land.borders.reduce((sum, { length }) => sum + length, 0)
    expect(measures.preferred / measures.cut).toBeGreaterThan((2 * roads) / all)
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
