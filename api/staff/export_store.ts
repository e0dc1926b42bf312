import { seesMobileOf, type Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import { MAXIMUM_ROWS } from '../spreadsheets/read.ts'
import { EMPLOYMENTS } from './people_columns.ts'

interface Exported {
  readonly code: string | null
  readonly name: string
  readonly organisation: string
  readonly territory_code: string
  readonly posts: string | null
  readonly employment: string | null
  readonly telephone: string | null
  readonly mobile: string | null
  readonly left_on: string | null
}

/** People as an import takes them: cells in the order of its columns, mobile numbers as far as the visitor may see them. */
export async function readPeopleSheet(database: Queryable, where: Sql, visitor: Visitor): Promise<string[][]> {
  const rows = await database.query<Exported>(sql`
    select people.code, people.name, organisations.name as organisation, territory_code,
      (select string_agg(posts.name, '、' order by posts.id) from tenures join posts on posts.id = tenures.post_id
        where tenures.person_id = people.id and posts.organisation_id = people.organisation_id
          and valid_from <= today() and (valid_to is null or valid_to > today())) as posts,
      employment, people.telephone, mobile, left_on
    from people join organisations on organisations.id = people.organisation_id ${where}
    order by territory_code, organisations.id, people.id limit ${MAXIMUM_ROWS + 1}`)
  if (rows.length > MAXIMUM_ROWS) throw new Problem(422, 'export_too_large', {}, { maximum: MAXIMUM_ROWS })
  return rows.map((row) =>
    [
      row.code,
      row.name,
      row.organisation,
      row.territory_code,
      row.posts,
      EMPLOYMENTS.find(({ value }) => value === row.employment)?.names[0],
      row.telephone,
      seesMobileOf(visitor, row.territory_code) ? row.mobile : null,
      row.left_on,
    ].map((cell) => cell ?? ''),
  )
}

/** Who took which list out of the house, with which filters. */
export async function recordExport(
  database: Queryable,
  subject: string,
  facts: { readonly rows: number; readonly format: string; readonly filters: object },
): Promise<void> {
  await database.query(
    sql`select record_audit_entry('export', ${subject}::text, null, null, null, null, ${JSON.stringify(facts)}::jsonb)`,
  )
}
