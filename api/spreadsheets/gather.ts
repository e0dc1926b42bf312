/** Row by row: what is understood, and what is wrong where. */

import type { ListColumn } from '#geodata/responsibility/list_column.ts'
import { type Fault, Problem, type ProblemCode, sayFault } from '../http/problem.ts'
import type { Language } from '../words/index.ts'
import type { Recognised } from './columns.ts'
import type { Cell, Table } from './read.ts'
import { CellFault } from './values.ts'

export interface LineFault {
  /** As the spreadsheet shows it. */
  readonly row: number
  readonly column: ListColumn | null
  readonly fault: Fault
}

/** Gives back the rows that can be read, and adds the faults of the others to `faults`. */
export function gather<Row>(
  { rows }: Table,
  { cell }: Recognised,
  faults: LineFault[],
  read: (cells: (id: string) => Cell | undefined, row: number) => Row,
): { readonly row: number; readonly said: Row }[] {
  return rows.flatMap((line) => {
    try {
      return [{ row: line.number, said: read((id) => cell(line, id), line.number) }]
    } catch (error) {
      if (!(error instanceof CellFault)) throw error
      faults.push({ row: line.number, column: error.column, fault: error.fault })
      return []
    }
  })
}

/** Faults as the answer tells them, in the order of the rows. */
export const sayFaults = (faults: readonly LineFault[], language: Language): LineReport[] =>
  [...faults]
    .sort((one, other) => one.row - other.row)
    .map(({ row, column, fault }) => ({
      row,
      column: column?.label[language] ?? null,
      code: fault.code,
      detail: sayFault(fault, language),
    }))

export interface LineReport {
  readonly row: number
  readonly column: string | null
  readonly code: ProblemCode
  readonly detail: string
}

/** Nothing of a file is stored when one of its rows is refused. */
export const fileProblem = (faults: readonly LineFault[]): Problem =>
  new Problem(
    422,
    'rows_refused',
    { members: (language) => ({ rows: sayFaults(faults, language) }) },
    { count: new Set(faults.map(({ row }) => row)).size },
  )
