import { describe, expect, test } from 'vitest'
import { canonicalText, type Position } from '#geodata/fabric/index.ts'
import { areaOf, at, codeOf, done, drawn, gridsText } from './drawn.ts'

const reshape = (...stroke: Position[]) => ({ kind: 'reshape_border' as const, grids: ['A', 'B'] as const, stroke })
const two = () => drawn(['ab', 'ab', 'ab', 'ab'], { grids: ['AB', 'AB', 'AB', 'AB'] })

describe('a stroke between two grids', () => {
  //  ┌────┬────┐
  //  │    ├──┐ │
  //  │ a  │  │ │   A wins the land between the old border and the stroke
  //  │    ├──┘ │
  //  └────┴────┘
  test('land between the old border and the stroke changes sides', () => {
    const { fabric } = done(two(), reshape(at(1, 1), at(1.5, 1), at(1.5, 3), at(1, 3)))
    expect(gridsText(fabric)).toBe('a:A b:B b.1:A')
    expect(areaOf(fabric, 'b.1')).toBe(1)
    expect(areaOf(fabric, 'b')).toBe(3)
  })

  //  the stroke goes to the right above and to the left below: both grids win and lose
  test('a stroke that crosses the border gives to both', () => {
    const { fabric } = done(two(), reshape(at(1, 0.5), at(1.5, 1), at(0.5, 3), at(1, 3.5)))
    expect(gridsText(fabric)).toBe('a:A a.1:B b:B b.1:A')
    expect(areaOf(fabric, 'a') + areaOf(fabric, 'a.1')).toBe(4)
  })

  test('whole cells between border and stroke go over uncut', () => {
    const fabric = drawn(['abc', 'adc', 'aec'], { grids: ['ABB', 'ABB', 'ABB'] })
    const after = done(fabric, reshape(at(1, 1), at(2, 1), at(2, 2), at(1, 2))).fabric
    expect(gridsText(after)).toBe('a:A b:B c:B d:A e:B')
    expect(after.faces.size).toBe(5)
  })

  test('undone, the fabric is the same to the byte', () => {
    const before = two()
    const { fabric, reverse } = done(before, reshape(at(1, 0.5), at(1.5, 1), at(0.5, 3), at(1, 3.5)))
    const back = done(fabric, reverse)
    expect(canonicalText(back.fabric)).toBe(canonicalText(before))
    expect(canonicalText(done(back.fabric, back.reverse).fabric)).toBe(canonicalText(fabric))
  })

  test('an end within half a metre of the border counts as on it, one farther off does not', () => {
    expect(codeOf(two(), reshape([10_400, 15_000], at(1.5, 2), at(1, 3)))).toBeUndefined()
    expect(codeOf(two(), reshape([10_600, 15_000], at(1.5, 2), at(1, 3)))).toBe('misses_border')
  })
})

describe('a stroke past several grids', () => {
  //  ┌───┬───────┐
  //  │ a ┌────┐ b│   M takes from W, N, E and S what the stroke encloses, whole corners included
  //  ├───┤ ~  │──┤
  //  │ d │    │ e│
  //  ├───┤    │──┤
  //  │ g └────┘ h│
  //  └───┴───────┘
  const around = () => drawn(['abb', 'dee', 'ghh'], { grids: ['WNN', 'MEE', 'SSS'] })
  const stroke = [at(0.5, 2), at(0.5, 2.5), at(1.5, 2.5), at(1.5, 0.5), at(0.5, 0.5), at(0.5, 1)]
  const taking = (...grids: [string, string, ...string[]]) => ({ kind: 'reshape_border' as const, grids, stroke })

  test('the first grid takes from all others, and undone all is the same to the byte', () => {
    const before = around()
    const { fabric, reverse } = done(before, taking('M', 'W', 'N', 'E', 'S'))
    expect(gridsText(fabric)).toBe('a:W a.1:M b:N b.1:M d:M e:E e.1:M g:S g.1:M h:S h.1:M')
    expect(areaOf(fabric, 'a.1') + areaOf(fabric, 'b.1') + areaOf(fabric, 'e.1')).toBe(1)
    expect(canonicalText(done(fabric, reverse).fabric)).toBe(canonicalText(before))
  })

  test('one that it runs through and that is not named is refused', () => {
    expect(codeOf(around(), taking('M', 'W', 'N', 'S'))).toBe('leaves_scope')
  })

  test('a locked one, and one named twice', () => {
    const locked = done(around(), { kind: 'lock_grid', grid: 'N' }).fabric
    expect(codeOf(locked, taking('M', 'W', 'N', 'E', 'S'))).toBe('grid_locked')
    expect(codeOf(around(), taking('M', 'W', 'N', 'N', 'S'))).toBe('id_taken')
  })

  test('land of the first grid would go to nobody in particular', () => {
    const inside = [at(0.5, 2), at(0.5, 1.5), at(1, 1.5)]
    expect(codeOf(around(), { ...taking('M', 'W', 'E'), stroke: inside })).toBe('several_takers')
  })
})

