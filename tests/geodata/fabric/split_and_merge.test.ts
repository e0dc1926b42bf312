import { describe, expect, test } from 'vitest'
import { canonicalText, polygonsOf } from '#geodata/fabric/index.ts'
import { firstClash, rim } from './checks.ts'
import { areaOf, at, codeOf, done, drawn, gridsText } from './drawn.ts'

describe('splitting a cell', () => {
  //  ┌────┬────┐
  //  │a───┤ b  │   the stroke ends on b's side: b gets the vertex too
  //  └────┴────┘
  test('the neighbour gets a vertex where the stroke ends', () => {
    const { fabric } = done(drawn(['ab']), { kind: 'split_cell', cell: 'a', stroke: [at(0, 0.4), at(1, 0.4)] })
    expect(fabric.faces.get('b')!.rings[0]).toContainEqual(at(1, 0.4))
    expect(areaOf(fabric, 'a')).toBeCloseTo(0.6)
    expect(areaOf(fabric, 'a.1')).toBeCloseTo(0.4)
  })

  test('what sticks out beyond the cell cuts nothing else', () => {
    const { fabric } = done(drawn(['ab']), { kind: 'split_cell', cell: 'a', stroke: [at(-0.5, 0.4), at(1.5, 0.4)] })
    expect([...fabric.faces.keys()].sort()).toEqual(['a', 'a.1', 'b'])
    expect(fabric.faces.get('b')!.rings[0]).toHaveLength(5)
  })

  test('a border that slants gets its new vertex within a millimetre and both sides the same', () => {
    const fabric = done(drawn(['ab', 'ab']), { kind: 'move_vertex', from: at(1, 1), to: [13_337, 10_007] }).fabric
    const after = done(fabric, { kind: 'split_cell', cell: 'a', stroke: [at(0, 0.3), at(1.5, 0.7)] }).fabric
    const cells = polygonsOf(after)
    expect(firstClash(cells)).toBeUndefined()
    expect(rim(cells).size).toBe(rim(polygonsOf(fabric)).size + 1)
  })

  test('a stroke that ends inside is refused where it ends', () => {
    expect(codeOf(drawn(['ab']), { kind: 'split_cell', cell: 'a', stroke: [at(0, 0.4), at(0.5, 0.4)] })).toBe('misses_border')
    expect(codeOf(drawn(['ab']), { kind: 'split_cell', cell: 'a', stroke: [at(1.2, 0.4), at(1.8, 0.4)] })).toBe('misses_border')
  })

  test('a stroke along the cell’s own border cuts nothing', () => {
    expect(codeOf(drawn(['ab', 'ab']), { kind: 'split_cell', cell: 'a', stroke: [at(1, 0), at(1, 2)] })).toBe('misses_border')
  })

  //  aaa
  //  aia   the stroke passes the island
  //  aaa
  test('an island stays an island of the piece around it, and a stroke may end on it', () => {
    const fabric = drawn(['aaaaa', 'aiaaa', 'aaaaa'])
    const beside = done(fabric, { kind: 'split_cell', cell: 'a', stroke: [at(3, 0), at(3, 3)] }).fabric
    expect(beside.faces.get('a')!.rings).toHaveLength(2)
    const through = done(fabric, { kind: 'split_cell', cell: 'a', stroke: [at(1.5, 0), at(1.5, 3)] }).fabric
    expect([...through.faces.keys()].sort()).toEqual(['a', 'a.1', 'i'])
    expect(through.faces.get('a')!.rings).toHaveLength(1)
  })

  test('a stroke from the island to the side cuts nothing off', () => {
    const fabric = drawn(['aaa', 'aia', 'aaa'])
    expect(codeOf(fabric, { kind: 'split_cell', cell: 'a', stroke: [at(1.5, 1), at(1.5, 0)] })).toBe('misses_border')
  })
})

