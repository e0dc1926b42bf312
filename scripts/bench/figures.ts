/** What one measurement came to. */
export interface Figures {
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
}

/** Of several measurements of the same, the middle one in each respect: another program that wakes up in between spoils one of them. */
export const middle = (rounds: readonly Figures[]): Figures => ({
  p50: median(rounds.map(({ p50 }) => p50)),
  p95: median(rounds.map(({ p95 }) => p95)),
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
})

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!

/**
 * @param milliseconds how long each request took
 * @param seconds how long they took together
 */
export function figuresOf(milliseconds: readonly number[], seconds: number): Figures {
  const sorted = [...milliseconds].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), perSecond: sorted.length / seconds }
}
