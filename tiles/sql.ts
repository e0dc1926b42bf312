/** Statements are composed of fragments; a value can only become a parameter. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag'

export { empty, join, type Sql, sql }

/** What a database is asked: the text names the values as $1, $2 … */
export type Statement = Pick<Sql, 'text' | 'values'>

/** A table or column name. Callers take it from the catalogue or from the code, never from a request. */
export const identifier = (...path: readonly string[]): Sql => {
  for (const name of path) if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`)
  return raw(path.map((name) => `"${name}"`).join('.'))
}

/**
 * A number or word of the catalogue or the code, never of a request, that belongs to the statement's text: a statement whose text
 * stays the same is prepared once.
 */
export const constant = (value: number | string): Sql => {
  if (typeof value === 'number' && Number.isFinite(value)) return raw(`'${value}'::float8`)
  if (!/^[a-z0-9_]+$/.test(String(value))) throw new Error(`not a constant: ${JSON.stringify(value)}`)
  return raw(`'${value}'`)
}
