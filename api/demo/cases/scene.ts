/** A case of the demo while it goes on: what it is, who is there, and what may come between. */
import { dueAt, elapsed, type WorkCalendar } from '#geodata/cases/clock.ts'
import type { LimitedStep, Subject } from '#geodata/cases/records.ts'
import type { Random } from '#geodata/county/geometry/random.ts'
import { type Actor, Course, type Law, RULE } from './course.ts'
import type { Crew, Reporter } from './crew.ts'
import type { OwnerOfCase } from './owners.ts'
import { doneOf } from './says.ts'
import type { Spot } from './spots.ts'

/** All that a case is before its first step. Moments are milliseconds since 1970. */
export interface Matter {
  readonly kind_id: number
  readonly code: string
  readonly subject: Subject
  readonly law: Law
  readonly files_itself: boolean
  readonly urgent: boolean
  readonly spot: Spot
  readonly text: string | null
  readonly day: string
  readonly found: number
  readonly received: number
  readonly reporter: Reporter
  readonly owner: OwnerOfCase
  /** To whom it goes when that one sends it back. */
  other(chance: Random): OwnerOfCase
  /** Each case draws from a stream of its own, so that it goes the same way whatever becomes of others. */
  random(): Random
}

/** What comes between. */
export interface Fate {
  readonly isDismissed?: boolean
  readonly isReturned?: boolean
  readonly isReworked?: boolean
  readonly isExtended?: boolean
  readonly isLate?: boolean
  /** Reported back at this moment, however late, and verified after the other. */
  readonly handledAt?: number
  readonly notVerifiedBefore?: number
  /** Closed before this moment, however quickly. */
  readonly closedBefore?: number
  readonly notFiledBefore?: number
}

/** The desk and those who verify work every day, others in office hours. */
export interface Paces {
  readonly desk: WorkCalendar
  readonly office: WorkCalendar
}

export class Scene {
  readonly matter: Matter
  readonly course: Course
  readonly paces: Paces
  readonly random: Random
  readonly #crew: Crew

  constructor(matter: Matter, crew: Crew, paces: Paces) {
    this.matter = matter
    this.course = new Course(matter.law, matter.found, matter.received, matter.reporter)
    this.paces = paces
    this.random = matter.random()
    this.#crew = crew
  }

  share(low: number, high: number): number {
    return this.random.between(low, high)
  }

  /** When so much has passed of what a step may take. */
  after(step: LimitedStep, share: number, calendar: WorkCalendar, from = this.course.at): number {
    const { amount, unit } = this.matter.law.limits[step]
    return dueAt(from, { amount: amount * share, unit }, calendar)
  }

  /** When so much has passed of the hours of work between two moments. */
  within(from: number, to: number, share: number, calendar: WorkCalendar): number {
    const amount = elapsed(from, to, 'working_hours', calendar) * share
    return amount > 0 ? dueAt(from, { amount, unit: 'working_hours' }, calendar) : to
  }

  desk(): Actor {
    return this.#crew.desk(this.random)
  }

  worker(): Actor {
    return this.#crew.worker(this.course.owner!, this.random)
  }

  verifier(): Actor {
    const { spot, subject, day } = this.matter
    return this.#crew.verifier(spot, subject, day, this.random)
  }

  /** How quickly whoever has it works. */
  get slow(): number {
    return this.#crew.habitOf(this.course.owner!).slow
  }

  dispatch(owner: OwnerOfCase, at: number, by: Actor): void {
    const sent = owner.person_code === null && by !== RULE ? this.#crew.sentOut(owner.organisation_code, this.random) : null
    this.course.take('dispatch', at, by, { owner: { ...owner, person_code: owner.person_code ?? sent } })
  }

  accept(at: number): void {
    if (this.random.chance(0.86)) this.course.take('accept', at, this.worker())
  }

  reportBack(at: number): void {
    this.course.take('report_back', at, this.worker(), { text: this.random.pick(doneOf(this.matter.code)) })
  }
}
