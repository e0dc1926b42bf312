// What of drawing plans is pure: places between degrees and millimetres, what the pointer is drawn to, which grids a stroke is about.
import { describe, expect, test } from 'vitest'
import { tilesOf } from '#geodata/fabric/fabric.ts'
import type { Edit, Position } from '#geodata/fabric/index.ts'
import { cellsOf } from '#geodata/fabric/index.ts'
import { boxOf } from '#geodata/fabric/plane/position.ts'
import { LINE_SQUARE, type Lines, type MapLine, partsIn, piecesOf, type Scope, squareBox } from '#geodata/planning/index.ts'
import type { Step } from '../../web/planning/api/types.ts'
import { replayed, withWaiting } from '../../web/planning/editor/history.ts'
import { type Sending, unsent } from '../../web/planning/editor/outbox.ts'
import { pairsOfStroke } from '../../web/planning/land/borders.ts'
import { changesBetween } from '../../web/planning/land/changes.ts'
import { pathAlong, withLeg } from '../../web/planning/land/follow.ts'
import { nextName } from '../../web/planning/land/new_grid.ts'
import { parentsFor } from '../../web/planning/land/parents.ts'
import { projectionOf } from '../../web/planning/land/projection.ts'
import { snap } from '../../web/planning/land/snap.ts'
import { thinOut } from '../../web/planning/land/thin_out.ts'
import { proposeBrush } from '../../web/planning/tools/brush.ts'
import { proposeMerge } from '../../web/planning/tools/merge.ts'
import { proposeRedraw } from '../../web/planning/tools/redraw.ts'
import { proposeSplit } from '../../web/planning/tools/split.ts'
import type { Proposal, Scene } from '../../web/planning/tools/tool.ts'
import { at, done, drawn, gridsText } from '../geodata/fabric/drawn.ts'

/*
 *   3 +---+---+---+
 *     | a | b | c |      grids: x = a d g, y = b e h, z = c f i
 *   2 +---+---+---+
 *     | d | e | f |
 *   1 +---+---+---+
 *     | g | h | i |
 *   0 +---+---+---+
 *     0   1   2   3      one square is 10 m
 */
const GRIDS = { grids: ['xyz', 'xyz', 'xyz'], communities: ['ccc', 'ccc', 'ccc'], parents: { x: 'P', y: 'P', z: 'Q' } }
const fabric = drawn(['abc', 'def', 'ghi'], GRIDS)
const scope: Scope = { scheme: 's', territory_code: 'c' }
const scene = { fabric, scope, current: null }

test('a place goes to degrees and back to the same millimetre, wherever in the zone it lies', () => {
  const { toDegrees, toPosition } = projectionOf(920_114)
  for (let step = 0; step < 200; step++) {
    const place: Position = [380_000_000 + step * 1_234_567, 3_700_000_000 + step * 2_345_679]
    expect(toPosition(toDegrees(place))).toEqual(place)
  }
})

test.each<[string, Position, object | undefined]>([
  ['a vertex within reach', at(1.05, 1.04), { kind: 'vertex', at: at(1, 1) }],
  ['the middle of an edge where no vertex is', at(1.03, 1.54), { kind: 'midpoint', at: at(1, 1.5) }],
  ['the nearest place on an edge otherwise', at(1.06, 1.25), { kind: 'edge', at: at(1, 1.25) }],
  ['nothing that is too far away', at(1.5, 1.25), undefined],
])('the pointer is drawn to %s', (_, place, expected) => {
  expect(snap(fabric, 's', place, { reach: 1_000 })).toEqual(expected)
})

test('a border of grids goes before one of cells', () => {
  // Nearer to the border between the cells a and d than to the one between the grids x and y.
  const near: Position = at(0.92, 2.01)
  expect(snap(fabric, 's', near, { reach: 1_000 })).toEqual({ kind: 'vertex', at: at(1, 2) })
  expect(snap(fabric, 's', at(0.3, 2.01), { reach: 1_000 })).toEqual({ kind: 'edge', at: at(0.3, 2) })
  expect(snap(fabric, 's', at(0.3, 2.01), { reach: 1_000, gridBordersOnly: true })).toBeUndefined()
})

test('a stroke is about the two grids on whose border it begins and ends', () => {
  expect(pairsOfStroke(fabric, 's', at(1, 0.5), at(1, 2.5))).toEqual([['x', 'y']])
  expect(pairsOfStroke(fabric, 's', at(1, 0.5), at(2, 2.5))).toEqual([])
  expect(pairsOfStroke(fabric, 's', at(0.5, 2), at(1, 2.5))).toEqual([])
})

