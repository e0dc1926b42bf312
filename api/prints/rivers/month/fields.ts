/** Columns of the month's sheet, for paper and workbook. */
import type { RiverFigures, RiverMonth } from '#geodata/rivers/records.ts'
import type { Language } from '../../../words/index.ts'
import { REPORT_TEXT } from '../../../words/report_text.ts'
import { RIVER_MONTH_TEXT } from '../../../words/river_month_text.ts'
import { RIVER_TEXT } from '../../../words/river_text.ts'
import { nameIn } from '../../map/ground.ts'
import type { Compared } from '../../report/comparison.ts'
import { countField, type Field, rateField, textField } from '../../report/fields.ts'
import { chainageText } from '../chainage.ts'
import type { GatheredMonth, Missed } from './gather.ts'

export type MonthRow = RiverMonth['total'] & { readonly rank: number | null; readonly label: string; readonly isTotal: boolean }

export function monthRows({ now, question: { by, language } }: GatheredMonth): { rows: MonthRow[]; total: MonthRow } {
  const text = RIVER_MONTH_TEXT[language]
  const labelOf = ({ key, name, name_en }: RiverFigures): string =>
    key === null ? (by === 'chief' ? text.nobody : text.unnamed) : name === null ? key : nameIn({ name, name_en }, language)
  return {
    rows: now.rows.map((row) => ({ ...row, label: labelOf(row), isTotal: false })),
    total: { ...now.total, rank: null, label: text.total, isTotal: true },
  }
}

const COUNTS = ['segments', 'patrols_owed', 'patrols_made'] as const
const CASES = ['filed', 'due', 'closed'] as const

export function monthFields(by: RiverMonth['by'], language: Language): Field<MonthRow>[] {
  const { columns, bys } = RIVER_MONTH_TEXT[language]
  const count = (name: (typeof COUNTS | typeof CASES)[number]) => countField<MonthRow>(name, columns[name], (row) => row[name])
  const rate = (name: 'patrol_rate' | 'closing_rate' | 'on_time_rate') =>
    rateField<MonthRow>(name, columns[name], (row) => row[name])
  const rank = countField<MonthRow>('rank', REPORT_TEXT[language].rank, (row) => row.rank)
  const title = bys[by].charAt(0).toUpperCase() + bys[by].slice(1)
  return [
    { ...rank, align: 'center', cell: (row) => (row.isTotal ? { kind: 'text', value: '' } : rank.cell(row)) },
    textField('name', title, ({ label }) => label),
    ...COUNTS.map(count),
    rate('patrol_rate'),
    ...CASES.map(count),
    rate('closing_rate'),
    rate('on_time_rate'),
  ]
}

export function monthTotals({ now, before, question: { language } }: GatheredMonth): Compared[] {
  const { figures } = RIVER_MONTH_TEXT[language]
  const one = (name: keyof typeof figures & keyof RiverMonth['total'], better: Compared['better'] = null): Compared => ({
    label: figures[name],
    kind: name.endsWith('_rate') ? 'rate' : 'count',
    now: now.total[name],
    before: before?.total[name],
    better,
  })
  return [
    ...COUNTS.map((name) => one(name)),
    one('patrol_rate', 'more'),
    ...CASES.map((name) => one(name)),
    one('closing_rate', 'more'),
    one('on_time_rate', 'more'),
  ]
}

export function missedFields(language: Language): Field<Missed>[] {
  const columns = RIVER_MONTH_TEXT[language].missedColumns
  const { separator } = REPORT_TEXT[language]
  return [
    textField('segment', columns.segment, ({ segment }) => nameIn(segment, language)),
    textField('code', columns.code, ({ segment }) => segment.code, { breaks: false }),
    textField('river', columns.river, ({ segment }) => nameIn({ name: segment.river, name_en: segment.river_en }, language)),
    textField('stretch', columns.stretch, ({ duty, segment }) =>
      RIVER_TEXT[language].stretch(
        chainageText(duty.stretch?.from_m ?? segment.chainage_from_m),
        chainageText(duty.stretch?.to_m ?? segment.chainage_to_m),
      ),
    ),
    textField('community', columns.community, ({ segment: { community } }) =>
      community === null ? null : nameIn(community, language),
    ),
    textField('chiefs', columns.chiefs, ({ duty: { people } }) =>
      people.length === 0 ? RIVER_MONTH_TEXT[language].nobody : people.map((one) => nameIn(one, language)).join(separator),
    ),
    countField('owed', columns.owed, ({ owed }) => owed),
    countField('made', columns.made, ({ made }) => made),
    countField('missing', columns.missing, ({ owed, made }) => owed - made),
  ]
}
