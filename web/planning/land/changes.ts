import { type Fabric, lineage } from '#geodata/fabric/fabric.ts'

export interface Changes {
  /** Cells that are new or other than before. */
  readonly cells: readonly string[]
  readonly goneCells: readonly string[]
  /** Grids of the scheme, of every level, that have other land, another name or state, or are new. */
  readonly grids: ReadonlySet<string>
}

/** What differs between two fabrics, by identity: what an edit leaves alone stays the same object. */
export function changesBetween(before: Fabric, after: Fabric, scheme: string): Changes {
  const cells: string[] = []
  const goneCells: string[] = []
  const grids = new Set<string>()
  const touch = (fabric: Fabric, id: string | undefined) => {
    for (const grid of lineage(fabric, id ?? null)) grids.add(grid.id)
  }
  for (const face of after.faces.values()) {
    const was = before.faces.get(face.id)
    if (was === face) continue
    cells.push(face.id)
    touch(before, was?.grids[scheme])
    touch(after, face.grids[scheme])
  }
  for (const face of before.faces.values()) {
    if (after.faces.has(face.id)) continue
    goneCells.push(face.id)
    touch(before, face.grids[scheme])
  }
  for (const grid of after.grids.values()) {
    if (grid.scheme !== scheme || before.grids.get(grid.id) === grid) continue
    grids.add(grid.id)
    touch(before, before.grids.get(grid.id)?.parent ?? undefined)
    touch(after, grid.parent ?? undefined)
  }
  for (const grid of before.grids.values()) if (grid.scheme === scheme && !after.grids.has(grid.id)) grids.add(grid.id)
  return { cells, goneCells, grids }
}
