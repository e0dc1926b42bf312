import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Queryable } from '../database/database.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'

/** Rows that leave the database as one text: read within a few milliseconds, after which others have their turn. */
const PART = 5_000

/**
 * Many rows of a few numbers and short texts. As lists in JSON they take the embedded database a third of the time that rows take, each of whose
 * values crosses from its thread by itself. Days are `YYYY-MM-DD`; in no order.
 * @param rows a query
 * @param columns of it, all that the answer has
 */
export async function queryPacked<Row extends object>(
  database: Queryable,
  rows: Sql,
  columns: readonly (keyof Row & string)[],
): Promise<Row[]> {
  const packed = await database.query<{ part: string }>(sql`
    select json_agg(json_build_array(${join(columns.map((name) => identifier(name)))}))::text as part
    from (select *, (row_number() over ()) / ${PART}::integer as part from (${rows}) as rows) as numbered group by numbered.part`)
  const found: Row[] = []
  for (const { part } of packed) {
    for (const values of JSON.parse(part) as readonly (readonly unknown[])[]) {
      const row: Record<string, unknown> = {}
      for (let at = 0; at < columns.length; at++) row[columns[at]!] = values[at]
      found.push(row as Row)
    }
    await nextTurn()
  }
  return found
}
