// What becomes of land that a file's rows leave open, claim twice or have beyond the communities.
import { expect, test } from 'vitest'
import { doubleArea } from '#geodata/fabric/plane/measure.ts'
import { gridsOf, type Piece, type Region, type SettledCell, settle } from '#geodata/grid_import/index.ts'
import { coverageOf, SQUARE } from '../fabric/drawn.ts'

type Said = Partial<Pick<Region, 'rows' | 'community' | 'within'>>

/** Each letter of the drawing is a region; `said` tells what is known of it. */
function settled(drawing: readonly string[], said: Readonly<Record<string, Said>>, communities: 'drawn' | 'none' = 'drawn') {
  const letters = coverageOf(drawing).cells
  const regions = letters.map(({ id, rings }, index): Region => {
    const area_m2 = Number(rings.reduce((sum, ring) => sum + doubleArea(ring), 0n)) / 2e6
    return { id: index + 1, rows: [], community: communities === 'drawn' ? 'C' : null, within: false, area_m2, ...said[id] }
  })
  const pieces = letters.map(({ rings }, index): Piece => ({ region: index + 1, rings }))
  const { cells, outcomes } = settle(pieces, regions, { community_of: communities === 'drawn' ? null : (row) => `of row ${row}` })
  return {
    cells: cells.map(sizeOf),
    of: (letter: string) => outcomes.get(letters.findIndex(({ id }) => id === letter) + 1),
  }
}

const sizeOf = ({ row, community, rings }: SettledCell): string => {
  const squares = Number(rings.reduce((sum, ring) => sum + doubleArea(ring), 0n)) / 2 / SQUARE ** 2
  return `${row ?? '-'} ${community} ${squares}`
}

/*
 *   aaagb     g: a gap. Narrow enough it goes to the row with which it has more border;
 *   aaagb     wider than the tolerance it is a cell that nobody has.
 *   aaabb
 */
const GAP = ['aaagb', 'aaagb', 'aaabb']

test('a narrow gap goes to the neighbour with the longer border, a wide one stays open', () => {
  const rows = { a: { rows: [1] }, b: { rows: [2] } }
  const narrow = settled(GAP, { ...rows, g: { within: true } })
  expect(narrow.cells).toEqual(['1 C 9', '2 C 6'])
  expect(narrow.of('g')).toEqual({ kind: 'given', to: 2 })
  const wide = settled(GAP, rows)
  expect([wide.cells.toSorted(), wide.of('g')]).toEqual([['- C 2', '1 C 9', '2 C 4'], { kind: 'open' }])
})

test('where no communities are drawn, a wide gap inside is an enclave, and a cell lies where its row says', () => {
  const { cells, of } = settled(['aaa', 'aga', 'aaa'], { a: { rows: [7] } }, 'none')
  expect([cells, of('g')]).toEqual([['7 of row 7 8'], { kind: 'enclave' }])
})

/*
 *   ccc      o is claimed by a and b and has more border with c: it goes to one who claims it.
 *   aob
 *   aab
 */
test('a narrow overlap goes to a row that claims it; a wide one is open', () => {
  const rows = { a: { rows: [1] }, b: { rows: [2] }, c: { rows: [3] } }
  const drawing = ['ccc', 'aob', 'aab']
  expect(settled(drawing, { ...rows, o: { rows: [1, 2], within: true } }).of('o')).toEqual({ kind: 'given', to: 1 })
  expect(settled(drawing, { ...rows, o: { rows: [1, 2] } }).of('o')).toEqual({ kind: 'open' })
})

/*
 *   aaxb     x and y are slivers: x touches row 1 only over y, so it waits for y.
 *   ....
 */
test('a sliver that touches only slivers follows them', () => {
  const { cells } = settled(['ayx'], { a: { rows: [1] }, x: { within: true }, y: { within: true } })
  expect(cells).toEqual(['1 C 3'])
})

test('no land crosses the border of a community, and land of none is left out', () => {
  const { cells, of } = settled(['abxo'], {
    a: { rows: [1], community: 'C' },
    b: { within: true, community: 'D' },
    x: { rows: [2], community: 'D' },
    o: { rows: [2], community: null },
  })
  expect(cells.toSorted()).toEqual(['1 C 1', '2 D 2'])
  expect(of('o')).toEqual({ kind: 'cut' })
})

test('a part that lies apart is a cell of its own in the same grid; a crumb of it is not', () => {
  const rows = { a: { rows: [1] }, b: { rows: [2] } }
  const apart = settled(['aabc'], { ...rows, c: { rows: [1] } })
  expect([apart.cells.toSorted(), apart.of('c')]).toEqual([['1 C 1', '1 C 2', '2 C 1'], { kind: 'apart' }])
  expect(settled(['aabc'], { ...rows, c: { rows: [1], within: true } }).cells.toSorted()).toEqual(['1 C 2', '2 C 2'])
})

test('grids are made level by level; the same key under two parents is two grids, a row without one has none', () => {
  const row = (number: number, ...keys: (string | null)[]) => ({ row: number, keys, names: keys.map(() => null) })
  const grids = gridsOf([row(1, '南', '1'), row(2, '南', '1'), row(3, '北', '1'), null, row(4, '北', null)])
  expect(grids.map(({ level, name, parent, cells }) => [level, name, parent, cells])).toEqual([
    [1, '北', null, [2]],
    [1, '南', null, [0, 1]],
    [2, '1', '北', [2]],
    [2, '1', '南', [0, 1]],
  ])
})
