/** Statements are composed of fragments; a value can only become a parameter. */
import sql, { empty, join, raw, type Sql } from 'sql-template-tag'

export { empty, join, type Sql, sql }

/** A table or column name. Callers take it from the catalogue or from the code, never from a request. */
export const identifier = (...path: readonly string[]): Sql => {
  for (const name of path) if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`)
  return raw(path.map((name) => `"${name}"`).join('.'))
}
