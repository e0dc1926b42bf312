/** A plan's steps, one after another, on the land as it is now. */

import { type Change, facesBefore } from '../fabric/change.ts'
import { cellsOf, lineage } from '../fabric/fabric.ts'
import type { Edit, Fabric, Refusal, Ring } from '../fabric/index.ts'
import { dissolve } from '../fabric/outline.ts'
import type { Scope } from './land.ts'
import { areaOf } from './measures.ts'
import type { Before, PlanStep } from './plan.ts'
import { applyInScope, type EditRefusal } from './scope.ts'

/** Why a step no longer holds. */
export type Conflict =
  | EditRefusal
  | { readonly code: 'changed_meanwhile'; readonly ids: readonly string[]; readonly at?: Refusal['at'] }

/** What became of a step that is not undone. */
export interface Outcome {
  readonly number: number
  /** After it; where it no longer holds, as before it. */
  readonly fabric: Fabric
  readonly conflict?: Conflict
}

export interface Replayed {
  readonly fabric: Fabric
  readonly outcomes: readonly Outcome[]
}

/** m². A vertex that a neighbour set on a border moves it by less than a millimetre; what is more was drawn. */
const SAME_AREA = 1

/** All edits of one step, or none. `index`: which of them was refused. */
export function applyStep(
  fabric: Fabric,
  scope: Scope,
  edits: readonly Edit[],
): { fabric: Fabric; before: Before; changes: readonly Change[] } | { refused: EditRefusal; index: number } {
  let now = fabric
  const changes: Change[] = []
  const [cells, grids]: [Record<string, Before['cells'][string]>, Record<string, Before['grids'][string]>] = [{}, {}]
  for (const [index, edit] of edits.entries()) {
    const result = applyInScope(now, scope, edit)
    if ('refused' in result) return { refused: result.refused, index }
    const { change } = result
    for (const id of [...change.without_faces, ...change.faces.map((face) => face.id)])
      cells[id] ??= cellBefore(fabric, scope, id)
    for (const id of [...change.without_grids, ...change.grids.map((grid) => grid.id)]) grids[id] ??= gridBefore(fabric, id)
    changes.push(change)
    now = result.fabric
  }
  return { fabric: now, before: { cells, grids }, changes }
}

function cellBefore(fabric: Fabric, { scheme }: Scope, id: string): Before['cells'][string] {
  const face = fabric.faces.get(id)
  return face ? { grid: face.grids[scheme] ?? null, area: areaOf(face) } : null
}

function gridBefore(fabric: Fabric, id: string): Before['grids'][string] {
  const grid = fabric.grids.get(id)
  return grid ? [grid.name, grid.parent, grid.locked, grid.retired] : null
}

/** What is no longer as the planner saw it. */
function changedMeanwhile(fabric: Fabric, scope: Scope, { cells, grids }: Before): string[] {
  const changed: string[] = []
  for (const [id, was] of Object.entries(cells)) {
    const now = cellBefore(fabric, scope, id)
    const same = was && now ? was.grid === now.grid && Math.abs(was.area - now.area) <= SAME_AREA : was === now
    if (!same) changed.push(id)
  }
  for (const [id, was] of Object.entries(grids))
    if (JSON.stringify(was) !== JSON.stringify(gridBefore(fabric, id))) changed.push(id)
  return changed
}

/**
 * Carries out what still holds. A step is left out when what it changes has been changed by others, or can't be done any more.
 * @param known outcomes of an earlier replay on the same land; those of the same steps at the beginning are taken over
 */
export function replay(fabric: Fabric, scope: Scope, steps: readonly PlanStep[], known: readonly Outcome[] = []): Replayed {
  const outcomes: Outcome[] = []
  let now = fabric
  let fresh = false
  for (const step of steps.filter(({ state }) => state === 'done')) {
    const earlier = known[outcomes.length]
    fresh ||= earlier?.number !== step.number
    const outcome = fresh ? outcomeOf(now, scope, step) : earlier!
    outcomes.push(outcome)
    now = outcome.fabric
  }
  return { fabric: now, outcomes }
}

function outcomeOf(now: Fabric, scope: Scope, { number, edits, before }: PlanStep): Outcome {
  const ids = changedMeanwhile(now, scope, before)
  if (ids.length > 0) return { number, fabric: now, conflict: { code: 'changed_meanwhile', ids } }
  const result = applyStep(now, scope, edits)
  return 'refused' in result ? { number, fabric: now, conflict: result.refused } : { number, fabric: result.fabric }
}

export interface Shape {
  readonly grid: string
  readonly name: string
  readonly polygons: readonly (readonly Ring[])[]
}

/** The outlines that the changed lowest grids of a scheme have in `after`. */
export function shapesOf(before: Fabric, after: Fabric, { scheme }: Scope, changes: readonly Change[]): Shape[] {
  const ids = new Set<string>()
  for (const change of changes)
    for (const face of [...facesBefore(before, change), ...change.faces]) {
      const id = face.grids[scheme]
      if (id !== undefined) ids.add(id)
    }
  return [...ids].flatMap((id) => {
    const [grid] = lineage(after, id)
    const cells = cellsOf(after, id)
    return grid && cells.length > 0 ? [{ grid: id, name: grid.name, polygons: dissolve(cells) }] : []
  })
}
