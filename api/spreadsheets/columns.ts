/** Which column of a table is what, by its heading in either language. */
import type { ListColumn } from '#geodata/responsibility/list_column.ts'
import { Problem } from '../http/problem.ts'
import type { Cell, Table } from './read.ts'

export interface Recognised {
  readonly columns: readonly { readonly heading: string; readonly id: string | null }[]
  /** A cell of a row by the column's id; undefined where the table has no such column. */
  cell(row: Table['rows'][number], id: string): Cell | undefined
}

const plain = (heading: string): string => heading.toLowerCase().replace(/[\s_*（）()：:／/]/g, '')

/** Refuses a table in which a needed column is missing or one comes twice. Headings that mean nothing to us are left alone. */
export function recognise({ header }: Table, known: readonly ListColumn[]): Recognised {
  const byHeading = new Map(
    known.flatMap((column) =>
      [column.id, column.label.zh, column.label.en, ...column.aliases].map((name) => [plain(name), column.id] as const),
    ),
  )
  const columns = header.map((heading) => ({ heading, id: byHeading.get(plain(heading)) ?? null }))
  const places = new Map<string, number>()
  columns.forEach(({ id, heading }, place) => {
    if (id === null) return
    if (places.has(id)) throw new Problem(422, 'column_twice', { field: heading.slice(0, 100) }, { name: heading.slice(0, 100) })
    places.set(id, place)
  })
  const missing = known.filter(({ id, required }) => required && !places.has(id))
  if (missing.length > 0) throw new Problem(422, 'columns_missing', {}, { missing: missing.map(({ label }) => label) })
  return {
    columns,
    cell: ({ cells }, id) => {
      const place = places.get(id)
      return place === undefined ? undefined : (cells[place] ?? { text: '' })
    },
  }
}
