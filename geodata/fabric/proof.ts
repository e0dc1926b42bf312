// The last word on every edit. If no segment of the changed faces conflicts with another, every changed face is sound, and the boundary
// of the changed land is the same as before, then every point of that land belongs to exactly one changed face (their winding
// numbers add up to the boundary's). So what passes is a partition again, whatever the edit did and however it was made.
import { type Change, facesBefore } from './change.ts'
import { faceFault } from './coverage.ts'
import { type Fabric, facesIn, lineage } from './fabric.ts'
import { doubleFaceArea, type Edge, edgesOf, type Face, faceBox, faceWidth } from './face.ts'
import { conflict } from './plane/exact.ts'
import { distanceToSegment } from './plane/measure.ts'
import { type Box, boxesMeet, boxOf, type Position, positionKey } from './plane/position.ts'
import { refuse } from './refusal.ts'

// mm. A vertex added to a border is at most half a diagonal of a square millimetre off it.
const NODED = 1

interface Side {
  edge: Edge
  face: Face
}

function sides(faces: readonly Face[]): Map<string, Side> {
  const all = new Map<string, Side>()
  for (const face of faces) {
    for (const edge of edgesOf(face)) {
      const other = all.get(edge.key)
      if (other) refuse('overlap', { at: edge.from, ids: [other.face.id, face.id] })
      all.set(edge.key, { edge, face })
    }
  }
  return all
}

function unchangedNear(fabric: Fabric, before: readonly Face[], after: readonly Face[]): Face[] {
  const changed = new Set([...before, ...after].map(({ id }) => id))
  const near = new Map<string, Face>()
  for (const face of [...before, ...after])
    for (const other of facesIn(fabric, faceBox(face))) if (!changed.has(other.id)) near.set(other.id, other)
  return [...near.values()]
}

/** A place of one that is farther from all of the other than noding explains. Both ways. */
export function strayed(a: readonly Edge[], b: readonly Edge[]): Position | undefined {
  for (const [these, those] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const { from, to } of these) {
      for (const end of [from, to]) if (!those.some((edge) => distanceToSegment(end, edge.from, edge.to) <= NODED)) return end
    }
  }
  return undefined
}

const missing = (these: Map<string, Side>, those: Map<string, Side>) =>
  [...these.values()].filter(({ edge }) => !those.has(edge.key))

interface Placed extends Side {
  readonly box: Box
  readonly fresh: boolean
}

/** Sides that meet the box, from west to east. */
function placedIn(box: Box, faces: readonly Face[], fresh: ReadonlySet<Edge>): Placed[] {
  const placed: Placed[] = []
  for (const face of faces) {
    if (!boxesMeet(faceBox(face), box)) continue
    for (const edge of edgesOf(face)) {
      const own = boxOf([edge.from, edge.to])
      if (boxesMeet(own, box)) placed.push({ edge, face, box: own, fresh: fresh.has(edge) })
    }
  }
  return placed.sort((a, b) => a.box[0] - b.box[0])
}

/** No new edge may cross another, overlap it or end on it; old ones do not among themselves. */
function checkConflicts(fresh: readonly Side[], after: readonly Face[], near: readonly Face[]): void {
  const box = boxOf(fresh.flatMap(({ edge }) => [edge.from, edge.to]))
  const placed = placedIn(box, [...after, ...near], new Set(fresh.map(({ edge }) => edge)))
  for (let first = 0; first < placed.length; first++) {
    const a = placed[first]!
    for (let second = first + 1; second < placed.length && placed[second]!.box[0] <= a.box[2]; second++) {
      const b = placed[second]!
      if (!(a.fresh || b.fresh) || !boxesMeet(a.box, b.box)) continue
      if (!conflict(a.edge.from, a.edge.to, b.edge.from, b.edge.to)) continue
      refuse('crosses_border', { at: a.edge.from, ids: [...new Set([a.face.id, b.face.id])] })
    }
  }
}

function checkBoundary(before: Map<string, Side>, after: Map<string, Side>, near: Map<string, Side>): void {
  const rim = (all: Map<string, Side>) => new Map([...all].filter(([, { edge }]) => !all.has(edge.twin)))
  const [rimBefore, rimAfter] = [rim(before), rim(after)]
  const [lost, won] = [missing(rimBefore, rimAfter), missing(rimAfter, rimBefore)]
  for (const { edge, face } of lost) {
    const other = near.get(edge.twin)
    if (other) refuse('gap', { at: edge.from, ids: [face.id, other.face.id] })
  }
  const at = strayed(
    lost.map(({ edge }) => edge),
    won.map(({ edge }) => edge),
  )
  if (at) refuse('administrative_border', { at })
}

