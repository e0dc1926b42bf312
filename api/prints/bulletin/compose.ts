/** From what was gathered to a bulletin on paper and its workbook. */
import { BULLETIN_TEXT } from '../../words/bulletin_text.ts'
import { REPORT_TEXT } from '../../words/report_text.ts'
import { dayInWords } from '../../words/sheet_text.ts'
import type { ReportBook } from '../report/book.ts'
import { comparisonTable } from '../report/comparison.ts'
import { type Block, numbered, type Report } from '../report/content.ts'
import { listOf, tableOf } from '../report/fields.ts'
import { caseFields, overdueFields } from './case_fields.ts'
import type { Gathered } from './gather.ts'
import { rankedRows, rankingBars, rankingFields } from './ranking.ts'
import type { ListedCase } from './store.ts'
import { comparedTotals, kindFields, kindRows, summaryOf, totalFigures } from './totals.ts'

const MOST_KINDS = 10
/** Twenty pages; the workbook has all. */
const MOST_ROWS = 600

export function composeBulletin(gathered: Gathered): Report {
  const { question, area, title, period, now, overdue } = gathered
  const { language, by, today } = question
  const text = BULLETIN_TEXT[language]
  const common = REPORT_TEXT[language]
  const { rows, total } = rankedRows(gathered)
  const blocks: Block[] = [
    { kind: 'heading', text: text.overall },
    { kind: 'paragraph', text: summaryOf(gathered, rows) },
    { kind: 'figures', figures: totalFigures(gathered) },
    ...(now.total.filed > 0 ? rankingBlocks(gathered, rows, total) : []),
    ...(now.total.filed > 0 && by !== 'kind' ? kindBlocks(gathered) : []),
    { kind: 'heading', text: text.overdueList(overdue.cases.length, overdue.total) },
    overdue.total === 0
      ? { kind: 'paragraph', text: text.noOverdue }
      : { kind: 'list', list: listOf(overdueFields(language), overdue.cases, language) },
    { kind: 'notes', title: common.definitions, lines: notesOf(gathered) },
  ]
  return {
    language,
    title,
    subtitle: period,
    said: [area.issuedBy === null ? '' : common.issuedBy(area.issuedBy), common.madeOn(dayInWords(today, language))],
    drawnOn: today,
    blocks: numbered(blocks, language),
  }
}

type Ranked = ReturnType<typeof rankedRows>

function rankingBlocks(
  { question: { language, by }, by: named }: Gathered,
  rows: Ranked['rows'],
  total: Ranked['total'],
): Block[] {
  const text = BULLETIN_TEXT[language]
  const shown = rows.slice(0, MOST_ROWS)
  const list = listOf(rankingFields(rows, by, language), [...shown, total], language)
  const { bars, shown: bar, all } = rankingBars(rows, language)
  return [
    { kind: 'heading', text: text.ranking(named) },
    { kind: 'list', list },
    ...(shown.length < rows.length
      ? [{ kind: 'paragraph', text: REPORT_TEXT[language].moreRows(rows.length - shown.length) } as const]
      : []),
    ...(bar > 0
      ? [
          { kind: 'heading', text: bar === all ? text.chart(named) : text.chartPart(named, bar, all) } as const,
          { kind: 'bars', bars } as const,
        ]
      : []),
  ]
}

function kindBlocks(gathered: Gathered): Block[] {
  const { language } = gathered.question
  const rows = kindRows(gathered).slice(0, MOST_KINDS)
  return [
    { kind: 'heading', text: BULLETIN_TEXT[language].kinds(rows.length) },
    { kind: 'list', list: listOf(kindFields(gathered), rows, language) },
  ]
}

function notesOf({ question: { language, period }, now }: Gathered): string[] {
  const text = BULLETIN_TEXT[language]
  const patrols = now.rows.some(({ patrol_rate }) => patrol_rate !== null) ? [text.patrolDefinition] : []
  return [...text.definitions(text.moment(period.last)), ...patrols, REPORT_TEXT[language].ties]
}

/** @param cases of the period, as many as are listed */
export function composeBulletinBook(gathered: Gathered, cases: readonly ListedCase[]): ReportBook {
  const { question, title, period, now } = gathered
  const { language, by, today } = question
  const text = BULLETIN_TEXT[language]
  const { rows, total } = rankedRows(gathered)
  const kinds = kindRows(gathered)
  const about = `${period}　${REPORT_TEXT[language].madeOn(dayInWords(today, language))}`
  const sheet = { title, about, notes: [] }
  return {
    language,
    drawnOn: today,
    sheets: [
      {
        ...sheet,
        name: text.sheets.totals,
        tables: [
          comparisonTable(comparedTotals(gathered), language),
          ...(kinds.length > 0 ? [tableOf(kindFields(gathered), kinds, text.kindsAll)] : []),
        ],
        notes: notesOf(gathered),
      },
      { ...sheet, name: text.sheets.ranking, tables: [tableOf(rankingFields(rows, by, language), [...rows, total])] },
      {
        ...sheet,
        name: text.sheets.cases,
        about: `${period}　${text.cases(cases.length, now.total.filed)}`,
        tables: [tableOf(caseFields(question), cases)],
      },
    ],
  }
}
