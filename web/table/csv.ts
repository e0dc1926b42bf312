// Rows as a CSV text that spreadsheet programs open as people mean it.
import type { Field } from '#geodata/layers/index.ts'
import type { Feature } from '../api/types.ts'
import { formatValue, isEmpty, type ValueWords } from '../values/field.ts'
import type { Column } from './columns.ts'

/** Without it Excel takes the text for the system's old encoding and Chinese turns to rubbish. */
export const BYTE_ORDER_MARK = '\ufeff'
const LINE_END = '\r\n'

export interface CsvWords extends ValueWords {
  readonly longitude: string
  readonly latitude: string
}

export function csvHeader(columns: readonly Column[], withPosition: boolean, words: CsvWords, language: string): string {
  const named = columns.map(({ label, unit }) =>
    unit === '' ? label : language === 'en' ? `${label} (${unit})` : `${label}（${unit}）`,
  )
  return line([...named, ...(withPosition ? [words.longitude, words.latitude] : [])].map(guard))
}

export function csvRow(
  { properties, geometry }: Feature,
  columns: readonly Column[],
  withPosition: boolean,
  words: CsvWords,
  language: string,
): string {
  const values = columns.map(({ field }) => csvValue(field, properties[field.name], words, language))
  const [longitude, latitude] = geometry?.type === 'Point' ? geometry.coordinates : []
  return line([...values, ...(withPosition ? [String(longitude ?? ''), String(latitude ?? '')] : [])])
}

/** Numbers and days as machines write them, so that a spreadsheet can reckon with them; choices in words. */
function csvValue(field: Field, value: unknown, words: ValueWords, language: string): string {
  if (isEmpty(value)) return ''
  if (typeof value === 'number') return String(value)
  if (field.type === 'date') return String(value)
  if (field.type === 'code') return asText(guard(String(value)))
  return guard(formatValue(field, value, language, words))
}

/** A text that begins like a formula would be calculated, and could reach out; after an apostrophe it stays a text. */
const guard = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** Excel shows a long number as 4.1E+14 and drops leading zeros. A tab after it makes it a text, and every import trims that. */
const asText = (code: string): string => (/^(0\d+|\d{11,})$/.test(code) ? `${code}\t` : code)

/** A line of texts and codes. */
export const csvLine = (values: readonly string[]): string => line(values.map((value) => asText(guard(value))))

const line = (values: readonly string[]): string => values.map(quote).join(',') + LINE_END

const quote = (value: string): string => (/[",\r\n\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
