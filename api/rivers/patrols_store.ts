import type { ChiefLevel, Patrol, Stretch } from '#geodata/rivers/records.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { idList } from './chiefs_store.ts'
import type { PatrolFilter, PatrolGiven } from './patrol_reading.ts'

/** By this account, or by whoever's it is with another. */
const isOf = ({ account_id, person_id }: Visitor): Sql =>
  sql`(coalesce(patrols.account_id = ${account_id}::integer, false) or coalesce(patrols.person_id = ${person_id}::integer, false))`

const patrolsOf = (visitor: Visitor): Sql => sql`
  select patrols.id, patrols.segment_id, segment.name as segment_name, segment.name_en as segment_name_en, patrols.level,
    (select json_build_object('id', people.id, 'name', people.name, 'name_en', people.name_en) from people where people.id = patrols.person_id) as person,
    patrols.account_name, patrols.started_at, patrols.ended_at, patrols.received_at, patrols.points, patrols.minutes, patrols.walked_m,
    patrols.covered_m, patrols.covered_percent, patrols.covered, patrols.gaps, patrols.flags, patrols.shortfalls, patrols.is_valid,
    patrols.reason, patrols.remark, patrols.clock_state, ${isOf(visitor)} as mine
  from patrols join river_segments as segment on segment.id = patrols.segment_id`

export async function findPatrol(database: Queryable, id: number, visitor: Visitor): Promise<Patrol | undefined> {
  const [row] = await database.query<Patrol>(sql`${patrolsOf(visitor)} where patrols.id = ${id}::integer`)
  return row
}

export interface KnownPatrol {
  readonly id: number
  readonly account_id: number | null
  readonly digest: string
}

export async function findByClientId(database: Queryable, client_id: string): Promise<KnownPatrol | undefined> {
  const [row] = await database.query<KnownPatrol>(
    sql`select id, account_id, digest from patrols where client_id = ${client_id}::uuid`,
  )
  return row
}

/** Longitude, latitude and seconds since the start, as they came. */
export async function readPatrolTrack(database: Queryable, id: number): Promise<[number, number, number][]> {
  const [row] = await database.query<{ track: [number, number, number][] }>(sql`
    select coalesce((select json_agg(json_build_array(ST_X(geom), ST_Y(geom), ST_M(geom)) order by path) from ST_DumpPoints(track)), '[]') as track
    from patrols where id = ${id}::integer`)
  return row?.track ?? []
}

export interface PatrolPage {
  readonly total: number
  readonly patrols: readonly Patrol[]
}

const CHINA = '+08:00'

const segmentsIn = ({ scheme, code }: { readonly scheme: string; readonly code: string }, day: string | null): Sql => sql`
  select segment.id from river_segments as segment join grids on grids.scheme = ${scheme} and grids.code = ${code} and grids.class = 'A'
    and grids.valid_from <= coalesce(${day}::text::date, today()) and (grids.valid_to is null or grids.valid_to > coalesce(${day}::text::date, today()))
    and ST_Intersects(grids.geom, ST_LineInterpolatePoint(ST_GeometryN(segment.geom, (ST_NumGeometries(segment.geom) + 1) / 2), 0.5))`

