// V: the vertices that borders of grids consist of, to be dragged, put in between, and taken out.

import { facesAt, facesBeside } from '#geodata/fabric/edits/vertex.ts'
import { edgesOf } from '#geodata/fabric/face.ts'
import { type Box, type Fabric, facesIn, type Position } from '#geodata/fabric/index.ts'
import { distance } from '#geodata/fabric/plane/measure.ts'
import { boxesMeet, boxOf, positionKey, segmentKey } from '#geodata/fabric/plane/position.ts'
import { type Proposal, propose, type Scene } from './tool.ts'

export type Handle =
  | { readonly kind: 'vertex'; readonly at: Position }
  | { readonly kind: 'midpoint'; readonly at: Position; readonly between: readonly [Position, Position] }

/** More than this on a screen are no help. */
export const MOST_HANDLES = 1_500

/** mm; between vertices closer than this there is no room for a handle. */
const SHORT = 4_000

/** Handles on borders of grids that may move: of the current grid alone, where there is one of the lowest level. */
export function handlesIn({ fabric, scope, current }: Scene, view: Box): Handle[] | null {
  const own = current !== null && fabric.cells.has(current) ? current : null
  const edges = new Map<string, { a: Position; b: Position; grids: Set<string | undefined>; communities: Set<string | null> }>()
  for (const face of facesIn(fabric, view)) {
    for (const { from, to } of edgesOf(face)) {
      if (!boxesMeet(view, boxOf([from, to]))) continue
      const key = segmentKey(from, to)
      const edge = edges.get(key) ?? { a: from, b: to, grids: new Set(), communities: new Set() }
      edge.grids.add(face.grids[scope.scheme])
      edge.communities.add(face.community)
      edges.set(key, edge)
    }
  }
  const handles = new Map<string, Handle>()
  for (const { a, b, grids, communities } of edges.values()) {
    if (grids.size < 2 || communities.size > 1 || (own && !grids.has(own))) continue
    for (const at of [a, b]) handles.set(positionKey(at), { kind: 'vertex', at })
    if (distance(a, b) < SHORT) continue
    const at: Position = [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)]
    handles.set(`${positionKey(at)}m`, { kind: 'midpoint', at, between: [a, b] })
    if (handles.size > MOST_HANDLES) return null
  }
  return [...handles.values()]
}

/** The handle within reach; a vertex goes before the middle of an edge. */
export function handleAt(handles: readonly Handle[], place: Position, reach: number): Handle | undefined {
  const near = handles.filter(({ at }) => distance(at, place) <= reach)
  const rank = (handle: Handle) => distance(handle.at, place) + (handle.kind === 'vertex' ? 0 : reach)
  return near.sort((one, other) => rank(one) - rank(other))[0]
}

const gridsAround = ({ fabric, scope }: Scene, handle: Handle): string[] => {
  const faces = handle.kind === 'vertex' ? facesAt(fabric, handle.at) : facesBeside(fabric, ...handle.between)
  return [...new Set(faces.flatMap((face) => face.grids[scope.scheme] ?? []))]
}

export function proposeDrag(scene: Scene, handle: Handle, to: Position): Proposal {
  const edit =
    handle.kind === 'vertex'
      ? ({ kind: 'move_vertex', from: handle.at, to } as const)
      : ({ kind: 'insert_vertex', between: handle.between, at: to } as const)
  return propose(scene, [edit], { grids: gridsAround(scene, handle) })
}

export function proposeDelete(scene: Scene, { at }: Handle): Proposal {
  return propose(scene, [{ kind: 'delete_vertex', at }], { grids: gridsAround(scene, { kind: 'vertex', at }) })
}

export const hasVertex = (fabric: Fabric, at: Position): boolean => facesAt(fabric, at).length > 0
