import { describe, expect, test } from 'vitest'
import { type RebalanceRequest, rebalance, toEnd } from '#geodata/partition/index.ts'
import { drawnLand, groupsOf, rebalanced } from './drawn.ts'

const rows = ['abcdef', 'ghijkl']
const land = drawnLand(rows)

/** The drawing with the letters of the grids in it. */
function gridsDrawn(groups: readonly { id: string; cells: readonly string[] }[], of = rows): string[] {
  return of.map((row) => [...row].map((cell) => groups.find(({ cells }) => cells.includes(cell))?.id ?? '.').join(''))
}

describe('a draft is brought into its band', () => {
  test('by one cell', () => {
    const { groups, moves } = rebalanced({
      land: drawnLand(['abcdef']),
      groups: groupsOf(['abcdef'], ['AAAABB']),
      target: { cells: { least: 3, most: 3 } },
    })
    expect(gridsDrawn(groups, ['abcdef'])).toEqual(['AAABBB'])
    expect(moves).toEqual([{ cell: 'd', from: 'A', to: 'B' }])
  })

  test('by a chain: the middle grid hands on', () => {
    const strip = ['abcdefghi']
    const { groups, moves } = rebalanced({
      land: drawnLand(strip),
      groups: groupsOf(strip, ['AAAABBBCC']),
      target: { cells: { least: 3, most: 3 } },
    })
    expect(gridsDrawn(groups, strip)).toEqual(['AAABBBCCC'])
    expect(moves).toHaveLength(2)
  })

  test('by a swap, where no single cell is right', () => {
    //  5 2|5 5      17 and 15: only the 2 for the 1 makes 16 and 16
    //  5 5|1 4
    const square = ['abcd', 'efgh']
    const { groups, moves, after } = rebalanced({
      land: drawnLand(square, { weights: { a: 5, b: 2, c: 5, d: 5, e: 5, f: 5, g: 1, h: 4 } }),
      groups: groupsOf(square, ['AABB', 'AABB']),
      target: { weight: { least: 16, most: 16 } },
    })
    expect(gridsDrawn(groups, square)).toEqual(['ABBB', 'AAAB'])
    expect(moves.map(({ cell }) => cell)).toEqual(['b', 'g'])
    expect(after.imbalance).toBe(0)
  })

  test('within a tolerance of the mean', () => {
    const { moves, before, after, unmet } = rebalanced({
      land,
      groups: groupsOf(rows, ['AAAABB', 'AAAABB']),
      target: { tolerance: 0.05 },
    })
    expect(moves.map(({ cell }) => cell)).toEqual(['d', 'j'])
    expect([before.imbalance, after.imbalance]).toEqual([expect.closeTo(1 / 3), 0])
    expect(unmet).toEqual([])
  })
})

describe('what stays', () => {
  test('a draft in its band moves nothing, however crooked', () => {
    const groups = groupsOf(rows, ['AABBBB', 'AAAABB'])
    expect(rebalanced({ land, groups, target: { cells: { least: 5, most: 7 } } }).moves).toEqual([])
  })

  test('a grid with a locked cell, and what it cuts off is named', () => {
    const groups = groupsOf(rows, ['AAALBB', 'AAALBB'])
    const { moves, unmet } = rebalanced({ land, groups, target: { cells: { least: 5, most: 7 } }, locked: ['d'] })
    expect(moves).toEqual([])
    expect(unmet.map(({ group }) => group)).toEqual(['B'])
  })

  test('cells without a grid', () => {
    const groups = groupsOf(rows, ['AAABB.', 'AAABB.'])
    expect(gridsDrawn(rebalanced({ land, groups, target: { cells: { least: 5, most: 5 } } }).groups)).toEqual(
      expect.arrayContaining([expect.stringMatching(/\.$/)]),
    )
  })
})

test.each([
  ['bad_target', { target: {} }],
  ['unknown_cell', { locked: ['z'] }],
  ['unknown_cell', { groups: [{ id: 'A', cells: ['z'] }] }],
  ['cell_taken', { groups: ['A', 'B'].map((id) => ({ id, cells: ['a'] })) }],
  ['id_taken', { groups: ['a', 'b'].map((cell) => ({ id: 'A', cells: [cell] })) }],
  ['group_empty', { groups: [{ id: 'A', cells: [] }] }],
  ['group_in_parts', { groups: [{ id: 'A', cells: ['a', 'f'] }] }],
  ['no_cells', { groups: [] }],
  ['group_across_communities', { land: drawnLand(rows, { communities: ['xxxyyy', 'xxxyyy'] }) }],
] as const)('refused: %s', (code, change) => {
  const groups = groupsOf(rows, ['AAAABB', 'AAAABB'])
  const request: RebalanceRequest = { land, groups, target: { cells: { least: 5, most: 7 } }, seed: 1, ...change }
  expect(toEnd(rebalance(request))).toMatchObject({ refused: { code } })
})
