/** What would mend a finding: edits that a planner looks at before he takes them. */
import { cellsOf, type Fabric } from '../fabric/fabric.ts'
import { edgesOf, type Face } from '../fabric/face.ts'
import type { Edit } from '../fabric/index.ts'
import { neighboursOf } from '../fabric/neighbours.ts'
import { distance } from '../fabric/plane/measure.ts'

/** Grids beside some cells, in their community, the longest shared border first. */
export function gridsBeside(fabric: Fabric, scheme: string, cells: readonly Face[]): string[] {
  const shared = new Map<string, number>()
  const own = new Set(cells.map(({ id }) => id))
  for (const face of cells) {
    for (const id of neighboursOf(fabric, face.id)) {
      const other = fabric.faces.get(id)!
      const grid = other.grids[scheme]
      if (own.has(id) || grid === undefined || other.community !== face.community) continue
      const twins = new Set(edgesOf(other).map(({ twin }) => twin))
      const length = edgesOf(face).reduce((sum, { key, from, to }) => sum + (twins.has(key) ? distance(from, to) : 0), 0)
      shared.set(grid, (shared.get(grid) ?? 0) + length)
    }
  }
  return [...shared].sort(([a, long], [b, longer]) => longer - long || (a < b ? -1 : 1)).map(([grid]) => grid)
}

/** Cells that belong nowhere, or lie apart from the rest of their grid, go to the neighbour they share most border with. */
export function giveAway(fabric: Fabric, scheme: string, cells: readonly Face[], from: string | null): Edit[] | undefined {
  const grid = gridsBeside(fabric, scheme, cells).find((id) => id !== from)
  return grid === undefined ? undefined : [{ kind: 'assign_cells', cells: cells.map(({ id }) => id), grid }]
}

/**
 * A grid that is too small or too narrow becomes part of a neighbour under the same parent.
 * @param weight what must not become too much of, and how much of it is allowed; the neighbour that is least filled then comes first
 */
export function mergeAway(
  fabric: Fabric,
  scheme: string,
  grid: string,
  weight?: { of: (grid: string) => number; most: number | null },
): Edit[] | undefined {
  const { parent } = fabric.grids.get(grid)!
  const beside = gridsBeside(fabric, scheme, cellsOf(fabric, grid)).filter(
    (id) => id !== grid && fabric.grids.get(id)!.parent === parent && !fabric.grids.get(id)!.locked,
  )
  const fits = weight ? beside.filter((id) => weight.most === null || weight.of(id) + weight.of(grid) <= weight.most) : beside
  const into = weight ? fits.toSorted((a, b) => weight.of(a) - weight.of(b) || (a < b ? -1 : 1))[0] : fits[0]
  return into === undefined ? undefined : [{ kind: 'merge_grids', into, grids: [grid] }]
}
