import type { Queryable, Transaction } from '../database/database.ts'
import { empty, join, type Sql, sql } from '../database/sql.ts'
import { validOn } from '../sheets/store.ts'
import { type Finding, isLookedAt } from './sites_store.ts'

export interface FindingFilter {
  readonly territory: string
  readonly relation: string | undefined
  readonly verdict: string | undefined
  /** `open` and `done` after the latest result; `none` where nobody has written one. */
  readonly state: string | undefined
  readonly kind: string | undefined
  /** Also those that the last check no longer found, or whose site is no longer one that it looks at. */
  readonly past: boolean
}

export interface FindingRow extends Omit<Finding, 'site_layer'> {
  readonly id: number
  readonly site: {
    readonly layer: string
    readonly id: number
    readonly code: string | null
    readonly name: string
    readonly name_en: string | null
    readonly kind: string
    readonly address: string | null
    readonly people: number | null
    readonly position: readonly [number, number]
  }
  readonly checked_on: string
  readonly present: boolean
  readonly result: ResultRow | null
}

export interface ResultRow {
  readonly result: string
  readonly follow_up: string | null
  readonly due_on: string | null
  readonly state: 'open' | 'done'
  readonly written_at: string
  readonly account_name: string
}

const IS_PRESENT = sql`(finding.present and ${isLookedAt})`

function findings({ territory, relation, verdict, state, kind, past }: FindingFilter, day: string): Sql {
  const where = [
    sql`ST_Intersects(area.geom, site.geom)`,
    ...(past ? [] : [IS_PRESENT]),
    ...(relation === undefined ? [] : [sql`finding.relation = ${relation}`]),
    ...(verdict === undefined ? [] : [sql`finding.verdict = ${verdict}`]),
    ...(kind === undefined ? [] : [sql`site.kind = ${kind}`]),
    ...(state === undefined ? [] : [sql`coalesce(latest.state, 'none') = ${state}`]),
  ]
  return sql`
    with area as materialized (
      select geom from administrative_areas where code = ${territory} and ${validOn(day)} order by id limit 1
    ), site as materialized (
      select 'key_sites' as layer, id, code, name, name_en, kind, address, people, geom, true as is_open from key_sites
      union all
      select 'shelters', id, code, name, name_en, 'shelter', address, capacity, geom, status <> 'closed' from shelters
    ), latest as materialized (
      select distinct on (finding_id) finding_id, result, follow_up, due_on, state, written_at, account_name
      from site_results order by finding_id, id desc
    ), found as (
      select finding.*, ${IS_PRESENT} as is_present, site.code, site.name, site.name_en, site.kind, site.address, site.people, site.geom, latest.state,
        case when latest.finding_id is not null then json_build_object('result', latest.result, 'follow_up', latest.follow_up,
          'due_on', latest.due_on, 'state', latest.state, 'written_at', latest.written_at, 'account_name', latest.account_name) end as result
      from site_findings as finding
      join site on site.layer = finding.site_layer and site.id = finding.site_id
      cross join area
      left join latest on latest.finding_id = finding.id
      where ${join(where, ' and ')}
    )`
}

export async function countFindings(database: Queryable, filter: FindingFilter, day: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(sql`${findings(filter, day)} select count(*) as count from found`)
  return row!.count
}

/** The gravest and nearest first. */
export const readFindings = (
  database: Queryable,
  filter: FindingFilter,
  day: string,
  page?: { readonly limit: number; readonly offset: number },
): Promise<FindingRow[]> =>
  database.query<FindingRow>(sql`
    ${findings(filter, day)}
    select id, site_id, hazard_layer, hazard_id, hazard_kind, hazard_name, hazard_name_en, relation, distance_m, line_distance_m,
      verdict, basis, edition, checked_on, is_present as present, result,
      json_build_object('layer', site_layer, 'id', site_id, 'code', code, 'name', name, 'name_en', name_en, 'kind', kind,
        'address', address, 'people', people, 'position', json_build_array(ST_X(geom), ST_Y(geom))) as site
    from found
    order by array_position(array['do_not_build', 'investigate', 'danger', 'watch'], verdict), distance_m, id
    ${page === undefined ? empty : sql`limit ${page.limit} offset ${page.offset}`}`)

/** Codes of the communities in which the site of a finding stands; undefined where there is no such finding. */
export async function readFindingPlace(database: Queryable, id: number, day: string): Promise<readonly string[] | undefined> {
  const [row] = await database.query<{ codes: string[] }>(sql`
    with site as materialized (
      select coalesce(key_sites.geom, shelters.geom) as geom from site_findings
      left join key_sites on site_layer = 'key_sites' and key_sites.id = site_id
      left join shelters on site_layer = 'shelters' and shelters.id = site_id
      where site_findings.id = ${id}
    )
    select coalesce((select json_agg(code order by code) from administrative_areas
      where level = 'community' and ${validOn(day)} and ST_Intersects(administrative_areas.geom, site.geom)), '[]') as codes
    from site`)
  return row?.codes
}

export async function insertResult(
  transaction: Transaction,
  finding: number,
  { result, follow_up, due_on, state }: Omit<ResultRow, 'written_at' | 'account_name'>,
  account: { readonly id: number | null; readonly name: string },
): Promise<ResultRow> {
  const [row] = await transaction.query<ResultRow>(sql`
    insert into site_results (finding_id, result, follow_up, due_on, state, account_id, account_name)
    values (${finding}, ${result}, ${follow_up}, ${due_on}::date, ${state}, ${account.id}, ${account.name})
    returning result, follow_up, due_on, state, written_at, account_name`)
  return row!
}

export const readResults = (database: Queryable, finding: number): Promise<ResultRow[]> =>
  database.query<ResultRow>(sql`
    select result, follow_up, due_on, state, written_at, account_name from site_results where finding_id = ${finding} order by id desc`)
