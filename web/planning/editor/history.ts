import type { Edit, Fabric } from '#geodata/fabric/index.ts'
import { applyStep, type Scope } from '#geodata/planning/index.ts'
import type { Step } from '../api/types.ts'
import type { Sending } from './outbox.ts'

/** A step that was taken, and the land after it. */
export interface Moment {
  readonly edits: readonly Edit[]
  readonly fabric: Fabric
  /** The step as the server has it, where it no longer holds on the land as it is: the land is the one before. */
  readonly conflict?: Step
}

export interface History {
  readonly fabric: Fabric
  readonly done: readonly Moment[]
  /** What was undone, the next to be redone last. */
  readonly undone: readonly Moment[]
  /** Of those that are done, the ones that no longer hold. */
  readonly conflicts: readonly Step[]
}

export const conflictsIn = (done: readonly Moment[]): Step[] => done.flatMap(({ conflict }) => conflict ?? [])

/** The steps of a plan carried out anew. What conflicts is left out, as the server does. */
export function replayed(base: Fabric, scope: Scope, steps: readonly Step[]): History {
  const done: Moment[] = []
  for (const step of steps) if (step.state === 'done') done.push(momentOf(done.at(-1)?.fabric ?? base, scope, step))
  const fabric = done.at(-1)?.fabric ?? base
  const undone: Moment[] = []
  for (const step of steps) if (step.state === 'undone') undone.unshift(momentOf(undone[0]?.fabric ?? fabric, scope, step))
  return { fabric, done, undone, conflicts: conflictsIn(done) }
}

function momentOf(before: Fabric, scope: Scope, step: Step): Moment {
  const { edits } = step
  if (step.conflict) return { edits, fabric: before, conflict: step }
  const result = applyStep(before, scope, edits)
  return 'refused' in result
    ? { edits, fabric: before, conflict: { ...step, conflict: result.refused } }
    : { edits, fabric: result.fabric }
}

/** Takes the steps that wait to be sent after those that the server has. */
export function withWaiting(history: History, base: Fabric, scope: Scope, waiting: readonly Sending[]): History {
  const done = [...history.done]
  let undone = [...history.undone]
  for (const sending of waiting) {
    if (sending.kind === 'undo') {
      const last = done.pop()
      if (last) undone.push(last)
    } else if (sending.kind === 'redo') {
      const next = undone.pop()
      if (next) done.push(next)
    } else {
      const result = applyStep(done.at(-1)?.fabric ?? base, scope, sending.edits)
      if ('refused' in result) continue
      done.push({ edits: sending.edits, fabric: result.fabric })
      undone = []
    }
  }
  return { fabric: done.at(-1)?.fabric ?? base, done, undone, conflicts: conflictsIn(done) }
}
