// What must hold for the grids that an edit touches, compared with how they were: a grid imported in two parts may stay so, not get more.
import { cellsOf, type Fabric, lineage } from './fabric.ts'
import { partsOf } from './neighbours.ts'
import { refuse } from './refusal.ts'

function checkOnePart(before: Fabric, after: Fabric, id: string): void {
  const now = partsOf(cellsOf(after, id))
  if (now.length < 2) return
  if (now.length <= partsOf(cellsOf(before, id)).length) return
  const smallest = now.reduce((least, part) => (part.length < least.length ? part : least))
  refuse('multipart', { at: smallest[0]!.rings[0]![0]!, ids: [id] })
}

export function checkCommunity(after: Fabric, id: string): void {
  const grid = after.grids.get(id)
  if (!grid || !after.schemes.get(grid.scheme)!.within_community) return
  const [first, ...others] = [...(after.cells.get(id) ?? [])].map((cell) => after.faces.get(cell)!)
  const foreign = others.find(({ community }) => community !== first!.community)
  if (foreign) refuse('administrative_border', { at: foreign.rings[0]![0]!, ids: [id, foreign.id] })
}

/** Grids of cells that won or lost land: one part each, none without land, in one community where the scheme says so. */
export function checkGridsOfCells(before: Fabric, after: Fabric, ids: readonly string[]): void {
  const parents = new Set(ids.map((id) => after.grids.get(id)?.parent ?? null))
  for (const id of ids) {
    const gone = after.grids.get(id)?.retired ?? true
    if (!gone && (before.cells.get(id)?.size ?? 0) > 0 && !after.cells.has(id)) refuse('consumed', { ids: [id] })
    checkCommunity(after, id)
    checkOnePart(before, after, id)
  }
  if (parents.size < 2) return
  const above = new Set<string>()
  for (const parent of parents) for (const grid of lineage(after, parent)) above.add(grid.id)
  for (const id of above) checkOnePart(before, after, id)
}

export function checkParts(before: Fabric, after: Fabric, ids: Iterable<string>): void {
  for (const id of ids) checkOnePart(before, after, id)
}

/** Refuses what is locked, itself or from above. */
export function checkUnlocked(fabric: Fabric, ids: readonly (string | null)[]): void {
  for (const id of ids) for (const grid of lineage(fabric, id)) if (grid.locked) refuse('grid_locked', { ids: [grid.id] })
}
