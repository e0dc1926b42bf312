// Edits as a planner might draw them, at random places of a fabric.
import {
  cellsOf,
  type Edit,
  type Fabric,
  type Face,
  gridsAlong,
  neighboursOf,
  outlineOf,
  type Position,
} from '#geodata/fabric/index.ts'
import type { Random } from './coverage.ts'

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)]!
const near = ([x, y]: Position, spread: number, random: Random): Position => [
  Math.round(x + (random() - 0.5) * 2 * spread),
  Math.round(y + (random() - 0.5) * 2 * spread),
]
const between = (a: Position, b: Position, share: number): Position => [
  Math.round(a[0] + share * (b[0] - a[0])),
  Math.round(a[1] + share * (b[1] - a[1])),
]

/** A line with a few bends, which grow with its length up to `spread`. */
function bent(a: Position, b: Position, spread: number, random: Random): Position[] {
  const count = 1 + Math.floor(random() * 3)
  const most = Math.min(spread, Math.hypot(b[0] - a[0], b[1] - a[1]) / 4)
  return [a, ...Array.from({ length: count }, (_, index) => near(between(a, b, (index + 1) / (count + 1)), most, random)), b]
}

function twoOf<T>(from: readonly T[], random: Random): [T, T] {
  const first = Math.floor(random() * from.length)
  const second = (first + 1 + Math.floor(random() * (from.length - 1))) % from.length
  return [from[first]!, from[second]!]
}

interface World {
  fabric: Fabric
  faces: Face[]
  grids: string[]
  random: Random
  number: number
}

type Maker = (world: World) => Edit | undefined

function borderOf(fabric: Fabric, one: string, other: string): Position[] {
  const theirs = new Set(cellsOf(fabric, other).flatMap(({ rings }) => rings.flat().map(String)))
  return outlineOf(
    fabric,
    cellsOf(fabric, one).map(({ id }) => id),
  )
    .flatMap((rings) => rings.flat())
    .filter((p) => theirs.has(String(p)))
}

function gridBeside({ fabric, random, faces }: World): [Face, Face] | undefined {
  for (let tries = 0; tries < 20; tries++) {
    const face = pick(faces, random)
    const others = neighboursOf(fabric, face.id).map((id) => fabric.faces.get(id)!)
    const other = others.find(
      ({ grids, community }) => grids.governance !== face.grids.governance && community === face.community,
    )
    if (other) return [face, other]
  }
  return undefined
}

const gridOfFace = (face: Face) => face.grids.governance!

/** From one place of a grid's outline around its corners to another, through whoever is there. */
function takingFromMany({ fabric, grids, random }: World): Edit | undefined {
  const grid = pick(grids, random)
  const cells = cellsOf(fabric, grid)
  const outline = outlineOf(
    fabric,
    cells.map(({ id }) => id),
  )[0]?.[0]
  if (!outline || outline.length < 8) return undefined
  const start = Math.floor(random() * outline.length)
  const places = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, index) => outline[(start + index) % outline.length]!)
  const [x, y] = places.reduce(([sx, sy], [px, py]) => [sx + px / places.length, sy + py / places.length], [0, 0])
  const [cx, cy] = outline.reduce(([sx, sy], [px, py]) => [sx + px / outline.length, sy + py / outline.length], [0, 0])
  const off = 0.2 + 0.3 * random()
  const outside: Position = [Math.round(x + off * (x - cx)), Math.round(y + off * (y - cy))]
  const stroke = [near(places[0]!, 200, random), near(outside, 3_000, random), near(places.at(-1)!, 200, random)]
  const others = gridsAlong(fabric, 'governance', stroke).filter((id) => id !== grid)
  return others.length > 0
    ? { kind: 'reshape_border', grids: [grid, ...others] as unknown as [string, string], stroke }
    : undefined
}

