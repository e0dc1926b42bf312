// The columns of a layer's table: which fields in which order, how wide, and what their cells say.
import { type Choice, type Field, fieldsOf, type Layer } from '#geodata/layers/index.ts'
import type { Feature, Properties, Scheme } from '../api/types.ts'
import { type Look, legendOf } from '../symbols/look.ts'
import { titleFields, titleOrNumber } from '../symbols/title.ts'
import { formatValue, isEmpty, type ValueWords } from '../values/field.ts'
import { unitSign } from '../values/numbers.ts'
import { pick } from '../words/pick.ts'

export interface Column {
  readonly field: Field
  readonly label: string
  /** '' where the field has none. */
  readonly unit: string
  readonly numeric: boolean
  /** How a feature with a choice is drawn, where the symbol goes by this field. */
  readonly looks: ReadonlyMap<string, Look>
}

/** All fields in the catalogue's order. */
export function columnsOf(layer: Layer, schemes: readonly Scheme[], language: string): readonly Column[] {
  const fields = fieldsOf(layer).map((field) => withSchemes(layer, field, schemes))
  return fields.map((field) => ({
    field,
    label: pick(field.label, language),
    unit: 'unit' in field && field.unit ? unitSign(field.unit, language) : '',
    numeric: field.type === 'integer' || field.type === 'number',
    looks: looksOf(layer, field),
  }))
}

/** What a person calls a feature stands first: of the title's fields the first that most features have. */
export function titleFirst(
  columns: readonly Column[],
  layer: Layer,
  sample: readonly Feature[],
  language: string,
): readonly Column[] {
  const titles = titleFields(layer, language)
  const filled = (name: string) => sample.filter(({ properties }) => !isEmpty(properties[name])).length
  const title = titles.find((name) => filled(name) * 2 > sample.length) ?? titles[0]
  return [...columns.filter(({ field }) => field.name === title), ...columns.filter(({ field }) => field.name !== title)]
}

/** A grid's scheme is an identifier; people know it by its name, and choose it from a list. */
function withSchemes(layer: Layer, field: Field, schemes: readonly Scheme[]): Field {
  if (layer.id !== 'grids' || field.name !== 'scheme') return field
  const choices: readonly Choice[] = schemes.map(({ id, name }) => ({ value: id, label: name }))
  return { name: field.name, label: field.label, type: 'choice', choices }
}

function looksOf(layer: Layer, field: Field): ReadonlyMap<string, Look> {
  const part = field.name === layer.symbol.by ? legendOf(layer).find((one) => one.field.name === field.name) : undefined
  return new Map(part?.entries.map(({ choice, look }) => [choice.value, look]))
}

/** Square metres of an area and metres of a way say nothing after the point. */
const WHOLE_UNITS: readonly string[] = ['m2', 'm']
const WHOLE_FROM = 100

/** What a cell says; the unit stands in the header. */
export function cellText({ field }: Column, value: unknown, language: string, words: ValueWords): string {
  if (typeof value !== 'number' || (field.type !== 'integer' && field.type !== 'number'))
    return formatValue(field, value, language, words)
  const isWhole = field.unit !== undefined && WHOLE_UNITS.includes(field.unit) && Math.abs(value) >= WHOLE_FROM
  return (isWhole ? WHOLE : EXACT).format(value)
}

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const EXACT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 })

/** What stands in the first column where its own field is empty. */
export const substituteTitle = (layer: Layer, id: number, properties: Properties, language: string): string =>
  titleOrNumber(layer, id, properties, language)

const WIDTHS = { least: 76, most: 260, title: 220, titleNarrow: 148 } as const
/** Padding of a cell, and in a header the room for the signs of sorting and filtering. */
const PADDING = 26
const SIGNS = 42
const SWATCH = 24
const FONT_PX = 13

/** Widths in CSS pixels by what the header and the rows of a sample need. */
export function measureColumns(
  columns: readonly Column[],
  sample: readonly Feature[],
  narrow: boolean,
  textOf: (column: Column, value: unknown) => string,
): readonly number[] {
  return columns.map((column, index) => {
    const header = widthOf(column.label) + (column.unit ? widthOf(column.unit) + 6 : 0) + SIGNS
    const swatch = column.looks.size > 0 ? SWATCH : 0
    const cells = sample.map(({ properties }) => widthOf(textOf(column, properties[column.field.name])) + swatch)
    const most = index > 0 ? WIDTHS.most : narrow ? WIDTHS.titleNarrow : WIDTHS.title
    const wanted = Math.max(header, ...cells) + PADDING
    return Math.round(Math.min(most, Math.max(index === 0 && !narrow ? 150 : WIDTHS.least, wanted)))
  })
}

/** A Chinese character is as wide as the font is high, a Latin one a little more than half. */
export function widthOf(text: string): number {
  let ems = 0
  for (const character of text) ems += character > '\u2e7f' ? 1 : 0.58
  return ems * FONT_PX
}