/** The latest first. @param seen ids of the segments of which all may be seen; null is all. One's own are always seen. */
export async function listPatrols(
  database: Queryable,
  filter: PatrolFilter,
  seen: readonly number[] | null,
  visitor: Visitor,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<PatrolPage> {
  const { segments, segment, person, organisation, grid, mine, from, to, level, valid } = filter
  const conditions: Sql[] = [seen === null ? sql`true` : sql`(patrols.segment_id = ${idList(seen)} or ${isOf(visitor)})`]
  if (segments !== null) conditions.push(sql`patrols.segment_id = ${idList(segments)}`)
  if (segment !== null) conditions.push(sql`patrols.segment_id = ${segment}::integer`)
  if (person !== null) conditions.push(sql`patrols.person_id = ${person}::integer`)
  if (organisation !== null)
    conditions.push(sql`patrols.person_id in (select id from people where organisation_id = ${organisation}::integer)`)
  if (grid !== null) conditions.push(sql`patrols.segment_id in (${segmentsIn(grid, to)})`)
  if (mine) conditions.push(isOf(visitor))
  if (from !== null) conditions.push(sql`patrols.ended_at >= ${`${from}T00:00:00${CHINA}`}::text::timestamptz`)
  if (to !== null) conditions.push(sql`patrols.ended_at < ${`${to}T00:00:00${CHINA}`}::text::timestamptz + interval '1 day'`)
  if (level !== null) conditions.push(sql`patrols.level = ${level}`)
  if (valid !== null) conditions.push(sql`patrols.is_valid = ${valid}`)
  const wanted = conditions.reduce((all, each) => sql`${all} and ${each}`)
  const [counted] = await database.query<{ total: number }>(sql`select count(*)::integer as total from patrols where ${wanted}`)
  const patrols = await database.query<Patrol>(sql`
    ${patrolsOf(visitor)} where ${wanted} order by patrols.ended_at desc, patrols.id desc limit ${limit} offset ${offset}`)
  return { total: counted!.total, patrols }
}

export interface WalkedSegment {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly valid_from: string
  readonly valid_to: string | null
  readonly parts: readonly (readonly [number, number])[][]
}

export async function findWalkedSegment(database: Queryable, id: number): Promise<WalkedSegment | undefined> {
  const [row] = await database.query<WalkedSegment>(sql`
    select id, code, name, name_en, chainage_from_m, chainage_to_m, valid_from, valid_to, (ST_AsGeoJSON(geom, 8)::json -> 'coordinates') as parts
    from river_segments where id = ${id}::integer`)
  return row
}

/**
 * When the valid patrol of somebody on a segment ended that came before a time, and when the one began that came after. The same patrol may be
 * on its way in on another connection: it is none of them.
 */
export async function readPatrolsAround(
  database: Queryable,
  {
    person,
    segment,
    level,
    client_id,
  }: { readonly person: number; readonly segment: number; readonly level: ChiefLevel; readonly client_id: string },
  { started_at, ended_at }: { readonly started_at: string; readonly ended_at: string },
): Promise<{ readonly before: string | null; readonly after: string | null }> {
  const own = sql`person_id = ${person}::integer and segment_id = ${segment}::integer and level = ${level} and is_valid
    and client_id <> ${client_id}::uuid`
  const [row] = await database.query<{ before: string | null; after: string | null }>(sql`
    select (select max(ended_at) from patrols where ${own} and started_at <= ${started_at}::timestamptz) as before,
      (select min(started_at) from patrols where ${own} and started_at > ${started_at}::timestamptz and ended_at >= ${ended_at}::timestamptz) as after`)
  return row!
}

/** What is told of a patrol besides who made it. */
export type ToldPatrol = Omit<Patrol, 'id' | 'segment_name' | 'segment_name_en' | 'person' | 'account_name' | 'mine'>

export interface JudgedPatrol {
  readonly given: PatrolGiven
  readonly told: ToldPatrol
  readonly segment: WalkedSegment
  /** That was owed; null is the segment as a whole. */
  readonly stretch: Stretch | null
  readonly rule_id: number
}

/** Undefined where a patrol of this identifier has been stored meanwhile. */
export async function insertPatrol(
  transaction: Transaction,
  { given, told, stretch, rule_id }: JudgedPatrol,
  { account_id, display_name, person_id }: Visitor,
): Promise<number | undefined> {
  const [stored] = await transaction.query<{ id: number }>(sql`
    insert into patrols (client_id, digest, segment_id, level, person_id, account_id, account_name, rule_id, from_m, to_m, started_at, ended_at,
      received_at, clock_state, track, points, minutes, walked_m, covered_m, covered_percent, covered, gaps, flags, shortfalls, is_valid, reason, remark)
    values (${given.client_id}::uuid, ${given.digest}, ${told.segment_id}::integer, ${told.level}, ${person_id}::integer, ${account_id}::integer,
      ${display_name}, ${rule_id}::integer, ${stretch?.from_m ?? null}::float8, ${stretch?.to_m ?? null}::float8,
      ${told.started_at}::timestamptz, ${told.ended_at}::timestamptz, ${told.received_at}::timestamptz, ${told.clock_state},
      ST_GeomFromText(${trackText(given)}::text, 4326), ${told.points}::integer, ${told.minutes}::float8, ${told.walked_m}::float8,
      ${told.covered_m}::float8, ${told.covered_percent}::float8, ${JSON.stringify(told.covered)}::jsonb, ${JSON.stringify(told.gaps)}::jsonb,
      ${JSON.stringify(told.flags)}::jsonb, ${JSON.stringify(told.shortfalls)}::jsonb, ${told.is_valid}::boolean, ${told.reason}::text,
      ${told.remark}::text)
    on conflict (client_id) do nothing returning id`)
  return stored?.id
}

/** Null where one place alone, or none, makes no line. The clock is the device's, and each place has the seconds since it began. */
function trackText({ fixes, started_at }: PatrolGiven): string | null {
  if (fixes.length < 2) return null
  const start = Date.parse(started_at)
  return `LINESTRING M (${fixes.map(({ longitude, latitude, at }) => `${longitude} ${latitude} ${(at - start) / 1000}`).join(',')})`
}
