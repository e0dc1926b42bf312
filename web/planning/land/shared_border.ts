import { edgesOf } from '#geodata/fabric/face.ts'
import { cellsOf, type Fabric } from '#geodata/fabric/index.ts'
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
