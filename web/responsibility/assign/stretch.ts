import { formatChainage, parseChainage } from '../chainage.ts'

/** Metres of chainage. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** As it is typed; both empty mean the whole object. */
export interface StretchDraft {
  readonly from: string
  readonly to: string
}

export type StretchFault = 'unreadable' | 'half' | 'order' | 'outside'

/** Chainage is written in whole metres, so that much over the end is no mistake. */
const ROUNDING_M = 0.5

/** @param whole chainage of the object; without it nothing can be said to lie outside */
export function readStretch(
  { from, to }: StretchDraft,
  whole?: Stretch,
): { readonly stretch: Stretch | null } | { readonly fault: StretchFault } {
  const texts = [from.trim(), to.trim()] as const
  if (texts[0] === '' && texts[1] === '') return { stretch: null }
  if (texts.includes('')) return { fault: 'half' }
  const [start, end] = [parseChainage(texts[0]), parseChainage(texts[1])]
  if (start === undefined || end === undefined) return { fault: 'unreadable' }
  if (start >= end) return { fault: 'order' }
  if (whole && (start < whole.from - ROUNDING_M || end > whole.to + ROUNDING_M)) return { fault: 'outside' }
  return { stretch: { from: start, to: end } }
}

export const draftOf = (from: number | null, to: number | null): StretchDraft =>
  from === null || to === null ? { from: '', to: '' } : { from: exact(from), to: exact(to) }

/** Fractions of a metre that somebody has stored are not lost by opening a form. */
const exact = (metres: number): string => (Number.isInteger(metres) ? formatChainage(metres) : String(Number(metres.toFixed(3))))
