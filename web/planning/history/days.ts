// Calendar days as texts, and as numbers of days since 1970 for the slider. No time zone may move them.

const DAY_MS = 86_400_000

export const numberOfDay = (day: string): number => Math.round(Date.parse(day) / DAY_MS)
export const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10)
export const dayBefore = (day: string): string => dayOfNumber(numberOfDay(day) - 1)

export interface Span {
  readonly first: string
  readonly last: string
  /** Days on which something took effect, and the ends: where the arrow keys stop. */
  readonly marks: readonly string[]
}

/** From the first grid or revision to today, or to what has been announced for later. */
export function spanOf(firstDay: string | null, revisions: readonly { readonly effective_on: string }[], today: string): Span {
  const effective = revisions.map(({ effective_on }) => effective_on)
  const days = [...effective, ...(firstDay ? [firstDay] : []), today].sort()
  const [first, last] = [days[0]!, days.at(-1)!]
  return { first, last, marks: [...new Set(days)] }
}

/** The next mark in a direction; the day itself where there is none. */
export const nextMark = ({ marks }: Span, day: string, direction: 1 | -1): string =>
  (direction === 1 ? marks.find((mark) => mark > day) : marks.findLast((mark) => mark < day)) ?? day
