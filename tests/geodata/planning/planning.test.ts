// Plans without a server: what they may change, which steps still hold, what they count, and what their rules find.
import { describe, expect, test } from 'vitest'
import type { Edit } from '#geodata/fabric/index.ts'
import {
  applyInScope,
  applyStep,
  checkPlan,
  counterOf,
  differenceOf,
  MEASURES,
  numberCodes,
  type PlanStep,
  type Rule,
  replay,
} from '#geodata/planning/index.ts'
import { at, done, drawn } from '../fabric/drawn.ts'

/*
 *   abcdef   cells, 10 m squares
 *   AABBCC   grids
 *   xxxxyy   communities
 */
const row = () => drawn(['abcdef'], { grids: ['AABBCC'], communities: ['xxxxyy'], parents: { A: 'P', B: 'P', C: 'Q' } })
const SCOPE = { scheme: 's', territory_code: 'x' }
const paint = (cells: string[], grid: string): Edit => ({ kind: 'assign_cells', cells, grid })
const codeOf = (edit: Edit, scope = SCOPE) => {
  const result = applyInScope(row(), scope, edit)
  return 'refused' in result ? result.refused.code : 'done'
}

describe('what a plan may change', () => {
  test('its own area, not the one beside it, and no grid that reaches over both', () => {
    expect(codeOf(paint(['b'], 'B'))).toBe('done')
    expect(codeOf({ kind: 'rename_grid', grid: 'C', name: 'other' })).toBe('outside_plan')
    expect(codeOf({ kind: 'rename_grid', grid: 'P', name: 'parent' })).toBe('done')
    expect(codeOf({ kind: 'rename_grid', grid: 'Q', name: 'other' })).toBe('outside_plan')
    const wide = drawn(['abcd'], { grids: ['AABB'], communities: ['xyyy'] })
    const result = applyInScope(wide, SCOPE, { kind: 'rename_grid', grid: 'A', name: 'both' })
    expect('refused' in result && result.refused.code).toBe('outside_plan')
  })

  test('a new grid has an id of a draft, so that nobody claims a code', () => {
    const split = (id: string): Edit => ({
      kind: 'split_grid',
      grid: 'A',
      stroke: [at(1, 0), at(1, 1)],
      new_grid: { id, name: 'n' },
    })
    expect(codeOf(split('s/411825001001001'))).toBe('outside_plan')
    expect(codeOf(split('s/new-0123abcd'))).toBe('done')
  })

  test('a border of another scheme does not move with it', () => {
    const two = row()
    const faces = [...two.faces.values()].map((face) => ({ ...face, grids: { ...face.grids, t: face.id < 'b' ? 'T' : 'U' } }))
    const grids = ['T', 'U'].map((id) => ({ id, scheme: 't', level: 0, name: id, parent: null, locked: false, retired: false }))
    const both = {
      ...two,
      faces: two.faces.with(faces.map((face) => [face.id, face] as const)),
      grids: two.grids.with(grids.map((grid) => [grid.id, grid] as const)),
      schemes: new Map([...two.schemes, ['t', { id: 't', levels: 1, within_community: false }]]),
    }
    // Between a and b runs a border of t, between b and c one of s alone.
    const moved = (x: number): Edit => ({ kind: 'insert_vertex', between: [at(x, 0), at(x, 1)], at: at(x + 0.2, 0.5) })
    const result = (x: number) => applyInScope(both, SCOPE, moved(x))
    const code = (x: number) => {
      const found = result(x)
      return 'refused' in found ? found.refused.code : 'done'
    }
    expect([code(1), code(2)]).toEqual(['other_scheme', 'done'])
  })
})

describe('steps', () => {
  const step = (number: number, edits: Edit[], fabric = row()): PlanStep => {
    const result = applyStep(fabric, SCOPE, edits)
    if ('refused' in result) throw new Error(result.refused.code)
    return { number, edits, before: result.before, state: 'done' }
  }

  test('hold while what they change looks as it did, whatever happens elsewhere', () => {
    const steps = [step(1, [paint(['b'], 'B')])]
    const renamed = done(row(), { kind: 'rename_grid', grid: 'C', name: 'other' }).fabric
    expect(replay(renamed, SCOPE, steps).outcomes).toMatchObject([{ number: 1 }])
    expect(replay(renamed, SCOPE, steps).outcomes[0]!.conflict).toBe(undefined)
    const taken = done(row(), paint(['b'], 'B')).fabric
    expect(replay(taken, SCOPE, steps).outcomes[0]!.conflict).toEqual({ code: 'changed_meanwhile', ids: ['b'] })
  })

  test('that build on one in conflict are in conflict, the others are not; what is undone is left out', () => {
    const first = step(1, [paint(['b'], 'B')])
    const after = done(row(), paint(['b'], 'B')).fabric
    const second = step(2, [paint(['b'], 'A')], after)
    const third = step(3, [{ kind: 'rename_grid', grid: 'B', name: 'other' }], row())
    const reshaped = done(row(), { kind: 'split_cell', cell: 'b', stroke: [at(1, 0.5), at(2, 0.5)] }).fabric
    const { outcomes } = replay(reshaped, SCOPE, [first, second, third])
    expect(outcomes.map(({ number, conflict }) => [number, conflict?.code])).toEqual([
      [1, 'changed_meanwhile'],
      [2, 'changed_meanwhile'],
      [3, undefined],
    ])
    const { fabric } = replay(row(), SCOPE, [{ ...first, state: 'undone' }, third])
    expect([fabric.faces.get('b')!.grids.s, fabric.grids.get('B')!.name]).toEqual(['A', 'other'])
  })

  test('are done wholly or not at all', () => {
    expect(applyStep(row(), SCOPE, [paint(['b'], 'B'), paint(['e'], 'B')])).toMatchObject({ index: 1 })
  })
})