describe('refused', () => {
  test('a stroke that crosses itself', () => {
    expect(codeOf(two(), reshape(at(1, 1), at(1.8, 2), at(1.8, 1.2), at(1.2, 2.5), at(1, 3)))).toBe('crosses_itself')
  })

  test('two positions that are the same', () => {
    expect(codeOf(two(), reshape(at(1, 1), at(1, 1), at(1.5, 2), at(1, 3)))).toBe('same_points')
  })

  test('a stroke that leaves the two grids', () => {
    expect(codeOf(two(), reshape(at(1, 1), at(2.5, 2), at(1, 3)))).toBe('leaves_scope')
  })

  test('a piece of less than a square metre', () => {
    expect(codeOf(two(), reshape(at(1, 1), at(1.02, 1.5), at(1, 2)))).toBe('too_small')
  })

  test('all the land of a grid', () => {
    const fabric = drawn(['aaa', 'aba', 'aaa'], { grids: ['AAA', 'ABA', 'AAA'] })
    const round = reshape(at(1, 1), at(2, 1), at(2, 2), at(1, 2), at(1, 1.1))
    expect(codeOf(fabric, round)).toBeDefined()
  })

  //  ┌───┬────┐
  //  │ a │ b ╱│ the stroke cuts b's grid from side to side
  test('a grid that would fall into two parts', () => {
    const fabric = drawn(['abb', 'abb', 'abb'], { grids: ['ABB', 'ABB', 'ABB'] })
    expect(codeOf(fabric, reshape(at(1, 1), at(3, 1), at(3, 2), at(1, 2)))).toBe('administrative_border')
    const wide = drawn(['abbc', 'abbc', 'abbc'], { grids: ['ABBC', 'ABBC', 'ABBC'] })
    expect(codeOf(wide, reshape(at(1, 1), at(3, 1), at(3, 2), at(1, 2)))).toBe('multipart')
  })

  test('a border between communities', () => {
    const fabric = drawn(['ab', 'ab'], { grids: ['AB', 'AB'], communities: ['xy', 'xy'] })
    expect(codeOf(fabric, reshape(at(1, 0.5), at(1.5, 1), at(1, 1.5)))).toBe('administrative_border')
  })

  test('a locked grid, or one whose parent is locked', () => {
    const fabric = drawn(['ab', 'ab'], { grids: ['AB', 'AB'], parents: { A: 'P', B: 'P' } })
    const stroke = reshape(at(1, 0.5), at(1.5, 1), at(1, 1.5))
    for (const grid of ['A', 'B', 'P']) {
      const locked = done(fabric, { kind: 'lock_grid', grid }).fabric
      expect(codeOf(locked, stroke)).toBe('grid_locked')
      expect(codeOf(done(locked, { kind: 'unlock_grid', grid }).fabric, stroke)).toBeUndefined()
    }
  })

  test('a stroke of too many or of broken positions', () => {
    const many = Array.from({ length: 2_001 }, (_, index) => at(1, index / 1_000))
    expect(codeOf(two(), reshape(...many))).toBe('too_many_points')
    expect(codeOf(two(), reshape(at(1, 1), [Number.NaN, 3], at(1, 3)))).toBe('not_a_position')
  })

  test('grids that do not exist, and one grid named twice', () => {
    expect(codeOf(two(), { ...reshape(at(1, 1), at(1.5, 2), at(1, 3)), grids: ['A', 'Z'] })).toBe('unknown_id')
    expect(codeOf(two(), { ...reshape(at(1, 1), at(1.5, 2), at(1, 3)), grids: ['A', 'A'] })).toBe('id_taken')
  })
})
