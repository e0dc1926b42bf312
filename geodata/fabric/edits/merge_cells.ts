import { type Change, NOTHING } from '../change.ts'
import { type Fabric, faceOf } from '../fabric.ts'
import { dissolve } from '../outline.ts'
import { refuse } from '../refusal.ts'
import type { MergeCells } from './edit.ts'

/** Makes one cell of neighbouring ones that agree in everything. Undone by putting them back. */
export function mergeCells(fabric: Fabric, { cells }: MergeCells): Change {
  if (!Array.isArray(cells)) refuse('unknown_edit')
  if (new Set(cells).size !== cells.length) refuse('id_taken', { ids: cells })
  if (cells.length < 2) refuse('changes_nothing', { ids: cells })
  const [first, ...others] = cells.map((id) => faceOf(fabric, id))
  for (const other of others) {
    if (other.community !== first!.community) refuse('administrative_border', { ids: [first!.id, other.id] })
    const schemes = new Set([...Object.keys(first!.grids), ...Object.keys(other.grids)])
    if ([...schemes].some((scheme) => first!.grids[scheme] !== other.grids[scheme]))
      refuse('different_grids', { ids: [first!.id, other.id] })
  }
  const parts = dissolve([first!, ...others])
  if (parts.length > 1) refuse('multipart', { at: parts[1]![0]![0]!, ids: cells })
  return { ...NOTHING, faces: [{ ...first!, rings: parts[0]! }], without_faces: others.map(({ id }) => id) }
}