describe('counting', () => {
  const measures = MEASURES
  const points = [
    [5_000, 5_000, 3, 9, 0, 0, 0, 0],
    // On the border of a and b: in one of them.
    [10_000, 5_000, 1, 2, 1, 0, 0, 12.5],
    [25_000, 5_000, 2, 4, 0, 1, 1, 0],
  ]
  const counter = counterOf({ measures, points })

  test('each point counts once, in cells, grids and those above', () => {
    const fabric = row()
    expect(counter.ofGrid(fabric, 'A')).toEqual({
      cells: 2,
      // Drawn 500 km from the meridian, where the plane is 0.6 % larger than the ground.
      area_m2: expect.closeTo(200 / (1 + (500 / 6371) ** 2), 1),
      households: 4,
      population: 11,
      hydrants: 1,
      garbage_points: 0,
      key_sites: 0,
      river_m: 12.5,
    })
    expect(counter.ofGrid(fabric, 'P')).toMatchObject({ cells: 4, households: 6, population: 15, key_sites: 1 })
    const [a, b] = ['a', 'b'].map((id) => counter.ofCells([fabric.faces.get(id)!]).households)
    expect([a! + b!, Math.min(a!, b!)]).toEqual([4, 1].map((value, index) => (index === 0 ? value : Math.min(a!, b!))))
  })

  test('rules find what is outside of a band, in parts, or without a grid, each with its place and a way to mend it', () => {
    const rule = (name: Rule['rule'], minimum: number | null = null, maximum: number | null = null): Rule => ({
      rule: name,
      level: null,
      severity: 'warning',
      minimum,
      maximum,
      source: null,
      edition: null,
    })
    const found = (rules: Rule[], fabric = row()) =>
      checkPlan(fabric, SCOPE, counter, rules).map(({ rule: name, grid, values, fix }) => ({
        name,
        grid,
        value: values.value,
        fix,
      }))
    expect(found([{ ...rule('households', 5, 9), level: 2 }])).toMatchObject([
      { grid: 'A', value: 4 },
      { grid: 'B', value: 2 },
    ])
    expect(found([rule('span', 1, 1)])).toMatchObject([{ grid: 'P', value: 2 }])
    // 20 m by 10 m in the plane, 0.6 % less on the ground: twice the area by the perimeter is 6.6 m.
    const slivers = (width: number) => found([{ ...rule('sliver', width), level: 2 }]).map(({ value }) => value)
    expect([slivers(6), slivers(7)]).toEqual([[], [6.6, 6.6]])
    const bare = drawn(['abcd'], { grids: ['AA.B'], communities: ['xxxx'] })
    expect(found([rule('cover')], bare)).toMatchObject([{ grid: null, fix: [paint(['c'], 'A')] }])
    expect(found([rule('one_part')], drawn(['abc'], { grids: ['ABA'], communities: ['xxx'] }))).toMatchObject([{ grid: 'A' }])
    expect(found([{ ...rule('households', 5), severity: 'off' }])).toEqual([])
    // B is the smaller; A and B together would be 6.
    const merge = [{ kind: 'merge_grids', into: 'A', grids: ['B'] }]
    const small = (maximum: number) =>
      found([{ ...rule('households', 3, maximum), level: 2 }]).map(({ grid, fix }) => [grid, fix])
    expect([small(9), small(5)]).toEqual([[['B', merge]], [['B', undefined]]])
  })
})

test('the difference of two states names grids that won or lost land; a parent whose land is the same is none of them', () => {
  const after = done(row(), paint(['b'], 'B')).fabric
  const { grids, cells } = differenceOf(row(), after, 's')
  expect(grids.changed.map(({ id }) => id).sort()).toEqual(['A', 'B'])
  expect(grids.noded.map(({ id }) => id)).toEqual(['P'])
  expect([cells.added, cells.reshaped, cells.ended]).toEqual([[], [], []])
})

test('new codes go on after the greatest, west to east in rows from north to south; gaps are used last', () => {
  /*
   *   1 2    rows of 200 m
   *   3
   */
  const thing = (id: string, x: number, y: number) => ({ id, prefix: '411825100001', middle: [x, y] as const })
  const things = [thing('c', 0, 0), thing('b', 300_000, 500_000), thing('a', 0, 450_000)]
  const numbers = (used: number[]) => {
    const result = numberCodes(things, new Map([['411825100001', new Set(used)]]))
    return 'full' in result ? result.full : ['a', 'b', 'c'].map((id) => Number(result.codes.get(id)!.slice(12)))
  }
  expect(numbers([])).toEqual([1, 2, 3])
  expect(numbers([1, 2, 7])).toEqual([8, 9, 10])
  expect(numbers([5, 998])).toEqual([999, 1, 2])
  expect(numbers(Array.from({ length: 997 }, (_, index) => index + 1))).toBe('411825100001')
})
