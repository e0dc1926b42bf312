/** By when each step of a case is due, from the limits of its kind. */
import { dueAt, type WorkCalendar } from '#geodata/cases/clock.ts'
import type { StepAction } from '#geodata/cases/flow.ts'
import type { LimitedStep, Limits } from '#geodata/cases/records.ts'

/** Moments in milliseconds since 1970; undefined leaves a deadline as it is, null ends it. */
export interface Deadlines {
  readonly stage_due: number | null
  readonly handle_due?: number
  readonly closing_due?: number
}

/** What is known of a case before the step. */
export interface Present {
  readonly stage_due: number | null
  readonly handle_due: number | null
}

const chain = (from: number, steps: readonly LimitedStep[], limits: Limits, calendar: WorkCalendar): number =>
  steps.reduce((moment, step) => dueAt(moment, limits[step], calendar), from)

/** How long the desk has to file what was collected. */
export const dueToFile = (at: number, limits: Limits, calendar: WorkCalendar): number => dueAt(at, limits.file, calendar)

/**
 * After a step. The whole is due when all steps that are left have taken the time they may; after filing only an extension moves that. Whoever
 * gets a case after it was sent back has the whole time to handle it; what has to be done once more has what is left of it.
 * @param until what was granted, for `extend`
 */
export function deadlinesAfter(
  action: StepAction,
  at: number,
  { limits, calendar }: { readonly limits: Limits; readonly calendar: WorkCalendar },
  present: Present,
  until: number | null,
): Deadlines {
  const due = (step: LimitedStep, from = at) => dueAt(from, limits[step], calendar)
  switch (action) {
    case 'file':
      return { stage_due: due('dispatch'), closing_due: chain(at, ['dispatch', 'handle', 'verify', 'close'], limits, calendar) }
    case 'dispatch':
      return { stage_due: due('handle'), handle_due: due('handle') }
    case 'return':
      return { stage_due: due('dispatch') }
    case 'extend':
      return { stage_due: until, handle_due: until!, closing_due: chain(until!, ['verify', 'close'], limits, calendar) }
    case 'report_back':
      return { stage_due: due('verify') }
    case 'verify':
      return { stage_due: due('close') }
    case 'rework':
      return { stage_due: present.handle_due }
    case 'close':
    case 'dismiss':
    case 'merge':
      return { stage_due: null }
    // The same deadline goes on for whoever has it now.
    case 'reassign':
    case 'accept':
    case 'ask_extension':
    case 'refuse_extension':
    case 'urge':
    case 'note':
      return { stage_due: present.stage_due }
  }
}
