// All rows that a question finds, as a file on the reader's disk.
import type { Layer } from '#geodata/layers/index.ts'
import { readPages } from '../api/pages.ts'
import type { Progress } from '../api/paging.ts'
import type { Feature } from '../api/types.ts'
import { pick } from '../words/pick.ts'
import type { Column } from './columns.ts'
import { BYTE_ORDER_MARK, type CsvWords, csvHeader, csvRow } from './csv.ts'

/** Small enough that progress moves and cancelling is felt. */
const PAGE = 2_000

interface Wanted {
  readonly layer: Layer
  readonly search: string
  readonly language: string
  /** Of the file, without its ending; else that of the layer with today's day. */
  readonly name?: string
}
interface CsvOrder extends Wanted {
  readonly kind: 'csv'
  readonly columns: readonly Column[]
  readonly words: CsvWords
}
interface JsonOrder extends Wanted {
  readonly kind: 'geojson'
}
export type Order = CsvOrder | JsonOrder
export type FileKind = Order['kind']

export async function download(order: Order, signal: AbortSignal, progress: (progress: Progress) => void): Promise<void> {
  const parts: string[] = [head(order)]
  let isFirst = true
  for await (const { features, read, total } of readPages(order.layer.id, order.search, signal, PAGE)) {
    parts.push(order.kind === 'csv' ? csvPart(order, features) : jsonPart(features, isFirst))
    isFirst = false
    progress({ read, total })
  }
  if (order.kind === 'geojson') parts.push('\n]}\n')
  save(new Blob(parts, { type: order.kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/geo+json' }), fileName(order))
}

function head(order: Order): string {
  const { layer, language } = order
  if (order.kind === 'csv') return BYTE_ORDER_MARK + csvHeader(order.columns, layer.geometry === 'Point', order.words, language)
  return `{"type":"FeatureCollection","name":${JSON.stringify(pick(layer.name, language))},"features":[\n`
}

const csvPart = ({ columns, layer, language, words }: CsvOrder, features: readonly Feature[]): string =>
  features.map((feature) => csvRow(feature, columns, layer.geometry === 'Point', words, language)).join('')

const jsonPart = (features: readonly Feature[], isFirst: boolean): string =>
  features.length === 0 ? '' : (isFirst ? '' : ',\n') + features.map((feature) => JSON.stringify(feature)).join(',\n')

const fileName = ({ layer, language, kind, name }: Order): string =>
  name === undefined ? datedName(pick(layer.name, language), kind) : `${name}.${kind}`

/** Which day's state a file holds stands in its name. */
export function datedName(name: string, ending: string): string {
  const now = new Date()
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return `${name} ${day}.${ending}`
}

/** Puts a file on the reader's disk. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address some time after the click.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
