/** A figure of a period beside that of the period before. */
import type { Language } from '../../words/index.ts'
import { REPORT_TEXT } from '../../words/report_text.ts'
import type { Cell, SheetTable } from './book.ts'
import type { Figure } from './content.ts'
import { said } from './fields.ts'

export interface Compared {
  readonly label: string
  readonly kind: 'count' | 'rate'
  readonly now: number | null
  /** Undefined where there is nothing to compare with. */
  readonly before: number | null | undefined
  /** Which way is good; null where neither is. */
  readonly better: 'more' | 'less' | null
}

/** @param isPart the period is not over, and what it is compared with is as many days of the one before */
export function figureOf({ label, kind, now, before, better }: Compared, isPart: boolean, language: Language): Figure {
  const text = REPORT_TEXT[language]
  const difference = differenceOf(kind, now, before)
  const wanted = better === null || !difference ? null : difference > 0 === (better === 'more')
  return {
    label,
    value: said({ kind, value: now }, language),
    before: before === undefined ? null : text[isPart ? 'sameDaysBefore' : 'before'](said({ kind, value: before }, language)),
    change: difference === null ? null : changeInWords(kind, difference, before ?? null, language),
    tone: wanted === null ? 'plain' : wanted ? 'good' : 'bad',
  }
}

/** Of rates in percentage points, to the two decimals that are shown. */
function differenceOf(kind: Compared['kind'], now: number | null, before: number | null | undefined): number | null {
  if (now === null || before === null || before === undefined) return null
  return kind === 'count' ? now - before : (hundredths(now) - hundredths(before)) / 100
}

const hundredths = (share: number): number => Math.round(share * 10_000)

export function changeInWords(kind: Compared['kind'], difference: number, before: number | null, language: Language): string {
  const text = REPORT_TEXT[language]
  if (difference === 0) return text.same
  const size = Math.abs(difference)
  if (kind === 'rate') return text[difference > 0 ? 'moreRate' : 'lessRate'](size.toFixed(2))
  const share = before && size < 10 * before ? `${((size / before) * 100).toFixed(1)}%` : null
  return text[difference > 0 ? 'moreCount' : 'fewerCount'](size, share)
}

/** The same in a workbook, with numbers to go on calculating with. */
export function comparisonTable(all: readonly Compared[], language: Language): SheetTable {
  const text = REPORT_TEXT[language]
  const column = (key: string, title: string, align: 'left' | 'right') => ({ key, title, align, breaks: false })
  return {
    heading: null,
    columns: [
      column('figure', text.figure, 'left'),
      column('now', text.now, 'right'),
      column('before', text.previous, 'right'),
      column('difference', text.difference, 'right'),
    ],
    rows: all.map(({ label, kind, now, before }): Cell[] => [
      { kind: 'text', value: label },
      { kind, value: now },
      { kind, value: before ?? null },
      { kind: kind === 'rate' ? 'points' : 'change', value: differenceOf(kind, now, before) },
    ]),
  }
}
