import { lineage } from '#geodata/fabric/fabric.ts'
import { cellsOf, type Fabric, type Grid } from '#geodata/fabric/index.ts'
import { rightOf } from '#geodata/fabric/neighbours.ts'

/**
 * Grids of the level above that a grid could be put under: those whose land borders on its own, and in its community where the present one
 * keeps to that. Of a grid without land, all of them.
 */
export function parentsFor(fabric: Fabric, id: string): Grid[] {
  const { scheme, level, parent } = fabric.grids.get(id)!
  const above = [...fabric.grids.values()].filter(
    (grid) => grid.scheme === scheme && grid.level === level - 1 && !grid.retired && grid.id !== parent,
  )
  const cells = cellsOf(fabric, id)
  if (cells.length === 0) return above
  const around = new Set<string>()
  for (const face of cells)
    for (const other of rightOf(fabric, face).values())
      for (const grid of lineage(fabric, other?.grids[scheme] ?? null)) around.add(grid.id)
  const beside = above.filter((grid) => around.has(grid.id))
  const own = parent === null ? new Set<string | null>() : communitiesOf(fabric, parent)
  return own.size === 1 ? beside.filter((grid) => communitiesOf(fabric, grid.id).has([...own][0]!)) : beside
}

const communitiesOf = (fabric: Fabric, grid: string): Set<string | null> =>
  new Set(cellsOf(fabric, grid).map(({ community }) => community))
