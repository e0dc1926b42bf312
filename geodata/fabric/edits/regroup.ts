import type { Change } from '../change.ts'
import { type Fabric, faceOf, type Grid, gridOf, schemeOf } from '../fabric.ts'
import type { Face } from '../face.ts'
import { checkUnlocked } from '../grid_checks.ts'
import { refuse } from '../refusal.ts'
import type { Regroup } from './edit.ts'
import { newGrid } from './grid_attributes.ts'
import { checkedChange, inGrid } from './reassign.ts'

/** Divides cells anew among grids, some of them new and some given up, all at once: what lies between need not hold. */
export function regroup(fabric: Fabric, { groups, new_grids, retired }: Regroup): Change {
  if (!Array.isArray(groups) || !Array.isArray(new_grids) || !Array.isArray(retired)) refuse('unknown_edit')
  if (groups.length === 0) refuse('changes_nothing')
  const added = new_grids.map((grid) => newGrid(fabric, grid))
  const ids = new Set(added.map(({ id }) => id))
  if (ids.size !== added.length) refuse('id_taken', { ids: [...ids] })
  const known = (id: string): Grid => added.find((grid) => grid.id === id) ?? gridOf(fabric, id)
  const faces: Face[] = []
  const touched = new Set<string>(retired)
  const taken = new Set<string>()
  for (const { grid: id, cells } of groups) {
    const grid = known(id)
    if (!Array.isArray(cells)) refuse('unknown_edit')
    if (grid.level !== schemeOf(fabric, grid.scheme).levels - 1) refuse('wrong_level', { ids: [id] })
    touched.add(id)
    for (const cell of cells) {
      const face = faceOf(fabric, cell)
      if (taken.has(cell)) refuse('id_taken', { ids: [cell] })
      taken.add(cell)
      const old = face.grids[grid.scheme]
      if (old === id) continue
      if (old !== undefined) touched.add(old)
      faces.push(inGrid(face, grid.scheme, id))
    }
  }
  checkUnlocked(
    fabric,
    [...touched].filter((id) => !ids.has(id)),
  )
  const gone = retired.map((id) => ({ ...gridOf(fabric, id), retired: true }))
  const change = checkedChange(fabric, { faces, grids: [...added, ...gone] }, [...touched])
  const moved = new Set(faces.map(({ id }) => id))
  const left = retired.find((id) => [...(fabric.cells.get(id) ?? [])].some((cell) => !moved.has(cell)))
  if (left !== undefined) refuse('not_empty', { ids: [left] })
  if (faces.length === 0) refuse('changes_nothing')
  return change
}
