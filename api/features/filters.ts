/** Property filters: `field=value`. What a value may be depends on the field's type in the catalogue. */
import type { Field } from '#geodata/layers/index.ts'
import { identifier, type Sql, sql } from '../database/sql.ts'
import { calendarDay, readText } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'

/** The condition that a field equals a value, or lies in a range `from..to` where the field is a number or a day. */
export function fieldFilter(field: Field, text: string): Sql {
  const column = identifier(field.name)
  switch (field.type) {
    case 'integer':
    case 'number':
      return rangeFilter(
        column,
        text,
        sql`float8`,
        readNumber,
        () => new Problem(400, 'filter_not_number', { field: field.name }, field),
      )
    case 'date':
      return rangeFilter(
        column,
        text,
        sql`date`,
        calendarDay,
        () => new Problem(400, 'filter_not_date', { field: field.name }, field),
      )
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw new Problem(400, 'filter_not_boolean', { field: field.name }, field)
      return sql`${column} = ${text}::boolean`
    case 'choice': {
      const known = field.choices.map(({ value }) => value)
      if (!known.includes(text))
        throw new Problem(400, 'filter_not_choice', { field: field.name }, { name: field.name, known: known.join(', ') })
      return sql`${column} = ${text}`
    }
    case 'code':
    case 'text': {
      const wanted = readText(field.name, text)
      return wanted.includes('*') ? sql`${column} ilike ${likePattern(wanted).replaceAll('*', '%')}` : sql`${column} = ${wanted}`
    }
  }
}

/** Escapes what LIKE would read as a wildcard. */
export const likePattern = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const readNumber = (text: string): number | undefined =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : undefined

function rangeFilter<Value>(
  column: Sql,
  text: string,
  type: Sql,
  read: (text: string) => Value | undefined,
  problem: () => Problem,
): Sql {
  const ends = text.split('..')
  const [from, to] = ends.map((end) => (end === '' ? null : read(end)))
  if (ends.length > 2 || from === undefined || (ends.length === 2 && to === undefined)) throw problem()
  if (ends.length === 1) {
    if (from === null) throw problem()
    return sql`${column} = ${from}::${type}`
  }
  if (from === null && to === null) throw problem()
  return sql`(${from}::${type} is null or ${column} >= ${from}::${type}) and (${to}::${type} is null or ${column} <= ${to}::${type})`
}
