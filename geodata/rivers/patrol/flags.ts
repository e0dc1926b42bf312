/** What in a track can't be, or counts for nothing, told with when it was. */

/**
 * `time_backwards`: the clock went back. `low_accuracy`: a position of no use. `jump`: a position that nothing could have moved to.
 * `implausible_speed`: quicker than the rule lets a patrol be. `pause`: longer without a position than the rule lets pass. `off_river`: beside the
 * corridor. `even_steps`: positions at equal distances, to the centimetre, in equal times, as programs make them and receivers don't.
 */
export const PATROL_FLAGS = [
  'time_backwards',
  'low_accuracy',
  'jump',
  'implausible_speed',
  'pause',
  'off_river',
  'even_steps',
] as const
export type PatrolFlagCode = (typeof PATROL_FLAGS)[number]

export interface PatrolFlag {
  readonly code: PatrolFlagCode
  /** How often, what follows on each other counted once. */
  readonly times: number
  /** How many fixes, or steps from one to the next, were concerned. */
  readonly fixes: number
  /** In milliseconds since 1970, from the first on; of many the longest. */
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

/** A track of fifty thousand fixes that flickers would otherwise tell of as many. */
export const MOST_SPANS = 20

interface Span {
  from: number
  to: number
  /** The next index that still follows on it. */
  next: number
}

/** Gathers occurrences, each kind in growing order of index. */
export class FlagCollector {
  readonly #spans = new Map<PatrolFlagCode, Span[]>()
  readonly #fixes = new Map<PatrolFlagCode, number>()

  /** Fixes from one index to another, both concerned; times in milliseconds since 1970. */
  addFixes(code: PatrolFlagCode, first: number, last: number, from: number, to: number): void {
    this.#add(code, first, last + 1, last + 1 - first, from, to)
  }

  /** The steps from one fix to another. */
  addSteps(code: PatrolFlagCode, first: number, last: number, from: number, to: number): void {
    this.#add(code, first, last, last - first, from, to)
  }

  #add(code: PatrolFlagCode, first: number, next: number, count: number, from: number, to: number): void {
    this.#fixes.set(code, (this.#fixes.get(code) ?? 0) + count)
    const spans = this.#spans.get(code) ?? []
    this.#spans.set(code, spans)
    const before = spans.at(-1)
    if (before && first <= before.next) {
      before.next = next
      before.from = Math.min(before.from, from)
      before.to = Math.max(before.to, to)
    } else spans.push({ from, to, next })
  }

  /** In the order of `PATROL_FLAGS`. */
  flags(): PatrolFlag[] {
    return PATROL_FLAGS.flatMap((code) => {
      const all = this.#spans.get(code)
      if (!all) return []
      const longest = all.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST_SPANS)
      const spans = longest.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from)
      return [{ code, times: all.length, fixes: this.#fixes.get(code)!, spans }]
    })
  }
}