test('a stroke that ends on the border gives the land between to the other side', () => {
  const proposal = proposeRedraw(scene, [at(1, 0.5), at(1.5, 1)], at(1, 1.5))!
  expect(proposal).toMatchObject({ grids: ['x', 'y'], closes: false })
  expect(proposal.after).toBeDefined()
})

test('a stroke that is still under way is shown as if it went back by the shortest way', () => {
  const proposal = proposeRedraw(scene, [at(1, 0.5)], at(1.5, 1.5))!
  expect(proposal).toMatchObject({ closes: true, line: [at(1, 0.5), at(1.5, 1.5), at(1, 1.5)] })
  expect(proposal.after).toBeDefined()
})

test('a stroke that does not begin on a border of grids is refused at once', () => {
  expect(proposeRedraw(scene, [at(0.5, 0.5)], at(1.5, 1.5))).toMatchObject({ refused: { code: 'misses_border' } })
})

test('what crosses itself is refused, what has only begun is not', () => {
  const crossing = [at(1, 0.5), at(1.8, 1.5), at(1.8, 0.6), at(1.2, 1.6)]
  expect(proposeRedraw(scene, crossing, at(1, 1.5))).toMatchObject({ refused: { code: 'crosses_itself' }, open: false })
  expect(proposeRedraw(scene, [at(1, 0.5)], at(1, 0.5))).toMatchObject({ open: true })
})

/*
 *   3 +---+---+---+
 *     | a | b | c |      grids: W = a, N = b c, M = d, E = e f, S = g h i
 *   2 +---+---+---+
 *     | d | e | f |
 *   1 +---+---+---+
 *     | g | h | i |
 *   0 +---+---+---+
 */
describe('a stroke past several grids', () => {
  const many = drawn(['abc', 'def', 'ghi'], { grids: ['WNN', 'MEE', 'SSS'], communities: ['ccc', 'ccc', 'ccc'] })
  const over = (current: string | null): Scene => ({ fabric: many, scope, current })
  const gridsOf = (proposal: Proposal | null) => gridsText(proposal!.after!)

  //  from the border of M and W around two corners to that of M and S
  test('one grid takes from all of them', () => {
    const places = [at(0.5, 2), at(0.5, 2.5), at(1.5, 2.5), at(1.5, 0.5), at(0.5, 0.5)]
    const proposal = proposeRedraw(over(null), places, at(0.5, 1))!
    expect(proposal.grids).toEqual(['M', 'W', 'N', 'E', 'S'])
    expect(gridsOf(proposal)).toBe('a:W a.1:M b:N b.1:M c:N d:M e:E e.1:M f:E g:S g.1:M h:S h.1:M i:S')
  })

  test('on the way it is shown as if it went back to the grid by the shortest way', () => {
    const proposal = proposeRedraw(over('M'), [at(0.5, 2), at(0.5, 2.5)], at(1.5, 2.4))!
    expect(proposal).toMatchObject({ closes: true, grids: ['M', 'W', 'N'] })
    expect(gridsOf(proposal)).toContain('a.1:M b:N b.1:M')
  })

  //  across M, from its border with W to that with E: what lies to the north-east
  test('across one grid, the neighbour that is chosen takes what lies between', () => {
    const places = [at(0.5, 2), at(0.5, 1.5)]
    const taken = (current: string) => gridsOf(proposeRedraw(over(current), places, at(1, 1.5)))
    expect(taken('W')).toContain('d:M d.1:W')
    expect(taken('E')).toContain('d:M d.1:E')
    expect(proposeRedraw(over('M'), places, at(1, 1.5))).toMatchObject({ refused: { code: 'several_takers' } })
  })

  test('a locked one among them is told', () => {
    const locked = done(many, { kind: 'lock_grid', grid: 'N' }).fabric
    const places = [at(0.5, 2), at(0.5, 2.5), at(1.5, 2.5), at(1.5, 1.5)]
    expect(proposeRedraw({ fabric: locked, scope, current: 'M' }, places, at(1, 1.5))).toMatchObject({
      refused: { code: 'grid_locked', ids: ['N'] },
    })
  })
})

test('the way back is no mistake of the hand', () => {
  // Straight off the border: the shortest way back runs over the stroke.
  const proposal = proposeRedraw(scene, [at(1, 1.5), at(1.5, 1.5)], at(1.5, 1.5))
  expect(proposal).toMatchObject({ refused: { code: 'misses_border' }, open: true })
})

test('a grid can be put under those of the level above that it borders on, one without land under any', () => {
  const names = (id: string, of = fabric) => parentsFor(of, id).map((grid) => grid.id)
  expect([names('x'), names('y'), names('z')]).toEqual([[], ['Q'], ['P']])
  // Where parents keep to their communities, those of others are none to choose.
  const apart = drawn(['abc', 'def', 'ghi'], { ...GRIDS, communities: ['ccd', 'ccd', 'ccd'] })
  expect(names('y', apart)).toEqual([])
  const empty = { id: 'N', scheme: 's', level: 1, name: 'N', parent: null }
  expect(names('N', done(fabric, { kind: 'add_grid', grid: empty }).fabric)).toEqual(['P', 'Q'])
})

