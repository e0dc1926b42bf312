import { describe, expect, test } from 'vitest'
import { canonicalText, type Edit, type Fabric } from '#geodata/fabric/index.ts'
import { at, codeOf, done, drawn, gridsText } from './drawn.ts'

function undoes(fabric: Fabric, edit: Edit): Fabric {
  const result = done(fabric, edit)
  expect(canonicalText(done(result.fabric, result.reverse).fabric)).toBe(canonicalText(fabric))
  return result.fabric
}

describe('painting', () => {
  //  abc   AAB
  const row = () => drawn(['abc', 'abc'], { grids: ['AAB', 'AAB'] })

  test('cells go to the grid', () => {
    expect(gridsText(undoes(row(), { kind: 'assign_cells', cells: ['b'], grid: 'B' }))).toBe('a:A b:B c:B')
  })

  test('a grid in two parts, without land, or with land of another community is refused', () => {
    expect(codeOf(row(), { kind: 'assign_cells', cells: ['a'], grid: 'B' })).toBe('multipart')
    expect(codeOf(row(), { kind: 'assign_cells', cells: ['c'], grid: 'A' })).toBe('consumed')
    const foreign = drawn(['abc'], { grids: ['ABB'], communities: ['xyy'] })
    expect(codeOf(foreign, { kind: 'assign_cells', cells: ['b'], grid: 'A' })).toBe('administrative_border')
  })

  test('a foreign cell, a locked grid and nothing to do are refused', () => {
    expect(codeOf(row(), { kind: 'assign_cells', cells: ['z'], grid: 'A' })).toBe('unknown_id')
    expect(codeOf(row(), { kind: 'assign_cells', cells: ['a'], grid: 'A' })).toBe('changes_nothing')
    const locked = done(row(), { kind: 'lock_grid', grid: 'A' }).fabric
    expect(codeOf(locked, { kind: 'assign_cells', cells: ['b'], grid: 'B' })).toBe('grid_locked')
  })
})

describe('dividing anew', () => {
  //  abcd   AABB -> ABBN: the step between, where A or B lies in two parts, is never seen
  const row = () => drawn(['abcd'], { grids: ['AABB'] })
  const n = { id: 'N', scheme: 's', level: 1, name: 'new', parent: null }
  const anew = (groups: { grid: string; cells: string[] }[], more: object = {}) =>
    ({ kind: 'regroup', groups, new_grids: [], retired: [], ...more }) as Edit

  test('grids swap land, one is added, one is given up, and all of it is undone at once', () => {
    const swapped = anew([
      { grid: 'B', cells: ['a', 'b'] },
      { grid: 'A', cells: ['c', 'd'] },
    ])
    expect(gridsText(undoes(row(), swapped))).toBe('a:B b:B c:A d:A')
    const grown = undoes(
      row(),
      anew(
        [
          { grid: 'B', cells: ['b', 'c'] },
          { grid: 'N', cells: ['d'] },
        ],
        { new_grids: [n] },
      ),
    )
    expect(gridsText(grown)).toBe('a:A b:B c:B d:N')
    const one = undoes(row(), anew([{ grid: 'A', cells: ['c', 'd'] }], { retired: ['B'] }))
    expect([gridsText(one), one.grids.get('B')?.retired]).toEqual(['a:A b:A c:A d:A', true])
  })

  test('what would leave a grid in parts, without land, or given up with land is refused, and so is a cell named twice', () => {
    expect(codeOf(row(), anew([{ grid: 'B', cells: ['a'] }]))).toBe('multipart')
    expect(codeOf(row(), anew([{ grid: 'A', cells: ['c', 'd'] }]))).toBe('consumed')
    expect(codeOf(row(), anew([{ grid: 'A', cells: ['c'] }], { retired: ['B'] }))).toBe('not_empty')
    expect(
      codeOf(
        row(),
        anew([
          { grid: 'A', cells: ['c'] },
          { grid: 'B', cells: ['c'] },
        ]),
      ),
    ).toBe('id_taken')
    expect(codeOf(row(), anew([{ grid: 'A', cells: ['a'] }]))).toBe('changes_nothing')
    const locked = done(row(), { kind: 'lock_grid', grid: 'A' }).fabric
    expect(codeOf(locked, anew([{ grid: 'B', cells: ['b'] }]))).toBe('grid_locked')
  })
})

describe('grids without land', () => {
  const fabric = drawn(['ab'], { grids: ['AB'], parents: { A: 'P', B: 'Q' } })
  const grid = { id: 'N', scheme: 's', level: 1, name: 'new', parent: 'P' }

  test('a grid is added, renamed, put under another and retired, and all of it undone', () => {
    const added = undoes(fabric, { kind: 'add_grid', grid })
    const renamed = undoes(added, { kind: 'rename_grid', grid: 'N', name: 'newer' })
    const moved = undoes(renamed, { kind: 'reparent_grid', grid: 'N', parent: 'Q' })
    expect(undoes(moved, { kind: 'retire_grid', grid: 'N' }).grids.get('N')).toMatchObject({
      name: 'newer',
      parent: 'Q',
      retired: true,
    })
  })

  test('what is taken, unknown, of the wrong level or not empty is refused', () => {
    expect(codeOf(fabric, { kind: 'add_grid', grid: { ...grid, id: 'A' } })).toBe('id_taken')
    expect(codeOf(fabric, { kind: 'add_grid', grid: { ...grid, scheme: 'z' } })).toBe('unknown_id')
    expect(codeOf(fabric, { kind: 'add_grid', grid: { ...grid, level: 2 } })).toBe('wrong_level')
    expect(codeOf(fabric, { kind: 'reparent_grid', grid: 'A', parent: 'B' })).toBe('wrong_level')
    expect(codeOf(fabric, { kind: 'retire_grid', grid: 'A' })).toBe('not_empty')
    expect(codeOf(fabric, { kind: 'retire_grid', grid: 'P' })).toBe('not_empty')
  })
})

describe('a reverse made by hand', () => {
  const fabric = drawn(['ab', 'cd'], { communities: ['xx', 'yy'] })
  const empty = { kind: 'restore' as const, faces: [], without_faces: [], grids: [], without_grids: [] }
  const a = fabric.faces.get('a')!

  test('is proved like any edit: a gap, an overlap, a moved community border are refused', () => {
    expect(codeOf(fabric, { ...empty, without_faces: ['a'] })).toBe('gap')
    expect(codeOf(fabric, { ...empty, faces: [{ ...a, id: 'z' }] })).toBeDefined()
    expect(codeOf(fabric, { ...empty, faces: [{ ...a, community: 'y' }] })).toBe('administrative_border')
    const bulged = a.rings[0]!.map((position) => (String(position) === String(at(1, 2)) ? at(1.2, 2) : position))
    expect(codeOf(fabric, { ...empty, faces: [{ ...a, rings: [bulged] }] })).toBeDefined()
  })
})
