import { expect, test } from 'vitest'
import type { Land } from '#geodata/partition/index.ts'
import { drawnLand, refusalOf } from './drawn.ts'

const land = drawnLand(['abcd'], { communities: ['xxyy'] })
const withCell = (change: object): Land => ({ ...land, cells: [{ ...land.cells[0]!, ...change }, ...land.cells.slice(1)] })
const withBorder = (change: object): Land => ({ ...land, borders: [{ ...land.borders[0]!, ...change }] })
const target = { grids: 2 }

test.each([
  ['no cells', 'no_cells', { land: { cells: [], borders: [] }, target }],
  ['all cells locked', 'no_cells', { land, target, locked: ['a', 'b', 'c', 'd'] }],
  ['a cell twice', 'id_taken', { land: withCell({ id: 'b' }), target }],
  ['a negative weight', 'bad_weight', { land: withCell({ weight: -1 }), target }],
  ['a weight that is no number', 'bad_weight', { land: withCell({ weight: Number.NaN }), target }],
  ['no area', 'bad_measure', { land: withCell({ area: 0 }), target }],
  ['an endless border', 'bad_border', { land: withBorder({ length: Infinity }), target }],
  ['a border to nowhere', 'bad_border', { land: withBorder({ b: 7 }), target }],
  ['a preference of 2', 'bad_border', { land: withBorder({ preference: 2 }), target }],
  ['an unknown locked cell', 'unknown_cell', { land, target, locked: ['z'] }],
  ['a cell in two grids of now', 'cell_taken', { land, target, current: ['p', 'q'].map((id) => ({ id, cells: ['a'] })) }],
  ['nothing asked for', 'bad_target', { land, target: {} }],
  ['half a grid', 'bad_target', { land, target: { grids: 2.5 } }],
  ['an empty band', 'bad_target', { land, target: { cells: { least: 3, most: 2 } } }],
  ['a seed that is no number', 'bad_target', { land, target, seed: Number.NaN }],
  ['more grids than cells', 'too_many_grids', { land, target: { grids: 5 } }],
  ['fewer grids than communities', 'too_few_grids', { land, target: { grids: 1 } }],
  ['an unknown community', 'unknown_community', { land, target: { grids: [{ community: 'z', grids: 1 }] } }],
  ['a community without a number', 'number_missing', { land, target: { grids: [{ community: 'x', grids: 1 }] } }],
] as const)('%s: %s', (_, code, request) => {
  expect(refusalOf(request)).toBe(code)
})
