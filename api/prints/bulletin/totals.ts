/** The figures of a period beside those of the one before, and the kinds of cases that were most frequent. */
import { BULLETIN_TEXT } from '../../words/bulletin_text.ts'
import { nameIn } from '../map/ground.ts'
import { type Compared, changeInWords, figureOf } from '../report/comparison.ts'
import type { Figure } from '../report/content.ts'
import { countField, type Field, rateField, textField } from '../report/fields.ts'
import type { Gathered } from './gather.ts'
import { extremes, type RankedRow } from './ranking.ts'

const COUNTS = ['filed', 'due', 'closed'] as const
const RATES = [
  ['closing_rate', 'more'],
  ['on_time_rate', 'more'],
  ['handling_rate', 'more'],
  ['return_rate', 'less'],
  ['rework_rate', 'less'],
  ['extension_rate', 'less'],
] as const

export function comparedTotals({ question: { language }, now, before }: Gathered): Compared[] {
  const { figures } = BULLETIN_TEXT[language]
  const [total, previous] = [now.total, before.total]
  return [
    ...COUNTS.map(
      (name): Compared => ({ label: figures[name], kind: 'count', now: total[name], before: previous[name], better: null }),
    ),
    ...RATES.map(
      ([name, better]): Compared => ({ label: figures[name], kind: 'rate', now: total[name], before: previous[name], better }),
    ),
    { label: figures.overdue, kind: 'count', now: total.overdue, before: previous.overdue, better: 'less' },
  ]
}

export const totalFigures = (gathered: Gathered): Figure[] =>
  comparedTotals(gathered).map((compared) => figureOf(compared, !gathered.question.period.isOver, gathered.question.language))

export function summaryOf({ question: { language }, now, before }: Gathered, rows: readonly RankedRow[]): string {
  const { total } = now
  const [rate, previous] = [total.closing_rate, before.total.closing_rate]
  const points = rate === null || previous === null ? null : (Math.round(rate * 1e4) - Math.round(previous * 1e4)) / 100
  return BULLETIN_TEXT[language].summary({
    ...total,
    change: points === null ? null : changeInWords('rate', points, null, language).replace(/^[↑↓→] /, ''),
    ...extremes(rows),
  })
}

export interface KindRow {
  readonly code: string
  readonly name: string
  readonly filed: number
  readonly share: number
  readonly before: number
  readonly closing_rate: number | null
}

/** The most frequent first. */
export function kindRows({ question: { language }, kinds, kindsBefore }: Gathered): KindRow[] {
  const before = new Map(kindsBefore.rows.map(({ key, filed }) => [key, filed]))
  return kinds.rows
    .flatMap(({ key, name, name_en, filed, closing_rate }): KindRow[] =>
      key === null || name === null
        ? []
        : [
            {
              ...{ code: key, name: nameIn({ name, name_en }, language), filed, share: filed / kinds.total.filed },
              ...{ before: before.get(key) ?? 0, closing_rate },
            },
          ],
    )
    .sort((one, other) => other.filed - one.filed || (one.code < other.code ? -1 : 1))
}

export function kindFields({ question: { language } }: Gathered): Field<KindRow>[] {
  const columns = BULLETIN_TEXT[language].kindColumns
  return [
    textField('code', columns.code, ({ code }) => code, { align: 'center', breaks: false }),
    textField('kind', columns.kind, ({ name }) => name),
    countField('filed', columns.filed, ({ filed }) => filed),
    rateField('share', columns.share, ({ share }) => share),
    countField('before', columns.before, ({ before }) => before),
    rateField('closing_rate', columns.closing_rate, ({ closing_rate }) => closing_rate),
  ]
}