describe('splitting a grid', () => {
  const fabric = drawn(['ab', 'cd'], { grids: ['AA', 'AA'] })
  const split = { kind: 'split_grid' as const, grid: 'A', new_grid: { id: 'N', name: 'new' } }

  //  ┌──┬──┐
  //  │a ╎ b│   the left of the stroke (drawn upwards) becomes N
  //  │c ╎ d│
  test('the land on the left of the stroke becomes the new grid', () => {
    const after = done(fabric, { ...split, stroke: [at(0.5, 0), at(0.5, 2)] }).fabric
    expect(gridsText(after)).toBe('a:A a.1:N b:A c:A c.1:N d:A')
    const down = done(fabric, { ...split, stroke: [at(0.5, 2), at(0.5, 0)] }).fabric
    expect(down.cells.get('N')!.size).toBe(4)
  })

  test('a stroke along cell borders cuts no cell', () => {
    const after = done(fabric, { ...split, stroke: [at(1, 0), at(1, 2)] }).fabric
    expect(gridsText(after)).toBe('a:N b:A c:N d:A')
  })

  test('undone, grid and cells are as they were to the byte', () => {
    const { fabric: after, reverse } = done(fabric, { ...split, stroke: [at(0.5, 0), at(0.7, 1), at(0.5, 2)] })
    expect(canonicalText(done(after, reverse).fabric)).toBe(canonicalText(fabric))
  })

  test('an id that is taken and a stroke that ends inside are refused', () => {
    expect(codeOf(fabric, { ...split, new_grid: { id: 'A', name: '' }, stroke: [at(1, 0), at(1, 2)] })).toBe('id_taken')
    expect(codeOf(fabric, { ...split, stroke: [at(0.5, 0), at(0.5, 1.5)] })).toBe('misses_border')
  })
})

describe('merging', () => {
  test('cells become one, and a cell around another gets a hole', () => {
    const fabric = drawn(['aab', 'aib', 'bbb'])
    const { fabric: after, reverse } = done(fabric, { kind: 'merge_cells', cells: ['a', 'b'] })
    expect(after.faces.get('a')!.rings).toHaveLength(2)
    expect(canonicalText(done(after, reverse).fabric)).toBe(canonicalText(fabric))
  })

  //  ab
  //  cd
  test('cells apart, of two grids, or of two communities are refused', () => {
    const fabric = drawn(['ab', 'cd'], { grids: ['AA', 'AB'], communities: ['xx', 'yy'] })
    const codes = ['ad', 'cd', 'ac', 'bd', 'aa', 'a'].map((cells) => codeOf(fabric, { kind: 'merge_cells', cells: [...cells] }))
    expect(codes).toEqual([
      'administrative_border',
      'different_grids',
      'administrative_border',
      'administrative_border',
      'id_taken',
      'changes_nothing',
    ])
    expect(codeOf(drawn(['ab', 'cd']), { kind: 'merge_cells', cells: ['a', 'd'] })).toBe('multipart')
  })

  //  aaa
  //  axa   a and b together would close around x in a point
  //  ybb
  test('a cell that would touch itself in a point is refused', () => {
    const fabric = drawn(['aaa', 'axa', 'ybb'])
    expect(codeOf(fabric, { kind: 'merge_cells', cells: ['a', 'b'] })).toBe('pinched')
    expect(codeOf(fabric, { kind: 'merge_cells', cells: ['a', 'x'] })).toBeUndefined()
  })

  test('grids become one and the others are retired', () => {
    const fabric = drawn(['ab', 'cd'], { grids: ['AB', 'CD'] })
    const { fabric: after, reverse } = done(fabric, { kind: 'merge_grids', into: 'A', grids: ['B'] })
    expect(gridsText(after)).toBe('a:A b:A c:C d:D')
    expect(after.grids.get('B')!.retired).toBe(true)
    expect(canonicalText(done(after, reverse).fabric)).toBe(canonicalText(fabric))
    expect(codeOf(fabric, { kind: 'merge_grids', into: 'A', grids: ['D'] })).toBe('multipart')
  })
})
