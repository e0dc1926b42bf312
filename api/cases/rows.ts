/** Cases as they are told. */
import type { CaseRow, GridOfCase } from '#geodata/cases/records.ts'
import { type Sql, sql } from '../database/sql.ts'

const named = (table: Sql, id: Sql): Sql =>
  sql`(select json_build_object('id', id, 'name', name, 'name_en', name_en) from ${table} where id = ${id})`

/** From `cases` with `case_kinds as kind` and `case_places as place_of`; `mine` wants the asker. */
export const rowColumns = (account: number): Sql => sql`
  cases.id, cases.number, json_build_object('code', kind.code, 'subject', kind.subject, 'name', kind.name, 'name_en', kind.name_en,
    'class_name', kind.class_name, 'class_name_en', kind.class_name_en, 'urgent', kind.urgent) as kind,
  cases.source, cases.text, ST_X(cases.geom) as longitude, ST_Y(cases.geom) as latitude, cases.place, cases.community_code,
  place_of.community_name, place_of.community_name_en, place_of.grids, cases.segment_id, cases.chainage_m, cases.bank, cases.stage,
  ${named(sql`organisations`, sql`cases.organisation_id`)} as organisation, ${named(sql`people`, sql`cases.handler_id`)} as person,
  cases.found_at, cases.due_at, cases.stage_due_at, cases.handle_due_at, cases.closing_due_at, cases.closed_at, cases.changed_at, cases.returns,
  cases.reworks, cases.extensions, cases.extension_asked,
  (select count(*)::integer from case_events join case_event_photos on event_id = case_events.id where case_id = cases.id) as photos,
  cases.version, coalesce(cases.account_id = ${account}::integer, false) as mine`

export const FROM_CASES: Sql = sql`cases join case_kinds as kind on kind.id = cases.kind_id join case_places as place_of on place_of.id = cases.place_id`

/** In a list, of each scheme the lowest grid only. */
export const inList = <Row extends CaseRow>(row: Row): Row => ({ ...row, grids: lowest(row.grids) })

function lowest(grids: readonly GridOfCase[]): GridOfCase[] {
  const found = new Map<string, GridOfCase>()
  for (const grid of grids) if ((found.get(grid.scheme)?.level ?? 0) < grid.level) found.set(grid.scheme, grid)
  return [...found.values()]
}

/**
 * Those in one of the territories. Compared byte by byte, so that the index answers: a colon comes after all digits.
 * @param column of a text with the code of a community
 */
export function codesIn(column: Sql, territories: readonly string[]): Sql {
  if (territories.includes('')) return sql`true`
  const [first, ...others] = territories.map((code) => sql`(${column} ~>=~ ${code} and ${column} ~<~ ${`${code}:`})`)
  return first ? sql`(${others.reduce((all, each) => sql`${all} or ${each}`, first)})` : sql`false`
}
