import { type Change, changed } from '../change.ts'
import type { Fabric } from '../fabric.ts'
import { checkFaceGrids, checkGrids } from '../fabric_of.ts'
import { checkCommunity, checkUnlocked } from '../grid_checks.ts'
import { isPosition } from '../plane/position.ts'
import { canonicalRings } from '../plane/ring.ts'
import { refuse } from '../refusal.ts'
import type { Restore } from './edit.ts'

// More than any edit leaves behind; an edit made by hand shall not keep a server busy.
const MOST_POSITIONS = 100_000

const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every((entry) => typeof entry === 'string')
const isText = (value: unknown) => value === null || typeof value === 'string'

// The one edit that brings whole cells and grids along; typed as what a stranger may have sent.
type Sent = Record<string, unknown>
const isSent = (value: unknown): value is Sent => typeof value === 'object' && value !== null

function checkFace(face: unknown): void {
  if (!isSent(face) || typeof face.id !== 'string' || !isText(face.community) || !isSent(face.grids)) refuse('unknown_edit')
  if (!isStrings(Object.values(face.grids)) || !Array.isArray(face.rings) || face.rings.length === 0) refuse('unknown_edit')
  for (const ring of face.rings as unknown[]) {
    if (!Array.isArray(ring) || !ring.every(isPosition)) refuse('not_a_position', { ids: [face.id] })
    if (ring.length < 3) refuse('not_a_ring', { ids: [face.id] })
  }
}

function checkGrid(grid: unknown): void {
  if (!isSent(grid) || ![grid.id, grid.scheme, grid.name].every((text) => typeof text === 'string')) refuse('unknown_edit')
  if (!isText(grid.parent) || typeof grid.locked !== 'boolean' || typeof grid.retired !== 'boolean') refuse('unknown_edit')
}

function checkShape({ faces, grids, without_faces, without_grids }: Restore): void {
  if (!Array.isArray(faces) || !Array.isArray(grids) || !isStrings(without_faces) || !isStrings(without_grids))
    refuse('unknown_edit')
  for (const face of faces) checkFace(face)
  if (faces.reduce((sum, { rings }) => sum + rings.flat().length, 0) > MOST_POSITIONS) refuse('too_many_points')
  for (const grid of grids) checkGrid(grid)
  const ids = [...faces, ...grids].map(({ id }) => id)
  const all = [...ids, ...without_faces, ...without_grids]
  if (new Set(all).size !== all.length) refuse('id_taken', { ids })
}

function checkGone(fabric: Fabric, after: Fabric, ids: readonly string[]): void {
  for (const id of ids) {
    const child = [...after.grids.values()].find((grid) => grid.parent === id)
    if (after.cells.has(id) || child) refuse('not_empty', { ids: [id] })
    if (!fabric.grids.has(id)) refuse('unknown_id', { ids: [id] })
  }
}

/** Puts faces and grids back as they were. Undone by a restore of what is there now. */
export function restore(fabric: Fabric, edit: Restore): Change {
  checkShape(edit)
  const { grids, without_faces, without_grids } = edit
  const unknown = without_faces.find((id) => !fabric.faces.has(id))
  if (unknown !== undefined) refuse('unknown_id', { ids: [unknown] })
  const faces = edit.faces.map((face) => ({ ...face, rings: canonicalRings(face.rings[0]!, face.rings.slice(1)) }))
  const change: Change = { faces, without_faces, grids, without_grids }
  checkUnlocked(fabric, [...grids.map(({ id }) => id), ...without_grids])
  const after = changed(fabric, change)
  checkGrids(after, grids)
  checkFaceGrids(after, faces)
  checkGone(fabric, after, without_grids)
  for (const id of new Set(faces.flatMap((face) => Object.values(face.grids)))) checkCommunity(after, id)
  return change
}
