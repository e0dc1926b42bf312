/** What a cell means: a text, a code, a day, a number. A fault is thrown, with the cell's column, and gathered with the row's. */

import type { ListColumn } from '#geodata/responsibility/list_column.ts'
import { calendarDay } from '../http/parameters.ts'
import { type Fault, fault } from '../http/problem.ts'
import type { Cell } from './read.ts'

export class CellFault {
  readonly column: ListColumn | null
  readonly fault: Fault
  constructor(column: ListColumn | null, found: Fault) {
    this.column = column
    this.fault = found
  }
}

/**
 * The text of a cell, null where it is empty. A formula is refused, and so is a text that a spreadsheet would calculate: what it
 * should say can't be told from what somebody wants it to do. An apostrophe before such a text, as exports set it, makes it a text.
 */
export function textOf(column: ListColumn, cell: Cell | undefined): string | null {
  if (!cell) return null
  if (cell.isFormula) throw new CellFault(column, fault('cell_formula'))
  const quoted = /^'(?=[=+\-@\t\r])/.test(cell.text)
  const text = quoted ? cell.text.slice(1) : cell.text
  const isSigned = column.signed && /^[+-][\d\s()-]*[\d.]+$/.test(text)
  if (!quoted && cell.number === undefined && !isSigned && /^[=+\-@\t\r]/.test(text))
    throw new CellFault(column, fault('cell_active'))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for; PostgreSQL can't store \0
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) throw new CellFault(column, fault('cell_invalid'))
  return text.trim() === '' ? null : text.trim()
}

/** A code is a text of digits. A spreadsheet that took it for a number lost leading zeros, and beyond 15 digits more. */
export function codeOf(column: ListColumn, cell: Cell | undefined): string | null {
  const text = textOf(column, cell)
  if (text === null) return null
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) throw new CellFault(column, fault('code_rounded'))
  if (cell?.number !== undefined && (!Number.isSafeInteger(cell.number) || cell.number >= 1e15 || cell.number < 0))
    throw new CellFault(column, fault('code_rounded'))
  return text
}

/** 2026-01-01, 2026/1/1, 2026.1.1, 2026年1月1日, or a day as the workbook counts it. */
export function dayOf(column: ListColumn, cell: Cell | undefined): string | null {
  const text = textOf(column, cell)
  if (text === null) return null
  const said = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:\s+0{1,2}:00(:00)?)?$/.exec(text)
  const day =
    cell?.number !== undefined && (cell.isDate || /^\d{5}$/.test(text))
      ? dayOfSerial(cell.number)
      : said
        ? calendarDay(`${said[1]}-${said[2]!.padStart(2, '0')}-${said[3]!.padStart(2, '0')}`)
        : undefined
  if (!day) throw new CellFault(column, fault('day_unreadable', { text: text.slice(0, 50) }))
  return day
}

/** Days since the 30th of December 1899; before March 1900 the count is famously wrong, and nobody was appointed then. */
function dayOfSerial(serial: number): string | undefined {
  if (serial < 61 || serial > 2_958_465) return undefined
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
}

/** Metres; also as kilometre and metre after a K: K1+200. */
export function metresOf(column: ListColumn, cell: Cell | undefined): number | null {
  const text = textOf(column, cell)
  if (text === null) return null
  const stake = /^K(\d{1,5})\+(\d{1,3}(?:\.\d+)?)$/i.exec(text)
  const value = stake ? Number(stake[1]) * 1000 + Number(stake[2]) : /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isFinite(value) || value > 1e8) throw new CellFault(column, fault('metres_unreadable', { text: text.slice(0, 50) }))
  return value
}

/** One of several, each called by more than one name. */
export function choiceOf<Value>(
  column: ListColumn,
  cell: Cell | undefined,
  known: readonly { readonly value: Value; readonly names: readonly string[] }[],
): Value | null {
  const text = textOf(column, cell)
  if (text === null) return null
  const wanted = text.toLowerCase().replace(/\s/g, '')
  const found = known.find(({ names }) => names.some((name) => name.toLowerCase().replace(/\s/g, '') === wanted))
  if (!found)
    throw new CellFault(column, fault('choice_unknown', { text: text.slice(0, 50), known: known.map(({ names }) => names[0]!) }))
  return found.value
}
