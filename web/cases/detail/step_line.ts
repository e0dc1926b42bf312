// How far a case has come on the seven steps, read from what was done.
import { SEVEN_STEPS, type Stage } from '#geodata/cases/flow.ts'
import type { CaseEvent } from '#geodata/cases/records.ts'

export interface LineStep {
  readonly stage: Stage
  /** `now` is what the case waits for. */
  readonly state: 'done' | 'now' | 'todo'
  /** By which it was done last; null where it was passed over, or is still to be done. */
  readonly event: CaseEvent | null
}

/** Which of its events a step is told by. A rework brings a case back into hand, but it was accepted once. */
const ACTIONS: Readonly<Partial<Record<Stage, readonly string[]>>> = {
  collected: ['collect'],
  filed: ['file'],
  dispatched: ['dispatch', 'reassign'],
  handling: ['accept', 'rework'],
  reported_back: ['report_back'],
  verified: ['verify'],
  closed: ['close'],
}

/** Of a case that ended outside of the seven, only what had been done before. */
export function stepLine(stage: Stage, events: readonly CaseEvent[]): readonly LineStep[] {
  const isOutside = stage === 'dismissed' || stage === 'merged'
  const reached = isOutside ? lastBefore(events) : SEVEN_STEPS.indexOf(stage)
  return SEVEN_STEPS.map((step, index) => ({
    stage: step,
    state: index <= reached ? 'done' : index === reached + 1 && !isOutside ? 'now' : 'todo',
    event: index <= reached ? (events.findLast(({ action }) => ACTIONS[step]?.includes(action)) ?? null) : null,
  }))
}

const lastBefore = (events: readonly CaseEvent[]): number =>
  SEVEN_STEPS.indexOf(events.findLast(({ stage }) => SEVEN_STEPS.includes(stage))?.stage ?? 'collected')
