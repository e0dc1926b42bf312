import type { ClockState } from '#geodata/damage/clock.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { identifier, type Sql, sql } from '../database/sql.ts'
import { PHOTO_JSON } from '../photos/store.ts'
import type { Place } from './place.ts'
import type { ReportFilter, ReportGiven } from './reading.ts'
import type { ReportPoint, ReportRow } from './records.ts'

const REPORTS = sql`
  select id, client_id, event_id, corrects_id, withdrawn, nothing_damaged, degree, kind, community_code, community_name,
    community_name_en, grids, ST_X(geom) as longitude, ST_Y(geom) as latitude, accuracy_m, place_source, place, dead, missing, trapped,
    injured, moved, text, photos_taken, account_id, account_name, noted_at, clock_state, clock_offset_s, at, received_at, digest,
    (select later.id from damage_reports as later where later.corrects_id = report.id) as corrected_by,
    (select coalesce(json_agg(${PHOTO_JSON} order by photos.id), '[]') from damage_report_photos
      join photos on photos.id = photo_id where report_id = report.id) as photos
  from damage_reports as report`

/** What holds: neither corrected nor taken back. */
export const HOLDS = sql`not withdrawn and not exists (
  select from damage_reports as later where later.corrects_id = report.id)`

export const liesIn = (territories: readonly string[]): Sql => sql`exists (
  select from jsonb_array_elements_text(${JSON.stringify(territories)}::jsonb) as territory where starts_with(community_code, territory))`

export async function findReport(
  database: Queryable,
  key: { readonly id: number } | { readonly client_id: string },
): Promise<ReportRow | undefined> {
  const [row] = await database.query<ReportRow>(
    'id' in key ? sql`${REPORTS} where id = ${key.id}` : sql`${REPORTS} where client_id = ${key.client_id}::uuid`,
  )
  return row
}

/** Whoever would correct it, or add a photo, waits until this transaction ends. */
export const holdReport = (transaction: Transaction, id: number) =>
  transaction.query(sql`select from damage_reports where id = ${id} for update`)

/** What was said before, the latest first. */
export async function readCorrected(database: Queryable, id: number): Promise<ReportRow[]> {
  return database.query<ReportRow>(sql`
    with recursive chain as (
      select corrects_id as id, 1 as step from damage_reports where id = ${id}
      union all select earlier.corrects_id, step + 1 from chain join damage_reports as earlier on earlier.id = chain.id
    )
    select told.* from chain join (${REPORTS}) as told on told.id = chain.id order by step`)
}

export interface JudgedReport extends ReportGiven {
  readonly clock_state: ClockState
  readonly clock_offset_s: number | null
  readonly at: string
  readonly received_at: string
}

/** Undefined where a report of this identifier has been stored meanwhile. */
export async function insertReport(
  transaction: Transaction,
  event: number,
  report: JudgedReport,
  place: Place,
  account: { readonly id: number; readonly name: string },
): Promise<number | undefined> {
  const [longitude, latitude] = typeof report.where === 'string' ? [null, null] : report.where
  const { dead, missing, trapped, injured, moved } = report
  const [row] = await transaction.query<{ id: number }>(sql`
    insert into damage_reports (client_id, digest, event_id, corrects_id, withdrawn, nothing_damaged, degree, kind,
      community_code, community_name, community_name_en, grids, geom, accuracy_m, place_source, place,
      dead, missing, trapped, injured, moved, text, photos_taken, account_id, account_name,
      noted_at, clock_offset_s, clock_state, at, received_at)
    values (${report.client_id}::uuid, ${report.digest}, ${event}, ${report.corrects}::integer, ${report.withdrawn}, ${report.nothing_damaged},
      ${report.degree}, ${report.kind}, ${place.community_code}, ${place.community_name}, ${place.community_name_en},
      ${JSON.stringify(place.grids)}::jsonb, ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326),
      ${report.accuracy_m}::float8, ${report.place_source}, ${report.place}, ${dead}, ${missing}, ${trapped}, ${injured}, ${moved},
      ${report.text}, ${report.photos}, ${account.id}::integer, ${account.name}, ${report.noted_at}::timestamptz,
      ${report.clock_offset_s}::float8, ${report.clock_state}, ${report.at}::timestamptz, ${report.received_at}::timestamptz)
    on conflict (client_id) do nothing returning id`)
  if (row && report.corrects !== null)
    await transaction.query(sql`
      insert into damage_report_photos (report_id, photo_id)
      select ${row.id}, photo_id from damage_report_photos where report_id = ${report.corrects}::integer`)
  return row?.id
}

export interface ReportPage {
  readonly total: number
  readonly reports: readonly ReportRow[]
}

/** The latest first. @param territories of the reader */
export async function listReports(
  database: Queryable,
  event: number,
  territories: readonly string[],
  filter: ReportFilter & { readonly account_id: number },
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ReportPage> {
  const { territory, degree, kind, people, nothing_damaged, all, mine, account_id } = filter
  const wanted = sql`event_id = ${event} and ${liesIn(territories)} and (${all} or (${HOLDS}))
    and (${territory}::text is null or starts_with(community_code, ${territory}::text))
    and (${degree}::text is null or (degree = ${degree}::text and not nothing_damaged)) and (${kind}::text is null or kind = ${kind}::text)
    and (${nothing_damaged}::boolean is null or nothing_damaged = ${nothing_damaged}::boolean)
    and (not ${mine} or account_id = ${account_id}) ${people ? sql`and ${identifier(people)} > 0` : sql``}`
  const [counted] = await database.query<{ total: number }>(sql`
    select count(*)::integer as total from damage_reports as report where ${wanted}`)
  const reports = await database.query<ReportRow>(sql`
    ${REPORTS} where ${wanted} order by received_at desc, id desc limit ${limit} offset ${offset}`)
  return { total: counted!.total, reports }
}

/** Every report that holds and whose place is known, the worst last, so that it is drawn on top. */
export const readPoints = (database: Queryable, event: number, territories: readonly string[]) =>
  database.query<ReportPoint>(sql`
    select id, ST_X(geom) as longitude, ST_Y(geom) as latitude, degree, kind, nothing_damaged, dead + missing + trapped > 0 as lives
    from damage_reports as report where event_id = ${event} and geom is not null and ${liesIn(territories)} and ${HOLDS}
    order by array_position(array['intact', 'slight', 'moderate', 'severe', 'destroyed'], degree), id`)

/** A photo that comes when its report has been corrected belongs to what holds now too. */
export async function attachPhoto(transaction: Transaction, report: number, photo: number): Promise<void> {
  const chain = sql`
    with recursive chain as (
      select ${report}::integer as id
      union all select later.id from chain join damage_reports as later on later.corrects_id = chain.id
    ) select id from chain`
  // Who corrects one of them at this moment copies its photos: before this one, or after it.
  await transaction.query(sql`select from damage_reports where id in (${chain}) order by id for update`)
  await transaction.query(sql`
    insert into damage_report_photos (report_id, photo_id) select id, ${photo}::integer from (${chain}) as later on conflict do nothing`)
}

/** The photo of a report that came as the same file before. */
export async function findAttached(transaction: Transaction, report: number, sent_sha256: string): Promise<number | undefined> {
  const [row] = await transaction.query<{ id: number }>(sql`
    select photos.id from damage_report_photos join photos on photos.id = photo_id
    where report_id = ${report} and sent_sha256 = ${sent_sha256}`)
  return row?.id
}
