/** A case of the demo as it is written down, step by step, by the same rules as on the server. */

import type { WorkCalendar } from '#geodata/cases/clock.ts'
import { type Action, type Stage, stageAfter } from '#geodata/cases/flow.ts'
import type { Limits } from '#geodata/cases/records.ts'
import { deadlinesAfter, dueToFile } from '../../cases/deadlines.ts'
import type { OwnerOfCase } from './owners.ts'

/** Who took a step: a person or an office, and the account where there is one. Without a name the rule did it. */
export interface Actor {
  readonly name: string
  readonly account: string | null
}

export const RULE: Actor = { name: '', account: null }

/** Moments in milliseconds since 1970. */
export interface DemoEvent {
  readonly action: Action
  readonly stage: Stage
  readonly at: number
  readonly actor: Actor
  readonly owner: OwnerOfCase | null
  readonly stage_due: number | null
  readonly handle_due: number | null
  readonly closing_due: number | null
  readonly until: number | null
  readonly text: string | null
}

export interface Law {
  readonly limits: Limits
  readonly calendar: WorkCalendar
}

type Extra = Partial<Pick<DemoEvent, 'owner' | 'until' | 'text'>>

const SECOND = 1000

export class Course {
  readonly events: DemoEvent[] = []
  stage: Stage = 'collected'
  stageDue: number | null
  handleDue: number | null = null
  closingDue: number | null = null
  owner: OwnerOfCase | null = null
  readonly #law: Law

  constructor(law: Law, found: number, received: number, reporter: Actor) {
    this.#law = law
    this.stageDue = dueToFile(received, law.limits, law.calendar)
    this.#write('collect', found, reporter, {}, {})
  }

  /** When the last step was taken. */
  get at(): number {
    return this.events.at(-1)!.at
  }

  get closedAt(): number | null {
    return this.stage === 'closed' ? this.at : null
  }

  /** Never before the step before it. */
  take(action: Exclude<Action, 'collect'>, at: number, actor: Actor, extra: Extra = {}): void {
    const moment = Math.max(Math.round(at / SECOND) * SECOND, this.at + (actor === RULE ? 0 : SECOND))
    const granted = action === 'extend' ? extra.until! : null
    const present = { stage_due: this.stageDue, handle_due: this.handleDue }
    const due = deadlinesAfter(action, moment, this.#law, present, granted)
    this.stage = stageAfter(action, this.stage)
    this.stageDue = due.stage_due
    this.handleDue = due.handle_due ?? this.handleDue
    this.closingDue = due.closing_due ?? this.closingDue
    if (action === 'dispatch' || action === 'reassign' || action === 'return') this.owner = extra.owner ?? null
    this.#write(action, moment, actor, extra, due)
  }

  #write(
    action: Action,
    at: number,
    actor: Actor,
    { owner = null, until = null, text = null }: Extra,
    due: { handle_due?: number; closing_due?: number },
  ): void {
    const { handle_due = null, closing_due = null } = due
    this.events.push({
      action,
      stage: this.stage,
      at,
      actor,
      owner,
      stage_due: this.stageDue,
      handle_due,
      closing_due,
      until,
      text,
    })
  }
}
