import { describe, expect, test } from 'vitest'
import { canonicalText, refusalOf } from '#geodata/fabric/index.ts'
import { at, codeOf, done, drawn } from './drawn.ts'

//  abc
//  def     the middle vertices are shared by four cells each
//  ghi
const nine = () => drawn(['abc', 'def', 'ghi'])

describe('moving a vertex', () => {
  test('all cells that have it follow', () => {
    const before = nine()
    const { fabric, reverse } = done(before, { kind: 'move_vertex', from: at(1, 1), to: at(1.2, 1.3) })
    for (const id of 'degh') expect(fabric.faces.get(id)!.rings[0]).toContainEqual(at(1.2, 1.3))
    expect(canonicalText(done(fabric, reverse).fabric)).toBe(canonicalText(before))
  })

  test('over another border, onto a vertex, or nowhere is refused', () => {
    const move = (x: number, y: number) => codeOf(nine(), { kind: 'move_vertex', from: at(1, 1), to: at(x, y) })
    expect(move(2.5, 1.2)).toBeDefined()
    expect(move(2, 2)).toBe('same_points')
    expect(move(1, 1)).toBe('same_points')
    expect(codeOf(nine(), { kind: 'move_vertex', from: at(1.1, 1), to: at(1.2, 1) })).toBe('not_a_vertex')
  })

  //  the vertex is dragged onto the middle of another border
  test('onto a border is refused: the border would have a vertex on one side only', () => {
    expect(codeOf(nine(), { kind: 'move_vertex', from: at(1, 1), to: at(1.5, 2) })).toBe('crosses_border')
  })

  test('the border of the territory or of a community stays', () => {
    expect(codeOf(nine(), { kind: 'move_vertex', from: at(1, 0), to: at(1.2, 0.2) })).toBe('administrative_border')
    const fabric = drawn(['ab', 'ab'], { communities: ['xy', 'xy'] })
    expect(codeOf(fabric, { kind: 'move_vertex', from: at(1, 1), to: at(1.2, 1) })).toBe('administrative_border')
  })

  test('a locked neighbour’s border stays', () => {
    const fabric = done(drawn(['ab', 'ab'], { grids: ['AB', 'AB'] }), { kind: 'lock_grid', grid: 'B' }).fabric
    expect(codeOf(fabric, { kind: 'move_vertex', from: at(1, 1), to: at(1.2, 1) })).toBe('grid_locked')
  })
})

describe('inserting and deleting a vertex', () => {
  test('both sides get it, and deleting it leads back', () => {
    const before = drawn(['ab'])
    const { fabric, reverse } = done(before, { kind: 'insert_vertex', between: [at(1, 0), at(1, 1)], at: at(1.3, 0.5) })
    for (const id of 'ab') expect(fabric.faces.get(id)!.rings[0]).toContainEqual(at(1.3, 0.5))
    expect(canonicalText(done(fabric, reverse).fabric)).toBe(canonicalText(before))
    expect(canonicalText(done(fabric, { kind: 'delete_vertex', at: at(1.3, 0.5) }).fabric)).toBe(canonicalText(before))
  })

  test('on the territory’s border only exactly on it', () => {
    const insert = (x: number, y: number) =>
      codeOf(drawn(['ab']), { kind: 'insert_vertex', between: [at(0, 0), at(1, 0)], at: at(x, y) })
    expect(insert(0.5, 0)).toBeUndefined()
    expect(insert(0.5, 0.1)).toBe('administrative_border')
    expect(insert(0.5, -0.1)).toBe('administrative_border')
  })

  test('a vertex where three cells meet, or a corner that a triangle needs, is not deleted', () => {
    expect(codeOf(nine(), { kind: 'delete_vertex', at: at(1, 1) })).toBe('is_node')
    expect(codeOf(nine(), { kind: 'delete_vertex', at: at(5, 5) })).toBe('not_a_vertex')
  })

  test('“may I?” answers the same as doing it', () => {
    expect(refusalOf(nine(), { kind: 'delete_vertex', at: at(1, 1) })?.code).toBe('is_node')
    expect(refusalOf(drawn(['ab', 'ab']), { kind: 'delete_vertex', at: at(1, 1) })).toBeUndefined()
  })
})
