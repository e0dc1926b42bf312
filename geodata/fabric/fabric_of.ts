import type { CellPolygon } from './canonical.ts'
import { changed } from './change.ts'
import { findFault } from './coverage.ts'
import { type Fabric, type Grid, LIMITS, type Limits, type Scheme } from './fabric.ts'
import type { Face } from './face.ts'
import { node } from './noding.ts'
import { PersistentMap } from './persistent_map.ts'
import { doubleArea } from './plane/measure.ts'
import { boxOf, isPosition, type Ring, same } from './plane/position.ts'
import { canonicalRings } from './plane/ring.ts'
import { orRefusal, type Refusal, refuse } from './refusal.ts'

export interface Coverage {
  readonly cells: readonly CellPolygon[]
  readonly grids?: readonly Grid[]
  readonly schemes?: readonly Scheme[]
  readonly limits?: Partial<Limits>
  /** Whether land that cells enclose and none of them covers is meant so (a true enclave). Default false: a gap. */
  readonly enclaves?: boolean
}

function openRing(ring: Ring, id: string): Ring {
  const wrong = ring.find((position) => !isPosition(position))
  if (wrong !== undefined) refuse('not_a_position', { ids: [id] })
  const open = ring.length > 1 && same(ring[0]!, ring.at(-1)!) ? ring.slice(0, -1) : ring
  const twice = open.find((position, index) => same(position, open[(index + 1) % open.length]!))
  if (open.length < 3) refuse('not_a_ring', { ids: [id] })
  if (twice) refuse('same_points', { at: twice, ids: [id] })
  if (doubleArea(open) === 0n) refuse('not_a_ring', { at: open[0]!, ids: [id] })
  return open
}

function faceFrom(cell: CellPolygon): Face {
  if (cell.rings.length === 0) refuse('not_a_ring', { ids: [cell.id] })
  const [outer, ...holes] = cell.rings.map((ring) => openRing(ring, cell.id))
  return { id: cell.id, rings: canonicalRings(outer!, holes), community: cell.community ?? null, grids: cell.grids ?? {} }
}

/** Squares about as large as two cells, so that a face lies in few of them and few faces lie in one. */
function tileFor(faces: readonly Face[]): number {
  const extents = faces.map((face) => boxOf(face.rings[0]!)).map(([w, s, e, n]) => Math.max(e - w, n - s))
  const middle = extents.sort((a, b) => a - b)[extents.length >> 1] ?? 1
  return Math.max(1, Math.ceil(middle * 1.5))
}

export function checkGrids(fabric: Pick<Fabric, 'schemes' | 'grids'>, grids: Iterable<Grid>): void {
  for (const { id, scheme, level, parent } of grids) {
    const known = fabric.schemes.get(scheme) ?? refuse('unknown_id', { ids: [scheme] })
    if (!Number.isInteger(level) || level < 0 || level >= known.levels) refuse('wrong_level', { ids: [id] })
    if (parent === null) continue
    const above = fabric.grids.get(parent) ?? refuse('unknown_id', { ids: [parent] })
    if (above.scheme !== scheme || above.level !== level - 1) refuse('wrong_level', { ids: [id, parent] })
  }
}

/** That the faces' grids exist and are of the level for cells. */
export function checkFaceGrids(fabric: Pick<Fabric, 'schemes' | 'grids'>, faces: readonly Face[]): void {
  for (const face of faces) {
    for (const [scheme, id] of Object.entries(face.grids)) {
      const grid = fabric.grids.get(id)
      if (!grid || grid.retired) refuse('unknown_id', { ids: [id] })
      if (grid.scheme !== scheme || grid.level !== fabric.schemes.get(scheme)!.levels - 1)
        refuse('wrong_level', { ids: [face.id, id] })
    }
  }
}

function build(coverage: Coverage): Fabric {
  const taken = new Set<string>()
  for (const { id } of [...coverage.cells, ...(coverage.grids ?? [])]) {
    if (taken.has(id)) refuse('id_taken', { ids: [id] })
    taken.add(id)
  }
  const faces = node(coverage.cells.map(faceFrom))
  const fault = findFault(faces, coverage.enclaves ?? false)
  if (fault) refuse(fault.code, fault)
  const empty: Fabric = {
    faces: PersistentMap.of<Face>(),
    grids: PersistentMap.of((coverage.grids ?? []).map((grid) => [grid.id, grid] as const)),
    schemes: new Map((coverage.schemes ?? []).map((scheme) => [scheme.id, scheme])),
    limits: { ...LIMITS, ...coverage.limits },
    cells: PersistentMap.of<ReadonlySet<string>>(),
    tiles: PersistentMap.of<ReadonlySet<string>>(),
    tile: tileFor(faces),
  }
  checkGrids(empty, empty.grids.values())
  checkFaceGrids(empty, faces)
  return changed(empty, { faces, without_faces: [], grids: [], without_grids: [] })
}

/**
 * The fabric of a coverage. A vertex that lies exactly on a neighbour's segment is added to the neighbour, rings are brought into
 * canonical order; nothing else is repaired: what overlaps, crosses or leaves a gap is refused with the place.
 */
export function fabricOf(coverage: Coverage): { fabric: Fabric } | { refused: Refusal } {
  return orRefusal(() => ({ fabric: build(coverage) }))
}
