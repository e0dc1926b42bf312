// What the table asks of its layer, how a link says it, and how the server is asked.
import { type Field, fieldsOf, findLayer } from '#geodata/layers/index.ts'
import type { Extent } from '../api/types.ts'

export interface Sort {
  readonly field: string
  readonly descending: boolean
}

export interface TableQuestion {
  readonly layer: string
  /** Looked for in every text of a row. */
  readonly text: string
  readonly sort: Sort | null
  /** Field name → condition as the server reads it: a value, `from..to`, or a text with `*` for whatever comes before or after. */
  readonly filters: Readonly<Record<string, string>>
  readonly inView: boolean
}

export const plainQuestion = (layer: string): TableQuestion => ({ layer, text: '', sort: null, filters: {}, inView: false })

/** Whether some rows may be left out. */
export const narrows = ({ text, filters, inView }: TableQuestion): boolean =>
  text.trim() !== '' || inView || Object.keys(filters).length > 0

/** Ascending, descending, back to the order of entry. */
export function nextSort(sort: Sort | null, field: string): Sort | null {
  if (sort?.field !== field) return { field, descending: false }
  return sort.descending ? null : { field, descending: true }
}

export function withFilter(question: TableQuestion, field: string, condition: string | null): TableQuestion {
  const { [field]: _, ...others } = question.filters
  return { ...question, filters: condition === null ? others : { ...others, [field]: condition } }
}

/** The parameters of `/api/collections/{layer}/items`, without those of a page. */
export function askServer({ text, sort, filters }: TableQuestion, bounds: Extent | null): string {
  const query = new URLSearchParams(filters)
  if (text.trim()) query.set('q', text.trim())
  if (bounds) query.set('bbox', bounds.join(','))
  if (sort) query.set('sortby', writeSort(sort))
  return query.toString()
}

const writeSort = ({ field, descending }: Sort): string => `${descending ? '-' : ''}${field}`

/** The parts of the console's address that belong to the table. */
export function writeQuestion(question: TableQuestion | null, table: string | null): [string, string | null][] {
  if (!question || question.layer !== table) return []
  const { text, sort, filters, inView } = question
  const conditions = Object.entries(filters).map(
    ([field, condition]) => `${field}:${condition.replaceAll(/[%;]/g, encodeURIComponent)}`,
  )
  return [
    ['find', text.trim() || null],
    ['sort', sort && writeSort(sort)],
    ['where', conditions.join(';') || null],
    ['within', inView ? 'view' : null],
  ]
}

/** Conditions on fields that the layer does not have (any more) are dropped; the server judges the rest. */
export function readQuestion(parameters: URLSearchParams, table: string | null): TableQuestion | null {
  const layer = table ? findLayer(table) : undefined
  if (!layer) return null
  const fields = fieldsOf(layer)
  const question: TableQuestion = {
    layer: layer.id,
    text: parameters.get('find') ?? '',
    sort: readSort(parameters.get('sort') ?? '', fields),
    filters: readFilters(parameters.get('where') ?? '', fields),
    inView: parameters.get('within') === 'view',
  }
  return narrows(question) || question.sort ? question : null
}

function readSort(text: string, fields: readonly Field[]): Sort | null {
  const [, sign, field = ''] = /^(-?)(\w+)$/.exec(text) ?? []
  return fields.some(({ name }) => name === field) ? { field, descending: sign === '-' } : null
}

function readFilters(text: string, fields: readonly Field[]): Readonly<Record<string, string>> {
  const pairs = text.split(';').flatMap((part): [string, string][] => {
    const [, field = '', condition = ''] = /^(\w+):(.+)$/.exec(part) ?? []
    const plain = condition.replaceAll(/%25|%3B/g, decodeURIComponent)
    return fields.some(({ name }) => name === field) ? [[field, plain]] : []
  })
  return Object.fromEntries(pairs)
}

/** `from..to` taken apart; a single value is both ends. */
export function readRange(condition: string | undefined): readonly [from: string, to: string] {
  if (condition === undefined) return ['', '']
  const [from = '', to = from] = condition.split('..')
  return [from, to]
}

export function writeRange(from: string, to: string): string | null {
  if (from === '' && to === '') return null
  return from === to ? from : `${from}..${to}`
}

/** What a person types is looked for anywhere in the text; stars are theirs to place. */
export const writeContaining = (text: string): string | null => {
  const wanted = text.trim()
  return wanted === '' ? null : wanted.includes('*') ? wanted : `*${wanted}*`
}

export const readContaining = (condition: string | undefined): string => (condition ?? '').replace(/^\*([^*]*)\*$/, '$1')
