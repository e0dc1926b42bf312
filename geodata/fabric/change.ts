// What an edit does, as data: faces and grids that are set, faces and grids that go. Its opposite is a change too.
import { type Fabric, type Grid, tilesOf } from './fabric.ts'
import { type Face, faceBox } from './face.ts'
import type { PersistentMap } from './persistent_map.ts'

export interface Change {
  readonly faces: readonly Face[]
  readonly without_faces: readonly string[]
  readonly grids: readonly Grid[]
  readonly without_grids: readonly string[]
}

export const NOTHING: Change = { faces: [], without_faces: [], grids: [], without_grids: [] }

/** The faces as they are that a change replaces or takes away. */
export function facesBefore(fabric: Fabric, change: Change): Face[] {
  const ids = new Set([...change.without_faces, ...change.faces.map(({ id }) => id)])
  return [...ids].map((id) => fabric.faces.get(id)).filter((face) => face !== undefined)
}

/** The change that leads back from `fabric` with `change` to `fabric`. */
export function opposite(fabric: Fabric, change: Change): Change {
  const grids = [...change.without_grids, ...change.grids.map(({ id }) => id)].map((id) => fabric.grids.get(id))
  return {
    faces: facesBefore(fabric, change),
    without_faces: change.faces.filter(({ id }) => !fabric.faces.has(id)).map(({ id }) => id),
    grids: grids.filter((grid) => grid !== undefined),
    without_grids: change.grids.filter(({ id }) => !fabric.grids.has(id)).map(({ id }) => id),
  }
}

type Sets = PersistentMap<ReadonlySet<string>>

/** Sets by key, with members taken out and put in; a set without members goes. */
function moved(sets: Sets, out: Iterable<[string, string]>, into: Iterable<[string, string]>): Sets {
  const touched = new Map<string, Set<string>>()
  const mine = (key: string) => {
    let set = touched.get(key)
    if (!set) {
      set = new Set(sets.get(key))
      touched.set(key, set)
    }
    return set
  }
  for (const [key, id] of out) mine(key).delete(id)
  for (const [key, id] of into) mine(key).add(id)
  const empty = [...touched].filter(([, set]) => set.size === 0).map(([key]) => key)
  return sets.with(
    [...touched].filter(([, set]) => set.size > 0),
    empty,
  )
}

function* tilePairs(faces: readonly Face[], tile: number): Generator<[string, string]> {
  for (const face of faces) for (const key of tilesOf(faceBox(face), tile)) yield [key, face.id]
}

function* gridPairs(faces: readonly Face[]): Generator<[string, string]> {
  for (const face of faces) for (const grid of Object.values(face.grids)) yield [grid, face.id]
}

/** Carries a change out. Checks nothing. */
export function changed(fabric: Fabric, change: Change): Fabric {
  const before = facesBefore(fabric, change)
  return {
    ...fabric,
    faces: fabric.faces.with(
      change.faces.map((face) => [face.id, face] as const),
      change.without_faces,
    ),
    grids: fabric.grids.with(
      change.grids.map((grid) => [grid.id, grid] as const),
      change.without_grids,
    ),
    cells: moved(fabric.cells, gridPairs(before), gridPairs(change.faces)),
    tiles: moved(fabric.tiles, tilePairs(before, fabric.tile), tilePairs(change.faces, fabric.tile)),
  }
}
