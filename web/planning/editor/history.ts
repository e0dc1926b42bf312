import type { Edit, Fabric } from '#geodata/fabric/index.ts'
import { applyStep, type Scope } from '#geodata/planning/index.ts'
import type { Step } from '../api/types.ts'
import type { Sending } from './outbox.ts'

/** A step that was taken, and the land after it. */
export interface Moment {
  readonly edits: readonly Edit[]
  readonly fabric: Fabric
}

export interface History {
  readonly fabric: Fabric
  readonly done: readonly Moment[]
  readonly undone: readonly Moment[]
  /** Steps that no longer hold on the land as it is. */
  readonly conflicts: readonly Step[]
}

/** The steps of a plan carried out anew. What conflicts is left out, as the server does. */
export function replayed(base: Fabric, scope: Scope, steps: readonly Step[]): History {
  const conflicts: Step[] = []
  const done: Moment[] = []
  let fabric = base
  for (const step of steps) {
    if (step.state !== 'done') continue
    const result = step.conflict ? null : applyStep(fabric, scope, step.edits)
    if (result && !('refused' in result)) {
      fabric = result.fabric
      done.push({ edits: step.edits, fabric })
    } else conflicts.push(step.conflict || !result ? step : { ...step, conflict: result.refused })
  }
  const undone: Moment[] = []
  let ahead = fabric
  for (const { state, edits } of steps) {
    if (state !== 'undone') continue
    const result = applyStep(ahead, scope, edits)
    if ('refused' in result) break
    ahead = result.fabric
    undone.unshift({ edits, fabric: ahead })
  }
  return { fabric, done, undone, conflicts }
}

/** Takes the steps that wait to be sent after those that the server has. */
export function withWaiting(history: History, base: Fabric, scope: Scope, waiting: readonly Sending[]): History {
  let { fabric } = history
  const done = [...history.done]
  let undone = [...history.undone]
  for (const sending of waiting) {
    if (sending.kind === 'undo') {
      const last = done.pop()
      if (!last) continue
      undone.push(last)
      fabric = done.at(-1)?.fabric ?? base
    } else if (sending.kind === 'redo') {
      const next = undone.pop()
      if (!next) continue
      done.push(next)
      fabric = next.fabric
    } else {
      const result = applyStep(fabric, scope, sending.edits)
      if ('refused' in result) continue
      fabric = result.fabric
      done.push({ edits: sending.edits, fabric })
      undone = []
    }
  }
  return { ...history, fabric, done, undone }
}
