/** What somebody saw on the spot. */
import { THRESHOLDS } from './thresholds.ts'

export const MARKS = ['unusable', 'usable', 'full', 'has_room'] as const
export type MarkKind = (typeof MARKS)[number]

/** What can be said of which layer. */
export const MARKS_OF: Readonly<Record<string, readonly MarkKind[]>> = {
  hydrants: ['unusable', 'usable'],
  water_sources: ['unusable', 'usable'],
  shelters: ['unusable', 'usable', 'full', 'has_room'],
}

export interface Mark {
  readonly id: number
  readonly layer: string
  readonly object_id: number
  readonly mark: MarkKind
  readonly note: string | null
  readonly account_id: number | null
  readonly account_name: string
  /** ISO 8601. When it reached the server, which decides what is latest, and when it was made by the clock of the device. */
  readonly received_at: string
  readonly noted_at: string | null
  /** Whether that clock can't be right. */
  readonly clock_implausible: boolean
}

export interface CurrentMark extends Mark {
  /** Marks of others that say otherwise, the latest of each. */
  readonly disagreement: readonly Mark[]
}

/**
 * By object, what counts: the mark received last. Others who have said something else not long before disagree.
 * @param marks none that was undone, in any order
 */
export function currentMarks(marks: readonly Mark[]): CurrentMark[] {
  const byObject = new Map<string, Mark[]>()
  for (const mark of marks) {
    const key = `${mark.layer}/${mark.object_id}`
    byObject.set(key, [...(byObject.get(key) ?? []), mark])
  }
  return [...byObject.values()].map(currentOf)
}

function currentOf(marks: readonly Mark[]): CurrentMark {
  const latest = [...marks].sort((a, b) => Date.parse(b.received_at) - Date.parse(a.received_at) || b.id - a.id)
  const current = latest[0]!
  const ofEach = latest.filter((mark, at) => latest.findIndex((other) => isSameTeam(mark, other)) === at)
  const since = Date.parse(current.received_at) - THRESHOLDS.disagreement.value * 3_600_000
  return {
    ...current,
    disagreement: ofEach.filter(({ mark, received_at }) => mark !== current.mark && Date.parse(received_at) >= since),
  }
}

const isSameTeam = (a: Mark, b: Mark): boolean =>
  a.account_id === null ? a.account_name === b.account_name : a.account_id === b.account_id

/** Whether a device's clock can't be right, by when its report came. */
export function isClockImplausible(noted_at: string, received_at: string): boolean {
  const late = Date.parse(received_at) - Date.parse(noted_at)
  return late < -THRESHOLDS.clock_ahead.value * 60_000 || late > THRESHOLDS.clock_behind.value * 3_600_000
}