test('a split cuts the grid that the stroke enters, and names the new one after its sisters', () => {
  const proposal = proposeSplit(scene, [at(1, 1)], at(1.9, 1), 's/new-00000001')!
  expect(proposal.grids).toEqual(['y', 's/new-00000001'])
  expect(proposal.after!.grids.get('s/new-00000001')).toMatchObject({ parent: 'P', name: 'y2' })
})

test('numbers in names count on', () => {
  const grid = { scheme: 's', level: 1, parent: 'P' }
  expect(nextName(fabric, { ...grid, name: '第3网格' })).toBe('第4网格')
  expect(nextName(fabric, { ...grid, name: '鼓楼09号' })).toBe('鼓楼10号')
  expect(nextName(fabric, { ...grid, name: '东片' })).toBe('东片2')
})

test('painted cells go to the current grid, and a border between two grids can be taken away', () => {
  expect(proposeBrush(scene, ['b'])).toBeNull()
  const painted = proposeBrush({ ...scene, current: 'x' }, ['b'])!
  expect(painted.grids).toEqual(['x', 'y'])
  expect(painted.after!.faces.get('b')!.grids.s).toBe('x')
  const merged = proposeMerge({ ...scene, current: 'y' }, at(1.01, 1.5), 500)!
  expect(merged.grids).toEqual(['y', 'x'])
  expect(merged.after!.grids.get('x')!.retired).toBe(true)
})

test('only what an edit touched is drawn anew', () => {
  const { fabric: after } = done(fabric, { kind: 'assign_cells', cells: ['b'], grid: 'x' })
  const { cells, goneCells, grids } = changesBetween(fabric, after, 's')
  expect(cells).toEqual(['b'])
  expect(goneCells).toEqual([])
  expect([...grids].sort()).toEqual(['P', 'x', 'y'])
})

const paint = (cell: string): Edit => ({ kind: 'assign_cells', cells: [cell], grid: 'x' })
const step = (number: number, edit: Edit, state: Step['state'] = 'done'): Step => ({
  number,
  label: edit.kind,
  edits: [edit],
  state,
})

test('steps are carried out again, undone ones stay to be redone, and what no longer fits is set apart', () => {
  const unfit: Edit = { kind: 'rename_grid', grid: 'gone', name: 'n' }
  const history = replayed(fabric, scope, [
    step(1, paint('b')),
    step(2, unfit),
    step(3, paint('e')),
    step(4, paint('h'), 'undone'),
  ])
  expect(history.done.map(({ conflict }) => conflict?.number)).toEqual([undefined, 2, undefined])
  expect(history.conflicts).toMatchObject([{ number: 2, conflict: { code: 'unknown_id' } }])
  expect(history.fabric.faces.get('e')!.grids.s).toBe('x')
  // It would leave the grid y without land.
  expect(history.undone.map(({ conflict }) => conflict?.number)).toEqual([4])
})

test('the last step is undone whether it holds or not, and done again as it was', () => {
  const unfit: Edit = { kind: 'rename_grid', grid: 'gone', name: 'n' }
  const history = replayed(fabric, scope, [step(1, paint('b')), step(2, unfit)])
  const undone = withWaiting(history, fabric, scope, [{ kind: 'undo', depth: 1 }])
  expect([undone.conflicts, undone.done.length, undone.undone.length]).toEqual([[], 1, 1])
  expect(undone.fabric).toBe(history.fabric)
  const twice = withWaiting(undone, fabric, scope, [{ kind: 'undo', depth: 0 }])
  expect(twice.fabric).toBe(fabric)
  const again = withWaiting(twice, fabric, scope, [
    { kind: 'redo', depth: 1 },
    { kind: 'redo', depth: 2 },
  ])
  expect(again.conflicts.map(({ number }) => number)).toEqual([2])
  expect(again.fabric).toBe(history.fabric)
})

test('steps that were not sent follow on those that were', () => {
  const waiting: Sending[] = [
    { kind: 'step', edits: [paint('e')], depth: 2 },
    { kind: 'undo', depth: 1 },
  ]
  const history = withWaiting(replayed(fabric, scope, [step(1, paint('b'))]), fabric, scope, waiting)
  expect(history.done).toHaveLength(1)
  expect(history.undone).toHaveLength(1)
  expect(history.fabric.faces.get('e')!.grids.s).toBe('y')
})

