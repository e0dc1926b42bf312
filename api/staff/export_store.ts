import { EMPLOYMENTS } from '#geodata/responsibility/people_columns.ts'
import { seesMobileOf, type Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import { MAXIMUM_ROWS } from '../spreadsheets/read.ts'

interface Exported {
  readonly id: number
  readonly organisation_id: number
  readonly code: string | null
  readonly name: string
  readonly organisation: string
  readonly territory_code: string
  readonly employment: string | null
  readonly telephone: string | null
  readonly mobile: string | null
  readonly left_on: string | null
}

/** People as an import takes them: cells in the order of its columns, mobile numbers as far as the visitor may see them. */
export async function readPeopleSheet(database: Queryable, where: Sql, visitor: Visitor): Promise<string[][]> {
  const rows = await database.query<Exported>(sql`
    select people.id, people.organisation_id, people.code, people.name, organisations.name as organisation, territory_code,
      employment, people.telephone, mobile, left_on
    from people join organisations on organisations.id = people.organisation_id ${where}
    order by territory_code, organisations.id, people.id limit ${MAXIMUM_ROWS + 1}`)
  if (rows.length > MAXIMUM_ROWS) throw new Problem(422, 'export_too_large', {}, { maximum: MAXIMUM_ROWS })
  const held = await readHeldPosts(database)
  return rows.map((row) =>
    [
      row.code,
      row.name,
      row.organisation,
      row.territory_code,
      held.get(`${row.id}/${row.organisation_id}`),
      EMPLOYMENTS.find(({ value }) => value === row.employment)?.names[0],
      row.telephone,
      seesMobileOf(visitor, row.territory_code) ? row.mobile : null,
      row.left_on,
    ].map((cell) => cell ?? ''),
  )
}

/** The posts that people hold today, by person and organisation. Joined here: of rows just stored the planner knows no number. */
async function readHeldPosts(database: Queryable): Promise<Map<string, string>> {
  const rows = await database.query<{ person_id: number; organisation_id: number; posts: string }>(sql`
    select person_id, organisation_id, string_agg(posts.name, '、' order by posts.id) as posts
    from tenures join posts on posts.id = tenures.post_id
    where valid_from <= today() and (valid_to is null or valid_to > today()) group by person_id, organisation_id`)
  return new Map(rows.map(({ person_id, organisation_id, posts }) => [`${person_id}/${organisation_id}`, posts]))
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
