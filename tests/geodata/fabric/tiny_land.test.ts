// Where whole millimetres are coarse: cells of 9 mm and strokes across them. Every rounding that is one in a million elsewhere
// happens here all the time.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apply, canonicalText, type Edit, type Fabric, fabricOf, type Position, polygonsOf } from '#geodata/fabric/index.ts'
import { firstClash, rim, totalArea, unsound } from './checks.ts'

const SIDE = 6
const MILLIMETRES = 9

function lattice(): Fabric {
  const cells = Array.from({ length: SIDE * SIDE }, (_, index) => {
    const [x, y] = [(index % SIDE) * MILLIMETRES, Math.floor(index / SIDE) * MILLIMETRES]
    const [east, north] = [x + MILLIMETRES, y + MILLIMETRES]
    const ring: Position[] = [
      [x, y],
      [east, y],
      [east, north],
      [x, north],
    ]
    return { id: `${index}`, rings: [ring], grids: { s: index % SIDE < 3 ? 'W' : 'E' } }
  })
  const grid = { scheme: 's', level: 0, name: '', parent: null, locked: false, retired: false }
  const grids = ['W', 'E'].map((id) => ({ ...grid, id }))
  const limits = { smallest_area: 0, smallest_width: 0, reach: 2 }
  const result = fabricOf({ cells, grids, schemes: [{ id: 's', levels: 1, within_community: false }], limits })
  if ('refused' in result) throw new Error(result.refused.code)
  return result.fabric
}

const coordinate = fc.integer({ min: -2, max: SIDE * MILLIMETRES + 2 })
const position = fc.tuple(coordinate, coordinate)
// From south to north or from west to east without turning back, so that most do not cross themselves.
const line = fc.array(position, { minLength: 2, maxLength: 5 })
const stroke = fc.tuple(line, fc.constantFrom(0, 1)).map(([positions, axis]) => positions.toSorted((a, b) => a[axis]! - b[axis]!))
const middle = (SIDE * MILLIMETRES) / 2
const onBorder = fc.tuple(fc.integer({ min: middle - 2, max: middle + 2 }), coordinate)
const alongBorder = fc.tuple(onBorder, stroke, onBorder).map(([a, inner, b]) => [a, ...inner, b].toSorted((p, q) => p[1] - q[1]))
const offset = fc.integer({ min: -3, max: MILLIMETRES + 3 })
const around = (id: number) =>
  fc.tuple(offset, offset).map(([x, y]): Position => [(id % SIDE) * MILLIMETRES + x, Math.floor(id / SIDE) * MILLIMETRES + y])
const splitCell = fc
  .integer({ min: 0, max: SIDE * SIDE - 1 })
  .chain((id) => fc.tuple(fc.constantFrom(`${id}`, `${id}.1`, `${id}.2`), fc.array(around(id), { minLength: 2, maxLength: 4 })))
  .map(([of, drawn]): Edit => ({ kind: 'split_cell', cell: of, stroke: drawn.toSorted((a, b) => a[0] - b[0]) }))
const cell = fc.integer({ min: 0, max: SIDE * SIDE - 1 }).map(String)
const piece = fc.oneof(
  cell,
  fc.tuple(cell, fc.integer({ min: 1, max: 3 })).map(([id, number]) => `${id}.${number}`),
)
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: alongBorder.map((drawn): Edit => ({ kind: 'reshape_border', grids: ['W', 'E'], stroke: drawn })) },
  { weight: 4, arbitrary: splitCell },
  {
    weight: 2,
    arbitrary: stroke.map((drawn): Edit => ({ kind: 'split_grid', grid: 'W', stroke: drawn, new_grid: { id: 'N', name: '' } })),
  },
  { weight: 1, arbitrary: fc.tuple(position, position).map(([from, to]): Edit => ({ kind: 'move_vertex', from, to })) },
  { weight: 1, arbitrary: position.map((at): Edit => ({ kind: 'delete_vertex', at })) },
  { weight: 1, arbitrary: fc.tuple(piece, piece).map((cells): Edit => ({ kind: 'merge_cells', cells })) },
)

function check(fabric: Fabric): void {
  const cells = polygonsOf(fabric)
  expect(firstClash(cells)).toBeUndefined()
  expect(cells.map(unsound).filter((fault) => fault)).toEqual([])
  let enclosed = 0n
  for (const { a, b } of rim(cells).values()) enclosed += BigInt(a[0]) * BigInt(b[1]) - BigInt(b[0]) * BigInt(a[1])
  expect(totalArea(cells)).toBe(enclosed)
}

test('where every stroke is rounded, nothing throws, opens a gap or overlaps, and all of it is undone', () => {
  const original = lattice()
  let accepted = 0
  fc.assert(
    fc.property(fc.array(edit, { minLength: 40, maxLength: 40 }), (edits) => {
      let fabric = original
      const reverses: Edit[] = []
      for (const one of edits) {
        const result = apply(fabric, one)
        if ('refused' in result) continue
        accepted++
        check(result.fabric)
        reverses.push(result.reverse)
        fabric = result.fabric
      }
      for (const reverse of reverses.reverse()) {
        const result = apply(fabric, reverse)
        if ('refused' in result) throw new Error(JSON.stringify(result.refused))
        fabric = result.fabric
      }
      expect(canonicalText(fabric)).toBe(canonicalText(original))
    }),
    { seed: 7, numRuns: Number(process.env.JIANGLI_FABRIC_TINY ?? 40) },
  )
  expect(accepted).toBeGreaterThan(100)
})
