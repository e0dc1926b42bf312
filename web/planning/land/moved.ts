import type { Fabric, Face } from '#geodata/fabric/index.ts'

/** A piece's id is that of the cell it was cut from, a point and a number. */
const rootOf = (id: string): string => id.replace(/\.\d+$/, '')

/** Of these cells those that are in another grid than the land they consist of has been. */
export function movedCells(before: Fabric, after: Fabric, scheme: string, ids: Iterable<string>): Face[] {
  const moved: Face[] = []
  for (const id of ids) {
    const now = after.faces.get(id)
    if (!now) continue
    const was = before.faces.get(id) ?? before.faces.get(rootOf(id))
    if (was && was !== now && was.grids[scheme] !== now.grids[scheme]) moved.push(now)
  }
  return moved
}
