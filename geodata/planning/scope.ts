/** What a plan may change: the grids of one scheme inside one area. Everything else keeps its land; borders may gain vertices. */

import { changed, facesBefore, opposite } from '../fabric/change.ts'
import { childrenOf } from '../fabric/fabric.ts'
import type { Face } from '../fabric/face.ts'
import { type Change, changeOf, type Edit, type Fabric, type Refusal } from '../fabric/index.ts'
import { boundaryEdges } from '../fabric/outline.ts'
import { onlyNoded, strayed } from '../fabric/proof.ts'
import { codeOf, isInside, isNew, NEW_GRID, type Scope } from './land.ts'

export type ScopeRefusal =
  /** The land or the grid is not in the plan's area or scheme. */
  | { readonly code: 'outside_plan'; readonly ids: readonly string[]; readonly at?: Refusal['at'] }
  /** A border of another scheme would move with it. */
  | { readonly code: 'other_scheme'; readonly ids: readonly string[]; readonly at?: Refusal['at'] }

export type EditRefusal = Refusal | ScopeRefusal

export type Applied = { fabric: Fabric; change: Change; reverse: Edit } | { refused: EditRefusal }

/** The fabric after an edit of a plan, what changed, and the edit that leads back; or why it was refused. Never throws on bad drawing. */
export function applyInScope(fabric: Fabric, scope: Scope, edit: Edit): Applied {
  const result = changeOf(fabric, edit)
  if ('refused' in result) return result
  const { change } = result
  const refused = outside(fabric, scope, change) ?? otherScheme(fabric, scope, change)
  if (refused) return { refused }
  return { fabric: changed(fabric, change), change, reverse: { kind: 'restore', ...opposite(fabric, change) } }
}

function outside(fabric: Fabric, scope: Scope, change: Change): ScopeRefusal | undefined {
  const foreign = change.grids.find((grid) => grid.scheme !== scope.scheme || !isGridInside(fabric, scope, grid.id))
  if (foreign) return { code: 'outside_plan', ids: [foreign.id] }
  const before = new Map(facesBefore(fabric, change).map((face) => [face.id, face]))
  const gone = change.without_faces.find((id) => !isInside(scope, before.get(id)!.community))
  if (gone !== undefined) return { code: 'outside_plan', ids: [gone] }
  for (const face of change.faces) {
    if (isInside(scope, face.community)) continue
    const was = before.get(face.id)
    const grid = face.grids[scope.scheme]
    if (!was || was.grids[scope.scheme] !== grid || !onlyNoded(was, face))
      return { code: 'outside_plan', ids: [face.id], at: face.rings[0]![0]! }
  }
  // A grid that reaches beyond the area is somebody else's too.
  const touched = new Set<string>()
  for (const face of change.faces) {
    const was = before.get(face.id)
    if (was && was.grids[scope.scheme] === face.grids[scope.scheme] && onlyNoded(was, face)) continue
    for (const each of [was, face]) if (each?.grids[scope.scheme] !== undefined) touched.add(each.grids[scope.scheme]!)
  }
  const straddling = [...touched].find((id) => !isGridInside(fabric, scope, id))
  return straddling === undefined ? undefined : { code: 'outside_plan', ids: [straddling] }
}

function isGridInside(fabric: Fabric, scope: Scope, id: string): boolean {
  if (!fabric.grids.has(id)) return NEW_GRID.test(id) && id.startsWith(`${scope.scheme}/`)
  const cells = [...(fabric.cells.get(id) ?? [])]
  if (cells.length > 0) return cells.every((cell) => isInside(scope, fabric.faces.get(cell)!.community))
  const children = childrenOf(fabric, id)
  if (children.length > 0) return children.every((child) => isGridInside(fabric, scope, child.id))
  return isNew(id) || codeOf(id).startsWith(scope.territory_code)
}

/** The land of each grid of another scheme must stay what it was. */
function otherScheme(fabric: Fabric, scope: Scope, change: Change): ScopeRefusal | undefined {
  const before = facesBefore(fabric, change)
  const ids = new Set<string>()
  for (const face of [...before, ...change.faces])
    for (const [scheme, id] of Object.entries(face.grids)) if (scheme !== scope.scheme) ids.add(id)
  if (ids.size === 0) return undefined
  for (const id of ids) {
    const holds = (face: Face) => Object.values(face.grids).includes(id)
    const [was, now] = [boundaryEdges(before.filter(holds)), boundaryEdges(change.faces.filter(holds))]
    const [ofWas, ofNow] = [new Set(was.map(({ key }) => key)), new Set(now.map(({ key }) => key))]
    const lost = was.filter(({ key }) => !ofNow.has(key))
    const won = now.filter(({ key }) => !ofWas.has(key))
    const at = (lost.length === 0) === (won.length === 0) ? strayed(lost, won) : (lost[0] ?? won[0])!.from
    if (at) return { code: 'other_scheme', ids: [id], at }
  }
  return undefined
}
