import type { Relation, Verdict } from '#geodata/hazards/site_check.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { join, type Sql, sql } from '../database/sql.ts'
import { validOn } from '../sheets/store.ts'

const SITES = sql`(
    select 'key_sites' as layer, id, kind, geom, true as is_open from key_sites
    union all
    select 'shelters', id, 'shelter', geom, status <> 'closed' from shelters
  ) as site`

const areaOf = (territory: string, day: string): Sql => sql`area as materialized (
    select geom from administrative_areas where code = ${territory} and ${validOn(day)} order by id limit 1
  )`

const sitesIn = (territory: string, kinds: readonly string[], day: string): Sql => sql`
  ${areaOf(territory, day)}, site as materialized (
    select layer, id, site.geom from area join ${SITES} on ST_Intersects(area.geom, site.geom)
    where is_open and kind in (${join(kinds.map((kind) => sql`${kind}`))})
  )`

/** Of a finding and its site: whether the site is still one that the check which found it looks at. */
export const isLookedAt = sql`(site.is_open
  and (check_id is null or exists (select from site_checks where site_checks.id = check_id and kinds ? site.kind)))`

export interface FoundPair {
  readonly site_layer: string
  readonly site_id: number
  readonly hazard_layer: 'faults' | 'hazard_zones' | 'geohazard_points'
  readonly hazard_id: number
  readonly hazard_kind: string
  readonly hazard_name: string
  readonly hazard_name_en: string | null
  readonly distance_m: number
  readonly line_distance_m: number | null
  readonly basis: string | null
  readonly edition: string | null
}

export async function countSites(database: Queryable, territory: string, kinds: readonly string[], day: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    sql`with ${sitesIn(territory, kinds, day)} select count(*) as count from site`,
  )
  return row!.count
}

/**
 * Every site of a territory with each danger no farther than so many metres, on the spheroid. Of several zones of one kind around one
 * fault the nearest counts. The box around a site is so wide in degrees that it holds the distance up to 60° of latitude.
 */
export function readPairs(
  database: Queryable,
  territory: string,
  kinds: readonly string[],
  day: string,
  reach: { readonly zone: number; readonly point: number },
): Promise<FoundPair[]> {
  const box = (metres: number) => sql`ST_Expand(site.geom, ${metres / 55_000 + 1e-6}::float8)`
  return database.query<FoundPair>(sql`
    with ${sitesIn(territory, kinds, day)}, zone as materialized (
      select case when zone.fault_id is null then 'hazard_zones' else 'faults' end as hazard_layer,
        coalesce(zone.fault_id, zone.id) as hazard_id, zone.kind, zone.name, zone.name_en, zone.basis, zone.edition, zone.geom,
        zone.fault_id
      from hazard_zones as zone where ${validOn(day)}
    ), pair as materialized (
      select site.layer, site.id, site.geom, zone.hazard_layer, zone.hazard_id, zone.kind, zone.name, zone.name_en, zone.basis, zone.edition,
        zone.fault_id, ST_Distance(site.geom::geography, zone.geom::geography) as distance_m
      from site join zone on zone.geom && ${box(reach.zone)}
      union all
      select site.layer, site.id, site.geom, 'geohazard_points', point.id, point.kind, point.name, point.name_en, null, null,
        null, ST_Distance(site.geom::geography, point.geom::geography)
      from site join geohazard_points as point on point.geom && ${box(reach.point)}
    )
    select distinct on (layer, id, hazard_layer, hazard_id, kind) layer as site_layer, id as site_id, hazard_layer, hazard_id,
      kind as hazard_kind, name as hazard_name, name_en as hazard_name_en, distance_m, basis, edition,
      case when kind in ('fault_avoidance', 'fault_investigation') then (
        select min(ST_Distance(pair.geom::geography, faults.geom::geography)) from faults
        where pair.fault_id is null or faults.id = pair.fault_id) end as line_distance_m
    from pair
    where distance_m <= case when hazard_layer = 'geohazard_points' then ${reach.point}::float8 else ${reach.zone}::float8 end
    order by layer, id, hazard_layer, hazard_id, kind, distance_m`)
}

export interface Finding extends FoundPair {
  readonly relation: Relation
  readonly verdict: Verdict
}

/** What was found before and is not any more stays, as no longer present: somebody may have written about it. */
export async function storeFindings(
  transaction: Transaction,
  territory: string,
  kinds: readonly string[],
  findings: readonly Finding[],
  { id, day }: SiteCheck,
): Promise<void> {
  await transaction.query(sql`
    with ${sitesIn(territory, kinds, day)}
    update site_findings set present = false, checked_on = ${day}::date
    from site where site.layer = site_layer and site.id = site_id and present`)
  // Else one that is opened again would be in a danger that nobody has looked for since.
  await transaction.query(sql`
    with ${areaOf(territory, day)}
    update site_findings set present = false, checked_on = ${day}::date
    from area join ${SITES} on ST_Intersects(area.geom, site.geom)
    where site.layer = site_layer and site.id = site_id and present and not ${isLookedAt}`)
  await transaction.query(sql`
    insert into site_findings (site_layer, site_id, hazard_layer, hazard_id, hazard_kind, hazard_name, hazard_name_en, relation,
      distance_m, line_distance_m, verdict, basis, edition, checked_on, check_id)
    select site_layer, site_id, hazard_layer, hazard_id, hazard_kind, hazard_name, hazard_name_en, relation,
      distance_m, line_distance_m, verdict, basis, edition, ${day}::date, ${id}::integer
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as found (site_layer text, site_id integer, hazard_layer text,
      hazard_id integer, hazard_kind text, hazard_name text, hazard_name_en text, relation text, distance_m float8,
      line_distance_m float8, verdict text, basis text, edition text)
    on conflict (site_layer, site_id, hazard_layer, hazard_id, hazard_kind) do update set
      hazard_name = excluded.hazard_name, hazard_name_en = excluded.hazard_name_en, relation = excluded.relation,
      distance_m = excluded.distance_m, line_distance_m = excluded.line_distance_m, verdict = excluded.verdict,
      basis = excluded.basis, edition = excluded.edition, checked_on = excluded.checked_on, check_id = excluded.check_id,
      present = true`)
}

export interface SiteCheck {
  readonly id: number
  readonly territory_code: string
  readonly day: string
  readonly near_m: number
  /** Kinds of key sites, and `shelter`. */
  readonly kinds: readonly string[]
  readonly sites: number
  readonly clear: number
  readonly inside: number
  readonly near: number
  readonly checked_at: string
  readonly account_name: string
}

const CHECK = sql`id, territory_code, day, near_m, kinds, sites, clear, inside, near, checked_at, account_name`

export async function insertCheck(transaction: Transaction, check: Omit<SiteCheck, 'id' | 'checked_at'>): Promise<SiteCheck> {
  const [row] = await transaction.query<SiteCheck>(sql`
    insert into site_checks (territory_code, day, near_m, kinds, sites, clear, inside, near, account_name)
    values (${check.territory_code}, ${check.day}::date, ${check.near_m}::float8, ${JSON.stringify(check.kinds)}::jsonb, ${check.sites}, ${check.clear}, ${check.inside},
      ${check.near}, ${check.account_name})
    returning ${CHECK}`)
  return row!
}

/** The last check of exactly this territory. */
export async function readLastCheck(database: Queryable, territory: string): Promise<SiteCheck | undefined> {
  const [row] = await database.query<SiteCheck>(
    sql`select ${CHECK} from site_checks where territory_code = ${territory} order by id desc limit 1`,
  )
  return row
}