/** Borders between communities, and the territory's, may gain or lose a vertex on them, not move. */
function checkCommunities(before: Map<string, Side>, after: Map<string, Side>, near: Map<string, Side>): void {
  const fixed = (all: Map<string, Side>) => {
    const edges = new Map<string, Side>()
    for (const [key, side] of all) {
      const twin = all.get(side.edge.twin) ?? near.get(side.edge.twin)
      if (!twin || twin.face.community !== side.face.community) edges.set(key, side)
    }
    return edges
  }
  for (const [key, { edge, face }] of before) {
    const now = after.get(key)
    if (now && now.face.community !== face.community) refuse('administrative_border', { at: edge.from, ids: [face.id] })
  }
  const [fixedBefore, fixedAfter] = [fixed(before), fixed(after)]
  const at = strayed(
    missing(fixedBefore, fixedAfter).map(({ edge }) => edge),
    missing(fixedAfter, fixedBefore).map(({ edge }) => edge),
  )
  if (at) refuse('administrative_border', { at })
}

function isLocked(fabric: Fabric, face: Face): boolean {
  return Object.values(face.grids).some((id) => [...lineage(fabric, id)].some(({ locked }) => locked))
}

export function onlyNoded(before: Face, after: Face): boolean {
  const [a, b] = [edgesOf(before), edgesOf(after)]
  const [ofA, ofB] = [new Set(a.map(({ key }) => key)), new Set(b.map(({ key }) => key))]
  const [lost, won] = [a.filter(({ key }) => !ofB.has(key)), b.filter(({ key }) => !ofA.has(key))]
  return strayed(lost, won) === undefined
}

function sameGrids(a: Face, b: Face): boolean {
  const keys = new Set([...Object.keys(a.grids), ...Object.keys(b.grids)])
  return [...keys].every((key) => a.grids[key] === b.grids[key])
}

function checkLocks(fabric: Fabric, before: readonly Face[], after: readonly Face[]): void {
  const old = new Map(before.map((face) => [face.id, face]))
  const kept = new Set<string>()
  for (const face of after) {
    const was = old.get(face.id)
    if (was && sameGrids(was, face) && onlyNoded(was, face)) kept.add(face.id)
  }
  const touched = [...before, ...after].find((face) => !kept.has(face.id) && isLocked(fabric, face))
  if (touched) refuse('grid_locked', { at: touched.rings[0]![0]!, ids: [touched.id] })
}

/** Refuses cells below the limits, but not those that were there as small before. */
export function checkSizes(fabric: Fabric, after: readonly Face[]): void {
  const { smallest_area, smallest_width } = fabric.limits
  for (const face of after) {
    const was = fabric.faces.get(face.id)
    const [area, width] = [doubleFaceArea(face), faceWidth(face)]
    const small = area < BigInt(2 * smallest_area) && !(was && doubleFaceArea(was) <= area)
    const narrow = width < smallest_width && !(was && faceWidth(was) <= width)
    if (small || narrow) refuse('too_small', { at: face.rings[0]![0]!, ids: [face.id] })
  }
}

/** Refuses a change that would not leave a partition, or that moves what is fixed or locked. */
export function prove(fabric: Fabric, change: Change): void {
  if (change.faces.length === 0 && change.without_faces.length === 0) return
  const before = facesBefore(fabric, change)
  const after = change.faces
  const ids = [...after.map(({ id }) => id), ...change.without_faces]
  if (new Set(ids).size !== ids.length) refuse('id_taken', { ids })
  checkLocks(fabric, before, after)
  const near = unchangedNear(fabric, before, after)
  const [sidesBefore, sidesAfter, sidesNear] = [sides(before), sides(after), sides(near)]
  const touching = touchingPoints(before)
  for (const face of after) {
    const fault = faceFault(face, touching)
    if (fault) refuse(fault.code, fault)
  }
  checkBoundary(sidesBefore, sidesAfter, sidesNear)
  checkCommunities(sidesBefore, sidesAfter, sidesNear)
  const fresh = missing(sidesAfter, sidesBefore)
  if (fresh.length > 0) checkConflicts(fresh, after, near)
}

/** Where a face touched itself before, it may go on doing so. */
function touchingPoints(faces: readonly Face[]): Set<string> {
  const touching = new Set<string>()
  for (const { rings } of faces) {
    if (rings.length === 1) continue
    const seen = new Set<string>()
    for (const key of rings.flat().map(positionKey)) {
      if (seen.has(key)) touching.add(key)
      seen.add(key)
    }
  }
  return touching
}
