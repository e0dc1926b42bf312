import { describe, expect, test } from 'vitest'
import {
  allArcs,
  canonicalText,
  fabricOf,
  neighboursOf,
  outlineOf,
  type Position,
  polygonsOf,
  type Ring,
} from '#geodata/fabric/index.ts'
import { irregularCoverage } from './coverage.ts'
import { at, codeOf, coverageOf, drawn } from './drawn.ts'

const cell = (id: string, ...rings: Ring[]) => ({ id, rings })
const box = (west: number, south: number, east: number, north: number): Ring => [
  at(west, south),
  at(east, south),
  at(east, north),
  at(west, north),
]
const refusal = (...cells: ReturnType<typeof cell>[]) => {
  const result = fabricOf({ cells })
  return 'refused' in result ? result.refused.code : 'accepted'
}

describe('building', () => {
  //  ┌───┬───┐
  //  │   │ b │
  //  │ a ├───┤  b and c meet in the middle of a's side
  //  │   │ c │
  //  └───┴───┘
  test('a vertex on a neighbour’s side is given to the neighbour', () => {
    const result = fabricOf({ cells: [cell('a', box(0, 0, 1, 2)), cell('b', box(1, 1, 2, 2)), cell('c', box(1, 0, 2, 1))] })
    if ('refused' in result) throw new Error(result.refused.code)
    expect(result.fabric.faces.get('a')!.rings[0]).toContainEqual(at(1, 1))
    expect(neighboursOf(result.fabric, 'a')).toEqual(['b', 'c'])
  })

  test('what comes back is what went in: same integers, rings from their westernmost position, outer counter-clockwise', () => {
    const { cells, grids, schemes } = irregularCoverage(3)
    const first = fabricOf({ cells, grids: grids!, schemes: schemes! })
    if ('refused' in first) throw new Error(first.refused.code)
    const back = polygonsOf(first.fabric)
    const text = (ring: Ring) => [...ring].map(String).sort().join(' ')
    const sent = new Map(cells.map(({ id, rings }) => [id, rings.map(text)]))
    for (const { id, rings } of back) expect(rings.map(text)).toEqual(sent.get(id))
    const second = fabricOf({ cells: back.toReversed(), grids: grids!, schemes: schemes! })
    if ('refused' in second) throw new Error(second.refused.code)
    expect(canonicalText(second.fabric)).toBe(canonicalText(first.fabric))
  })

  test('a ring may come closed and turned the other way', () => {
    const ring = box(0, 0, 1, 1).toReversed()
    const result = fabricOf({ cells: [cell('a', [...ring, ring[0]!])] })
    expect('fabric' in result && polygonsOf(result.fabric)[0]!.rings).toEqual([box(0, 0, 1, 1)])
  })
})

describe('refusing', () => {
  //  ┌────┐        ┌──────┐      ┌───┬───┐      ┌─────┐
  //  │ a ┌┼──┐     │ a ┌┐ │      │ a │b c│      │ ┌─┐ │ nobody’s
  //  └───┼┘b │     │   └┘b│      ├───┼───┤      │ └─┘ │
  //      └───┘     └──────┘                     └─────┘
  test('cells that cross are refused', () => {
    expect(refusal(cell('a', box(0, 0, 2, 2)), cell('b', box(1, 1, 3, 3)))).toBe('overlap')
  })

  test('a cell inside another without touching it is refused', () => {
    expect(refusal(cell('a', box(0, 0, 3, 3)), cell('b', box(1, 1, 2, 2)))).toBe('overlap')
  })

  test('the same land twice is refused', () => {
    expect(refusal(cell('a', box(0, 0, 1, 1)), cell('b', box(0, 0, 1, 1)))).toBe('overlap')
  })

  test('half of a cell’s land in another is refused', () => {
    expect(refusal(cell('a', box(0, 0, 2, 1)), cell('b', box(0, 0, 1, 1)))).toBe('overlap')
  })

  test('land that cells enclose and nobody has is a gap, unless enclaves are meant', () => {
    const cells = coverageOf(['aaa', 'a.b', 'bbb']).cells
    expect(fabricOf({ cells })).toMatchObject({ refused: { code: 'gap' } })
    expect(fabricOf({ cells, enclaves: true })).toHaveProperty('fabric')
  })

  test('a gap of one millimetre is a gap', () => {
    const b: Ring = [at(1, 0), at(2, 0), at(2, 2), at(1, 2), [10_001, 10_000]]
    expect(refusal(cell('a', box(0, 0, 1, 2)), cell('b', b))).toBe('gap')
  })

  test('rings that are none, cross themselves or repeat a position are refused', () => {
    const bowTie: Ring = [at(0, 0), at(1, 1), at(1, 0), at(0, 2)]
    expect(refusal(cell('a', bowTie))).toBe('crosses_itself')
    expect(refusal(cell('a', [at(0, 0), at(1, 0)]))).toBe('not_a_ring')
    expect(refusal(cell('a', [at(0, 0), at(1, 0), at(2, 0)]))).toBe('not_a_ring')
    expect(refusal(cell('a', [at(0, 0), at(0, 0), at(1, 0), at(1, 1)]))).toBe('same_points')
    expect(refusal(cell('a', [[0.5, 0], at(1, 0), at(1, 1)]))).toBe('not_a_position')
    expect(refusal(cell('a', [[Number.NaN, 0], at(1, 0), at(1, 1)]))).toBe('not_a_position')
    expect(refusal(cell('a', box(0, 0, 1, 1)), cell('a', box(1, 0, 2, 1)))).toBe('id_taken')
  })
})

describe('looking around', () => {
  //  aab
  //  aib     i is an island in a
  test('an outline keeps parts and holes apart', () => {
    const fabric = drawn(['aaab', 'aiab', 'aaac'])
    const parts = outlineOf(fabric, ['a', 'c'])
    expect(parts.map((rings) => rings.length)).toEqual([2])
    expect(outlineOf(fabric, ['a', 'i'])[0]).toHaveLength(1)
    expect(outlineOf(fabric, ['i', 'c'])).toHaveLength(2)
  })

  //  ab
  //  cd
  test('cells that touch in a point are no neighbours, and their union has two parts', () => {
    const fabric = drawn(['ab', 'cd'])
    expect(neighboursOf(fabric, 'a')).toEqual(['b', 'c'])
    expect(outlineOf(fabric, ['a', 'd'])).toHaveLength(2)
  })

  //  ab      arcs: ab, ac, bd, cd and one outer of each
  //  cd
  test('every arc is named once with what lies left and right', () => {
    const arcs = allArcs(drawn(['ab', 'cd']))
    const names = arcs.map(({ left, right }) => `${left}|${right ?? ''}`).sort()
    expect(names).toEqual(['a|', 'a|b', 'a|c', 'b|', 'b|d', 'c|', 'c|d', 'd|'])
    for (const { positions } of arcs) expect(positions.length).toBeGreaterThan(1)
  })

  test('an island’s border is one arc that ends where it began', () => {
    const arcs = allArcs(drawn(['aaa', 'aia', 'aaa']))
    const around = arcs.find(({ right }) => right === 'i')!
    expect(around.positions[0]).toEqual(around.positions.at(-1) as Position)
  })

  test('an edit of no known kind is refused, whatever it is', () => {
    const fabric = drawn(['ab'])
    for (const edit of [null, 1, {}, { kind: 'constructor' }, { kind: 'split_cell' }, { kind: 'assign_cells', cells: 'a' }])
      expect(codeOf(fabric, edit as never)).toBe('unknown_edit')
  })
})
