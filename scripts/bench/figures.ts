/** What one measurement came to. */
export interface Figures {
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
}

/**
 * @param milliseconds how long each request took
 * @param seconds how long they took together
 */
export function figuresOf(milliseconds: readonly number[], seconds: number): Figures {
  const sorted = [...milliseconds].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), perSecond: sorted.length / seconds }
}
