/** Columns of a report, told once for paper and workbook. */
import type { Column, List } from '../../sheets/table.ts'
import type { Language } from '../../words/index.ts'
import { REPORT_TEXT } from '../../words/report_text.ts'
import type { Cell, SheetTable } from './book.ts'

export interface Field<Row> extends Column {
  readonly cell: (row: Row) => Cell
}

/** Numbers stand right, rates and ranks too; a column of text may be broken into lines. */
export const textField = <Row>(
  key: string,
  title: string,
  of: (row: Row) => string | null,
  { breaks = true, align = 'left' }: { readonly breaks?: boolean; readonly align?: Column['align'] } = {},
): Field<Row> => ({ key, title, align, breaks, cell: (row) => ({ kind: 'text', value: of(row) }) })

export const countField = <Row>(key: string, title: string, of: (row: Row) => number | null): Field<Row> => ({
  key,
  title,
  align: 'right',
  breaks: false,
  cell: (row) => ({ kind: 'count', value: of(row) }),
})

export const rateField = <Row>(key: string, title: string, of: (row: Row) => number | null): Field<Row> => ({
  ...countField(key, title, of),
  cell: (row) => ({ kind: 'rate', value: of(row) }),
})

const columnOf = <Row>({ cell: _, ...column }: Field<Row>): Column => column

export function listOf<Row>(
  fields: readonly Field<Row>[],
  rows: readonly Row[],
  language: Language,
  marked: (row: Row) => readonly string[] = () => [],
): List {
  return {
    columns: fields.map(columnOf),
    rows: rows.map((row) => ({ cells: fields.map(({ cell }) => said(cell(row), language)), marked: marked(row) })),
  }
}

export const tableOf = <Row>(fields: readonly Field<Row>[], rows: readonly Row[], heading: string | null = null): SheetTable => ({
  heading,
  columns: fields.map(columnOf),
  rows: rows.map((row) => fields.map(({ cell }) => cell(row))),
})

/** Nothing is told by a dash: an empty cell would look forgotten. */
export function said({ kind, value }: Cell, language: Language): string {
  const { rate, none } = REPORT_TEXT[language]
  if (value === null) return none
  return kind === 'rate' ? rate(Number(value)) : String(value)
}
