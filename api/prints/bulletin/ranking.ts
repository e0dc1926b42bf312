/** Who stands where: the rows of the evaluation as columns for paper and workbook. */
import type { CaseFigures, CaseRates, EvaluationRow } from '#geodata/cases/records.ts'
import { BULLETIN_TEXT } from '../../words/bulletin_text.ts'
import type { Language } from '../../words/index.ts'
import { REPORT_TEXT } from '../../words/report_text.ts'
import { nameIn } from '../map/ground.ts'
import type { Bars } from '../report/content.ts'
import { countField, type Field, rateField, textField } from '../report/fields.ts'
import type { Gathered } from './gather.ts'
import type { BulletinBy } from './question.ts'

/** A row of the ranking, or the sum of all. */
export type RankedRow = CaseFigures & CaseRates & Pick<EvaluationRow, 'rank' | 'patrol_rate'> & { readonly label: string }

export function rankedRows({ question: { by, language }, now }: Gathered): { rows: RankedRow[]; total: RankedRow } {
  const total = { ...now.total, rank: null, patrol_rate: null, label: BULLETIN_TEXT[language].total }
  // Who owes no patrols and had no case has nothing to be told.
  const rows = now.rows.filter(({ filed, patrol_rate }) => filed > 0 || patrol_rate !== null)
  return { rows: rows.map((row) => ({ ...row, label: labelOf(row, by, language) })), total }
}

export function labelOf(
  { key, name, name_en }: Pick<EvaluationRow, 'key' | 'name' | 'name_en'>,
  by: BulletinBy,
  language: Language,
) {
  const text = BULLETIN_TEXT[language]
  if (key === null) return text.nobody[by] ?? text.unnamed
  return name === null ? key : nameIn({ name, name_en }, language)
}

/** Patrols only where somebody owes some. */
export function rankingFields(rows: readonly RankedRow[], by: BulletinBy, language: Language): Field<RankedRow>[] {
  const { columns, bys, total } = BULLETIN_TEXT[language]
  const hasPatrols = rows.some(({ patrol_rate }) => patrol_rate !== null)
  const rank = countField<RankedRow>('rank', REPORT_TEXT[language].rank, (row) => row.rank)
  return [
    // The sum has no place in the order.
    { ...rank, align: 'center', cell: (row) => (row.label === total ? { kind: 'text', value: '' } : rank.cell(row)) },
    textField('name', capital(bys[by]), ({ label }) => label),
    countField('filed', columns.filed, ({ filed }) => filed),
    countField('due', columns.due, ({ due }) => due),
    countField('closed', columns.closed, ({ closed }) => closed),
    rateField('closing_rate', columns.closing_rate, (row) => row.closing_rate),
    rateField('on_time_rate', columns.on_time_rate, (row) => row.on_time_rate),
    rateField('handling_rate', columns.handling_rate, (row) => row.handling_rate),
    rateField('return_rate', columns.return_rate, (row) => row.return_rate),
    rateField('rework_rate', columns.rework_rate, (row) => row.rework_rate),
    rateField('extension_rate', columns.extension_rate, (row) => row.extension_rate),
    countField('overdue', columns.overdue, ({ overdue }) => overdue),
    ...(hasPatrols ? [rateField<RankedRow>('patrol_rate', columns.patrol_rate, (row) => row.patrol_rate)] : []),
  ]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const MOST_BARS = 16

/** Those with most cases, in the order of the ranking; what their cases came to lies end to end. */
export function rankingBars(rows: readonly RankedRow[], language: Language): { bars: Bars; shown: number; all: number } {
  const text = BULLETIN_TEXT[language]
  const having = rows.filter(({ filed }) => filed > 0)
  const most = having.toSorted((one, other) => other.filed - one.filed).slice(0, MOST_BARS)
  const shown = having.filter((row) => most.includes(row))
  const bars: Bars = {
    parts: [
      { label: text.parts.on_time, filling: 'full' },
      { label: text.parts.late, filling: 'hatched' },
      { label: text.parts.overdue, filling: 'pale' },
      { label: text.parts.open, filling: 'empty' },
    ],
    rows: shown.map(({ label, filed, closed, closed_on_time, overdue, closing_rate }) => ({
      label,
      lengths: [closed_on_time, closed - closed_on_time, overdue, Math.max(0, filed - closed - overdue)],
      said: closing_rate === null ? '' : text.saidOfBar(REPORT_TEXT[language].rate(closing_rate)),
    })),
  }
  return { bars, shown: shown.length, all: having.length }
}

/** Those who share the first place and those who share the last; null where all are alike or there is nobody to compare with. */
export function extremes(rows: readonly RankedRow[]) {
  const placed = rows.filter(({ rank, closing_rate }) => rank !== null && closing_rate !== null)
  const [first, last] = [placed[0]?.closing_rate, placed.at(-1)?.closing_rate]
  if (first === undefined || first === null || last === undefined || last === null || first === last)
    return { best: null, worst: null }
  const told = (rate: number) => {
    const all = placed.filter(({ closing_rate }) => closing_rate === rate)
    return { names: all.slice(0, 3).map(({ label }) => label), count: all.length, rate }
  }
  return { best: told(first), worst: told(last) }
}
