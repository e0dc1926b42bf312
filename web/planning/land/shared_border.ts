import { edgesOf } from '#geodata/fabric/face.ts'
import { cellsOf, type Fabric } from '#geodata/fabric/index.ts'
import { rightOf } from '#geodata/fabric/neighbours.ts'
import type { BorderEdge, Pair } from './borders.ts'

/** The pieces of border between two grids of cells that an edit may move. */
export function sharedBorder(fabric: Fabric, [one, other]: Pair): BorderEdge[] {
  const twins = new Map<string, string | null>()
  for (const face of cellsOf(fabric, other)) for (const { twin } of edgesOf(face)) twins.set(twin, face.community)
  return cellsOf(fabric, one).flatMap((face) =>
    edgesOf(face).flatMap(({ from, to, key }) => {
      const community = twins.get(key)
      return community === undefined || community !== face.community
        ? []
        : [{ a: from, b: to, grids: [one, other] as const, fixed: false }]
    }),
  )
}

/** As long as the pointer moves, the land is the same. */
const known = new WeakMap<Fabric, Map<string, readonly BorderEdge[]>>()

/** All of a grid's border that an edit may move: with grids of its scheme in its community. */
export function openBorders(fabric: Fabric, grid: string): readonly BorderEdge[] {
  const ofFabric = known.get(fabric) ?? new Map<string, readonly BorderEdge[]>()
  known.set(fabric, ofFabric)
  const borders = ofFabric.get(grid) ?? openBordersOf(fabric, grid)
  ofFabric.set(grid, borders)
  return borders
}

function openBordersOf(fabric: Fabric, grid: string): BorderEdge[] {
  const { scheme } = fabric.grids.get(grid)!
  return cellsOf(fabric, grid).flatMap((face) => {
    const right = rightOf(fabric, face)
    return edgesOf(face).flatMap(({ from, to, key }) => {
      const beyond = right.get(key)
      const other = beyond?.grids[scheme]
      return other === undefined || other === grid || beyond?.community !== face.community
        ? []
        : [{ a: from, b: to, grids: [grid, other] as const, fixed: false }]
    })
  })
}
