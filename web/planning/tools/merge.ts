// M: two grids on whose border one clicks become one.
import type { Position } from '#geodata/fabric/index.ts'
import { distanceToSegment } from '#geodata/fabric/plane/measure.ts'
import { edgesNear, isGridBorder } from '../land/borders.ts'
import { type Proposal, propose, type Scene } from './tool.ts'

export function proposeMerge(scene: Scene, pointer: Position, reach: number): Proposal | null {
  const { fabric, scope, current } = scene
  const edges = edgesNear(fabric, scope.scheme, pointer, reach).filter(
    (edge) => isGridBorder(edge) && edge.grids[0] !== null && edge.grids[1] !== null,
  )
  const off = ({ a, b }: { a: Position; b: Position }) => distanceToSegment(pointer, a, b)
  const nearest = edges.sort((one, other) => off(one) - off(other))[0]
  if (!nearest) return null
  const [one, other] = nearest.grids as readonly [string, string]
  const size = (id: string) => fabric.cells.get(id)?.size ?? 0
  // The grid that is worked on stays, else the larger.
  const into = [one, other].find((id) => id === current) ?? (size(one) >= size(other) ? one : other)
  const gone = into === one ? other : one
  return propose(scene, [{ kind: 'merge_grids', into, grids: [gone] }], { grids: [into, gone] })
}