const MAKERS: Record<Exclude<Edit['kind'], 'restore' | 'unlock_grid'>, Maker> = {
  reshape_border: (world) => {
    if (world.random() < 0.25) return takingFromMany(world)
    const pair = gridBeside(world)
    if (!pair) return undefined
    const grids = pair.map(gridOfFace) as [string, string]
    const border = borderOf(world.fabric, ...grids)
    if (border.length < 2) return undefined
    const [a, b] = twoOf(border, world.random)
    return {
      kind: 'reshape_border',
      grids,
      stroke: bent(near(a, 200, world.random), near(b, 200, world.random), 15_000, world.random),
    }
  },
  move_vertex: ({ faces, random }) => {
    const from = pick(pick(faces, random).rings.flat(), random)
    return { kind: 'move_vertex', from, to: near(from, 4_000, random) }
  },
  insert_vertex: ({ faces, random }) => {
    const ring = pick(faces, random).rings[0]!
    const index = Math.floor(random() * ring.length)
    const [a, b] = [ring[index]!, ring[(index + 1) % ring.length]!]
    return { kind: 'insert_vertex', between: [a, b], at: near(between(a, b, 0.5), 3_000, random) }
  },
  delete_vertex: ({ faces, random }) => ({ kind: 'delete_vertex', at: pick(pick(faces, random).rings.flat(), random) }),
  split_cell: ({ faces, random }) => {
    const face = pick(faces, random)
    const [a, b] = twoOf(face.rings[0]!, random)
    return { kind: 'split_cell', cell: face.id, stroke: bent(near(a, 300, random), near(b, 300, random), 3_000, random) }
  },
  split_grid: ({ fabric, grids, random, number }) => {
    const grid = pick(grids, random)
    const outline = outlineOf(
      fabric,
      cellsOf(fabric, grid).map(({ id }) => id),
    )[0]?.[0]
    if (!outline) return undefined
    const start = Math.floor(random() * outline.length)
    const end = (start + Math.floor(outline.length * (0.3 + 0.4 * random()))) % outline.length
    return {
      kind: 'split_grid',
      grid,
      stroke: bent(outline[start]!, outline[end]!, 5_000, random),
      new_grid: { id: `n${number}`, name: 'new' },
    }
  },
  merge_cells: ({ fabric, faces, random }) => {
    const face = pick(faces, random)
    const others = neighboursOf(fabric, face.id).filter((id) => gridOfFace(fabric.faces.get(id)!) === gridOfFace(face))
    return others.length > 0 ? { kind: 'merge_cells', cells: [face.id, pick(others, random)] } : undefined
  },
  merge_grids: (world) => {
    const pair = gridBeside(world)
    if (!pair || world.grids.length < 25) return undefined
    return { kind: 'merge_grids', into: gridOfFace(pair[0]), grids: [gridOfFace(pair[1])] }
  },
  assign_cells: (world) => {
    const pair = gridBeside(world)
    return pair && { kind: 'assign_cells', cells: [pair[0].id], grid: gridOfFace(pair[1]) }
  },
  // Two cells of two grids change sides at once.
  regroup: (world) => {
    const [one, other] = [gridBeside(world), gridBeside(world)]
    if (!one || !other || one[0] === other[0]) return undefined
    const groups = [one, other].map(([cell, beside]) => ({ grid: gridOfFace(beside), cells: [cell.id] }))
    return { kind: 'regroup', groups, new_grids: [], retired: [] }
  },
  add_grid: ({ number }) => ({
    kind: 'add_grid',
    grid: { id: `e${number}`, scheme: 'governance', level: 1, name: 'empty', parent: null },
  }),
  rename_grid: ({ grids, random, number }) => ({ kind: 'rename_grid', grid: pick(grids, random), name: `name ${number}` }),
  retire_grid: ({ fabric }) => {
    const empty = [...fabric.grids.values()].filter(({ id, level, retired }) => level === 1 && !retired && !fabric.cells.has(id))
    return empty[0] && { kind: 'retire_grid', grid: empty[0].id }
  },
  reparent_grid: (world) => {
    const pair = gridBeside(world)?.map((face) => world.fabric.grids.get(gridOfFace(face))!)
    if (!pair || pair[0]!.parent === pair[1]!.parent) return undefined
    return { kind: 'reparent_grid', grid: pair[0]!.id, parent: pair[1]!.parent }
  },
  // One grid is locked at a time, so that most of the land stays open to the other edits.
  lock_grid: ({ fabric, grids, random }) => {
    const locked = [...fabric.grids.values()].find((grid) => grid.locked)
    return locked ? { kind: 'unlock_grid', grid: locked.id } : { kind: 'lock_grid', grid: pick(grids, random) }
  },
}

const OFTEN = [
  'reshape_border',
  'reshape_border',
  'move_vertex',
  'insert_vertex',
  'split_cell',
  'split_grid',
  'merge_cells',
  'merge_cells',
  'assign_cells',
] as const
const KINDS = [...OFTEN, ...OFTEN, ...(Object.keys(MAKERS) as (keyof typeof MAKERS)[])]

/** A sensible edit of any kind; `number` makes ids that are new. */
export function randomEdit(fabric: Fabric, number: number, random: Random): Edit {
  const faces = [...fabric.faces.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const grids = [...fabric.cells.keys()].sort()
  for (;;) {
    const edit = MAKERS[pick(KINDS, random)]({ fabric, faces, grids, random, number })
    if (edit) return edit
  }
}
