/** From what was gathered to the month's sheet on paper and its workbook. */
import { REPORT_TEXT } from '../../../words/report_text.ts'
import { RIVER_MONTH_TEXT } from '../../../words/river_month_text.ts'
import { dayInWords } from '../../../words/sheet_text.ts'
import type { ReportBook } from '../../report/book.ts'
import { comparisonTable, figureOf } from '../../report/comparison.ts'
import { type Bars, type Block, numbered, type Report } from '../../report/content.ts'
import { listOf, tableOf } from '../../report/fields.ts'
import { type MonthRow, missedFields, monthFields, monthRows, monthTotals } from './fields.ts'
import type { GatheredMonth } from './gather.ts'

const MOST_ROWS = 600
const MOST_MISSED = 200
const MOST_BARS = 16

export function composeMonth(gathered: GatheredMonth): Report {
  const { question, area, missed } = gathered
  const { language, today } = question
  const text = RIVER_MONTH_TEXT[language]
  const common = REPORT_TEXT[language]
  const { rows } = monthRows(gathered)
  const shown = missed.slice(0, MOST_MISSED)
  const blocks: Block[] = [
    { kind: 'heading', text: text.overall },
    { kind: 'paragraph', text: summaryOf(gathered, rows) },
    { kind: 'figures', figures: figuresOf(gathered) },
    ...(rows.length > 0 ? rankingBlocks(gathered) : []),
    { kind: 'heading', text: text.missed(shown.length, missed.length) },
    missed.length === 0
      ? { kind: 'paragraph', text: gathered.now.total.patrols_owed === 0 ? text.nothingOwed : text.noMissed }
      : { kind: 'list', list: listOf(missedFields(language), shown, language) },
    { kind: 'notes', title: common.definitions, lines: [...text.definitions, common.ties] },
  ]
  return {
    language,
    title: text.title(area.name),
    subtitle: subtitleOf(gathered),
    said: [area.issuedBy === null ? '' : common.issuedBy(area.issuedBy), common.madeOn(dayInWords(today, language))],
    drawnOn: today,
    blocks: numbered(blocks, language),
  }
}

export const subtitleOf = ({ month, isOver, question: { level, language } }: GatheredMonth): string => {
  const text = RIVER_MONTH_TEXT[language]
  return text.subtitle(month, text.levels[level], isOver)
}

function figuresOf(gathered: GatheredMonth) {
  const { missed, question } = gathered
  const { language } = question
  const { figures } = RIVER_MONTH_TEXT[language]
  const more = { label: figures.missed, kind: 'count', now: missed.length, before: undefined, better: 'less' } as const
  return [...monthTotals(gathered), more].map((compared) => figureOf(compared, false, language))
}

function summaryOf({ now: { total }, missed, question: { language } }: GatheredMonth, rows: readonly MonthRow[]): string {
  const ranked = rows.filter(({ rank }) => rank !== null)
  const first = ranked.filter(({ rank }) => rank === 1).map(({ label }) => label)
  return RIVER_MONTH_TEXT[language].summary({
    ...total,
    owed: total.patrols_owed,
    made: total.patrols_made,
    missed: missed.length,
    best: first.length > 0 && first.length < ranked.length ? { names: first.slice(0, 3), count: first.length } : null,
  })
}

function rankingBlocks(gathered: GatheredMonth): Block[] {
  const { by, language } = gathered.question
  const text = RIVER_MONTH_TEXT[language]
  const { rows, total } = monthRows(gathered)
  const shown = rows.slice(0, MOST_ROWS)
  const owing = rows.filter(({ patrols_owed }) => patrols_owed > 0)
  const most = owing.toSorted((one, other) => other.patrols_owed - one.patrols_owed).slice(0, MOST_BARS)
  const bars = owing.filter((row) => most.includes(row))
  return [
    { kind: 'heading', text: text.ranking(text.bys[by]) },
    { kind: 'list', list: listOf(monthFields(by, language), [...shown, total], language) },
    ...(shown.length < rows.length
      ? [{ kind: 'paragraph', text: REPORT_TEXT[language].moreRows(rows.length - shown.length) } as const]
      : []),
    ...(bars.length > 0
      ? [
          {
            kind: 'heading',
            text: bars.length === owing.length ? text.chart : text.chartPart(bars.length, owing.length),
          } as const,
          { kind: 'bars', bars: { parts: partsOf(language), rows: bars.map((row) => barOf(row, gathered)) } } as const,
        ]
      : []),
  ]
}

const partsOf = (language: GatheredMonth['question']['language']): Bars['parts'] => {
  const { made, missing } = RIVER_MONTH_TEXT[language].parts
  return [
    { label: made, filling: 'full' },
    { label: missing, filling: 'pale' },
  ]
}

const barOf = ({ label, patrols_owed, patrols_made, patrol_rate }: MonthRow, { question: { language } }: GatheredMonth) => ({
  label,
  lengths: [patrols_made, patrols_owed - patrols_made],
  said: patrol_rate === null ? '' : RIVER_MONTH_TEXT[language].saidOfBar(REPORT_TEXT[language].rate(patrol_rate)),
})

export function composeMonthBook(gathered: GatheredMonth): ReportBook {
  const { question, area, missed } = gathered
  const { language, by, today } = question
  const text = RIVER_MONTH_TEXT[language]
  const common = REPORT_TEXT[language]
  const { rows, total } = monthRows(gathered)
  const sheet = {
    title: text.title(area.name),
    about: `${subtitleOf(gathered)}　${common.madeOn(dayInWords(today, language))}`,
    notes: [],
  }
  return {
    language,
    drawnOn: today,
    sheets: [
      {
        ...sheet,
        name: text.sheets.totals,
        tables: [comparisonTable(monthTotals(gathered), language)],
        notes: [...text.definitions, common.ties],
      },
      { ...sheet, name: text.sheets.ranking, tables: [tableOf(monthFields(by, language), [...rows, total])] },
      { ...sheet, name: text.sheets.missed, tables: [tableOf(missedFields(language), missed)] },
    ],
  }
}