test('of what waits, the server has the first when its answer was lost; when somebody else was there, none is sent', () => {
  const first: Sending = { kind: 'step', edits: [paint('b')], depth: 1 }
  const second: Sending = { kind: 'undo', depth: 0 }
  const outbox = { version: 4, waiting: [first, second] }
  expect(unsent(outbox, { version: 4, steps: [] })).toEqual([first, second])
  expect(unsent(outbox, { version: 5, steps: [step(1, paint('b'))] })).toEqual([second])
  // The database gives the keys back in another order.
  const turned = Object.fromEntries(Object.entries(paint('b')).reverse()) as unknown as Edit
  expect(unsent(outbox, { version: 5, steps: [step(1, turned)] })).toEqual([second])
  expect(unsent(outbox, { version: 5, steps: [step(1, paint('c'))] })).toBeNull()
  expect(unsent(outbox, { version: 6, steps: [step(1, paint('b'))] })).toBeNull()
})

test('a stroke follows the borders of cells, by the shortest way and from the middle of an edge', () => {
  expect(pathAlong(fabric, new Map(), at(1, 0.5), at(1.5, 2))).toEqual([at(1, 1), at(1, 2), at(1.5, 2)])
  expect(pathAlong(fabric, new Map(), at(1, 1), at(1.4, 1.4))).toBeUndefined()
})

/*
 *   2 +-------+--        The road === crosses the border between x and y twice, and bends between.
 *     |     ==#===+ 1.7
 *   1 +       +   #
 *     |     ==#===+ 0.3
 *   0 +-------+--
 *     0       1  1.4
 */
const road: MapLine = { kind: 'road', positions: [at(0.5, 0.3), at(1.4, 0.3), at(1.4, 1.7), at(0.5, 1.7)] }
const lines: Lines = new Map([...tilesOf(boxOf(road.positions), LINE_SQUARE)].map((square) => [square, piecesOf([road])]))

test.each<[string, Position, object | undefined]>([
  ['where a road crosses a border of grids', at(1.02, 0.33), { kind: 'crossing', at: at(1, 0.3) }],
  ['a vertex of a road', at(1.36, 0.35), { kind: 'road', at: at(1.4, 0.3) }],
  ['the nearest place on a road', at(1.45, 0.6), { kind: 'road', at: at(1.4, 0.6) }],
  ['a border of grids, though a road is nearer', at(1.06, 0.36), { kind: 'crossing', at: at(1, 0.3) }],
  ['where a road crosses a border of cells', at(1.43, 1.02), { kind: 'crossing', at: at(1.4, 1) }],
])('with roads, the pointer is drawn to %s', (_, place, expected) => {
  expect(snap(fabric, 's', place, { reach: 1_000, lines })).toEqual(expected)
})

test('a stroke that begins and ends on a road follows it, though the old border is the shorter way', () => {
  const way = [at(1.4, 0.3), at(1.4, 1.7), at(1, 1.7)]
  expect(pathAlong(fabric, lines, at(1, 0.3), at(1, 1.7))).toEqual(way)
  const after = proposeRedraw(scene, [at(1, 0.3), ...way.slice(0, -1)], way.at(-1)!)!.after!
  const vertices = cellsOf(after, 'x').flatMap(({ rings }) => rings[0]!.map(String))
  for (const place of way) expect(vertices).toContain(String(place))
})

test('going back over what was followed takes it back, to the middle of a piece too', () => {
  const followed = [at(1, 0.3), at(1.4, 0.3), at(1.4, 1.7)]
  expect(withLeg(followed, [at(1, 1.7)])).toEqual([...followed, at(1, 1.7)])
  expect(withLeg(followed, [at(1.4, 0.3), at(1.2, 0.3)])).toEqual([at(1, 0.3), at(1.2, 0.3)])
  expect(withLeg(followed, [at(1.4, 0.3), at(1, 0.3)])).toEqual([at(1, 0.3)])
})

test('of a line only what reaches into a square is handed out, cut at its own vertices', () => {
  const far = 3 * LINE_SQUARE
  const line: MapLine = {
    kind: 'river',
    positions: [
      [-far, 5],
      [-9, 5],
      [5, 5],
      [far, 5],
      [far, far],
      [5, far],
      [5, 9],
    ],
  }
  expect(partsIn(line, squareBox(0, 0))).toEqual([
    {
      kind: 'river',
      positions: [
        [-9, 5],
        [5, 5],
        [far, 5],
      ],
    },
    {
      kind: 'river',
      positions: [
        [5, far],
        [5, 9],
      ],
    },
  ])
})

test('a line drawn by hand keeps its corners and loses what lies between them', () => {
  const line = [at(0, 0), at(0.5, 0.001), at(1, 0), at(1.001, 0.5), at(1, 1)]
  expect(thinOut(line, 100)).toEqual([at(0, 0), at(1, 0), at(1, 1)])
})
