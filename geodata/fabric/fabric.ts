import { edgeKeysOf, type Face, faceBox } from './face.ts'
import type { PersistentMap } from './persistent_map.ts'
import { type Box, boxesMeet } from './plane/position.ts'
import { refuse } from './refusal.ts'

export interface Scheme {
  readonly id: string
  /** How many levels of grids there are. Level 0 is the highest; cells are assigned to grids of level `levels` − 1. */
  readonly levels: number
  /** Whether every grid of cells must stay in one community. */
  readonly within_community: boolean
}

export interface Grid {
  readonly id: string
  readonly scheme: string
  readonly level: number
  readonly name: string
  /** A grid of the level above. */
  readonly parent: string | null
  readonly locked: boolean
  readonly retired: boolean
}

export interface Limits {
  /** mm²; a new or shrunk cell below it is refused. */
  readonly smallest_area: number
  /** mm, twice the area by the perimeter; a new or narrowed cell below it is refused. */
  readonly smallest_width: number
  /** mm; how far from a border the end of a stroke still counts as on it. */
  readonly reach: number
  /** Positions of a stroke, also counted with all places where it crosses borders. */
  readonly most_points: number
}

/** 1 m², 20 cm, 50 cm. */
export const LIMITS: Limits = { smallest_area: 1_000_000, smallest_width: 200, reach: 500, most_points: 2_000 }

/**
 * A partition of the territory in whole millimetres: no overlap, no gap, and every shared border with the same vertices on both
 * sides. Immutable; an edit makes a new one that shares what did not change.
 */
export interface Fabric {
  readonly faces: PersistentMap<Face>
  readonly grids: PersistentMap<Grid>
  readonly schemes: ReadonlyMap<string, Scheme>
  readonly limits: Limits
  /** Cells by grid of the lowest level. */
  readonly cells: PersistentMap<ReadonlySet<string>>
  /** Faces by the square tiles that their boxes touch; `tile` is the side of one, mm. */
  readonly tiles: PersistentMap<ReadonlySet<string>>
  readonly tile: number
}

export function* tilesOf(box: Box, tile: number): Generator<string> {
  for (let column = Math.floor(box[0] / tile); column <= Math.floor(box[2] / tile); column++)
    for (let row = Math.floor(box[1] / tile); row <= Math.floor(box[3] / tile); row++) yield `${column}/${row}`
}

/** Faces whose boxes meet the box. */
export function facesIn(fabric: Fabric, box: Box): Face[] {
  const ids = new Set<string>()
  for (const key of tilesOf(box, fabric.tile)) for (const id of fabric.tiles.get(key) ?? []) ids.add(id)
  return [...ids].map((id) => fabric.faces.get(id)!).filter((face) => boxesMeet(faceBox(face), box))
}

export function faceOf(fabric: Fabric, id: string): Face {
  if (typeof id !== 'string') refuse('unknown_edit')
  return fabric.faces.get(id) ?? refuse('unknown_id', { ids: [id] })
}

export function gridOf(fabric: Fabric, id: string): Grid {
  if (typeof id !== 'string') refuse('unknown_edit')
  const grid = fabric.grids.get(id)
  return grid && !grid.retired ? grid : refuse('unknown_id', { ids: [id] })
}

export function schemeOf(fabric: Fabric, id: string): Scheme {
  return fabric.schemes.get(id) ?? refuse('unknown_id', { ids: [id] })
}

/** The grid and those above it. */
export function* lineage(fabric: Fabric, id: string | null): Generator<Grid> {
  for (let next = id; next !== null; ) {
    const grid = fabric.grids.get(next)
    if (!grid) return
    yield grid
    next = grid.parent
  }
}

export function childrenOf(fabric: Fabric, id: string): Grid[] {
  return [...fabric.grids.values()].filter((grid) => grid.parent === id && !grid.retired).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The cells of a grid of any level. */
export function cellsOf(fabric: Fabric, grid: string): Face[] {
  const own = [...(fabric.cells.get(grid) ?? [])].map((id) => fabric.faces.get(id)!)
  return own.length > 0 ? own : childrenOf(fabric, grid).flatMap((child) => cellsOf(fabric, child.id))
}

/** Which faces have one of these edges; edges by `Edge.key`. */
export function facesWith(fabric: Fabric, box: Box, keys: readonly string[]): Face[] {
  return facesIn(fabric, box).filter((face) => keys.some((key) => edgeKeysOf(face).has(key)))
}
