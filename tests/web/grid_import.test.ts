// Columns guessed from headings and values, and colours of neighbours.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alternate, HUES } from '../../web/planning/import/alternate.ts'
import { guessColumns, keepChoice } from '../../web/planning/import/guess.ts'
import type { Column, FileColumns } from '../../web/planning/import/types.ts'

const ROWS = 100
const column = (name: string, distinct: number, samples = ['1', '2'], filled = ROWS): Column => ({
  name,
  distinct,
  samples,
  filled,
})
const level = (number: number, name_zh: string, name_en: string) => ({ level: number, name_zh, name_en })
const file = (levels: FileColumns['levels'], ...columns: Column[]): FileColumns => ({
  levels,
  rows: ROWS,
  is_table: false,
  coordinate_system: 'EPSG:4490',
  file_findings: [],
  columns,
})
const ONE = [level(1, '网格', 'Grid')]

test('the code of a grid is its key, and the column called after it its name', () => {
  const columns = [column('OBJECTID', ROWS), column('网格名称', 12, ['东片']), column('网格编号', 12), column('户数', 60)]
  expect(guessColumns(file(ONE, ...columns))).toEqual({
    levels: [{ key: '网格编号', name: '网格名称' }],
    cell: null,
    community: null,
    households: '户数',
    population: null,
  })
})

test('each level takes a column with at least as many values as the one above', () => {
  const levels = [level(1, '大网格', 'Large grid'), level(2, '小网格', 'Small grid')]
  const guess = guessColumns(file(levels, column('小网格', 40), column('大网格', 5), column('备注', 3)))
  expect(guess.levels.map(({ key }) => key)).toEqual(['大网格', '小网格'])
})

test('census blocks: wards are grids, tracts are communities, people are counted', () => {
  const columns = [
    column('BLOCKID10', ROWS),
    column('TRACTCE10', 9),
    column('WARD', 5),
    column('TOTPOP', 50),
    column('POPULAR', 2, ['yes']),
  ]
  expect(guessColumns(file([level(1, '选区', 'Ward')], ...columns))).toEqual({
    levels: [{ key: 'WARD', name: null }],
    cell: null,
    community: 'TRACTCE10',
    households: null,
    population: 'TOTPOP',
  })
})

test('where no heading tells of grids each row is one, and an empty column tells nothing', () => {
  expect(guessColumns(file(ONE, column('a', 7), column('网格', 2, ['x'], 3))).levels).toEqual([{ key: null, name: null }])
})

test('what was chosen is kept as long as another file has the same columns', () => {
  const chosen = guessColumns(file(ONE, column('网格编号', 12)))
  expect(keepChoice(chosen, file(ONE, column('网格编号', 3), column('b', 1)))).toBe(chosen)
  expect(keepChoice(chosen, file(ONE, column('编号', 3)))).toBeNull()
  expect(keepChoice(chosen, file([...ONE, level(2, '小', 's')], column('网格编号', 3)))).toBeNull()
})

const square = (x: number, y: number): [number, number][] => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
]

/*
 *   A board of squares, some of them joined to a grid: whoever shares an edge gets another number.
 */
test('neighbours never get the same number, however the squares of a board are joined to connected grids', () => {
  const side = 6
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: side * side, maxLength: side * side }), (choices) => {
      // Each square belongs to itself, or to the grid of the square west or south of it: so grids are connected.
      const owner: number[] = []
      for (let at = 0; at < side * side; at++) {
        const before = [at % side > 0 ? owner[at - 1]! : at, at >= side ? owner[at - side]! : at, at]
        owner.push(before[choices[at]! % 3]!)
      }
      const ids = [...new Set(owner)]
      const shapes = ids.map(
        (id): GeoJSON.MultiPolygon => ({
          type: 'MultiPolygon',
          coordinates: owner.flatMap((own, at) => (own === id ? [[square(at % side, Math.floor(at / side))]] : [])),
        }),
      )
      const hues = alternate(shapes)
      const hueOf = (at: number) => hues[ids.indexOf(owner[at]!)]!
      for (let at = 0; at < side * side; at++) {
        expect(hueOf(at)).toBeLessThan(HUES)
        for (const other of [at % side > 0 ? at - 1 : at, at >= side ? at - side : at])
          if (owner[other] !== owner[at]) expect(hueOf(other)).not.toBe(hueOf(at))
      }
    }),
    { seed: 7, numRuns: 300 },
  )
})

test('of a table, the column with fifteen digits that are each another cell’s is taken for the cells, and no column twice', () => {
  const codes = ['411825100001001', '411825100001002']
  const columns = [column('单元网格编码', 20, codes, 20), column('网格编码', 4), column('网格名称', 4)]
  const guess = guessColumns({ ...file(ONE, ...columns), rows: 20, is_table: true })
  expect([guess.cell, guess.levels]).toEqual(['单元网格编码', [{ key: '网格编码', name: '网格名称' }]])
})
