/** What the standing of segments is told from, for as many as there are. */
import type { ChiefLevel } from '#geodata/rivers/records.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { idList, rolesOfLevels } from './chiefs_store.ts'

/** A segment, or a stretch of it that has a chief of its own. */
export interface DutyRow {
  readonly id: number
  /** Since when somebody owes patrols there; null where nobody is chief. */
  readonly since: string | null
  /** Days of the last valid patrols of the level, joined by commas; null where there was none. */
  readonly patrolled_on: string | null
}

export interface DutyFilter {
  /** Null is all. */
  readonly segments: readonly number[] | null
  /** Whose stretches are asked about; null is everybody's, and segments without anybody. */
  readonly person: number | null
  readonly river: number | null
  /** In the name or code of a segment, or the name of its river or places. */
  readonly q: string | null
}

const contains = (column: Sql, text: string): Sql => sql`position(lower(${text}::text) in lower(${column})) > 0`

const namedLike = (q: string): Sql => sql`(starts_with(segment.code, ${q}) or ${contains(sql`segment.name`, q)}
  or ${contains(sql`coalesce(segment.name_en, '')`, q)} or ${contains(sql`segment.river_name`, q)}
  or ${contains(sql`coalesce(segment.start_place, '')`, q)} or ${contains(sql`coalesce(segment.end_place, '')`, q)})`

/**
 * All segments of a day, each with the stretches that have a chief on the level, and when they were walked last. That is found by an index, so it
 * doesn't matter how many patrols there ever were. Whoever has a stretch twice, by the segment and by its river, is told twice.
 * @param patrols how many of the last valid ones matter
 */
export function readDuties(
  database: Queryable,
  level: ChiefLevel,
  day: string,
  { segments, person, river, q }: DutyFilter,
  patrols: number,
): Promise<DutyRow[]> {
  const [role] = rolesOfLevels([level])
  const among = (column: Sql): Sql => (segments === null ? sql`true` : sql`${column} = ${idList(segments)}`)
  const held = sql`role = ${role} and assignments.valid_from <= ${day}::text::date
    and (assignments.valid_to is null or assignments.valid_to > ${day}::text::date)
    and ${person === null ? sql`true` : sql`person_id = ${person}::integer`}`
  const duties = sql`
    select object_id as segment_id, assignments.chainage_from_m as from_m, assignments.chainage_to_m as to_m, assignments.valid_from as since
    from assignments where layer = 'river_segments' and ${held} and ${among(sql`object_id`)}
    union all
    select segment.id, assignments.chainage_from_m, assignments.chainage_to_m, assignments.valid_from
    from assignments join river_segments as segment on segment.river_id = object_id
    where layer = 'rivers' and ${held} and ${among(sql`segment.id`)}
      and (assignments.chainage_from_m is null
        or (assignments.chainage_from_m < segment.chainage_to_m and assignments.chainage_to_m > segment.chainage_from_m))`
  const lastDays = sql`
    select (ended_at at time zone 'Asia/Shanghai')::date as day from patrols
    where segment_id = segment.id and level = ${level} and is_valid
      and (patrols.from_m is null or duty.from_m is null or (patrols.from_m < duty.to_m and patrols.to_m > duty.from_m))
    order by ended_at desc`
  const patrolledOn =
    patrols === 1
      ? sql`(${lastDays} limit 1)::text`
      : sql`(select string_agg(last.day::text, ',') from (${lastDays} limit ${patrols}) as last)`
  // Not prepared: a plan that is to fit every person, level and number of patrols takes twice as long for a chief of thousands.
  return database.query<DutyRow>(sql`
    select segment.id, duty.since, ${patrolledOn} as patrolled_on
    from river_segments as segment ${person === null ? sql`left` : sql``} join (${duties}) as duty on duty.segment_id = segment.id
    where segment.valid_from <= ${day}::text::date and (segment.valid_to is null or segment.valid_to > ${day}::text::date)
      and ${among(sql`segment.id`)}
      and ${river === null ? sql`true` : sql`segment.river_id = ${river}::integer`} and ${q === null ? sql`true` : namedLike(q)}`)
}

export interface ProblemRow {
  readonly segment_id: number
  readonly problems: number
  readonly overdue_problems: number
}

/** Segments with cases that are open. */
export const readProblems = (database: Queryable, segments: readonly number[] | null): Promise<ProblemRow[]> =>
  database.query<ProblemRow>(
    sql`
    select segment_id, count(*)::integer as problems, (count(*) filter (where due_at < now()))::integer as overdue_problems
    from cases where is_open and ${segments === null ? sql`segment_id is not null` : sql`segment_id = ${idList(segments)}`} group by segment_id`,
    { prepared: true },
  )

/** What a list shows of a segment besides its standing. */
export interface FaceRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly river_name: string
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly length_m: number
  readonly start_place: string | null
  readonly end_place: string | null
  readonly bbox: readonly [number, number, number, number]
}

export async function readFaces(database: Queryable, segments: readonly number[]): Promise<ReadonlyMap<number, FaceRow>> {
  if (segments.length === 0) return new Map()
  const rows = await database.query<FaceRow>(
    sql`
    select id, code, name, name_en, river_name, chainage_from_m, chainage_to_m, length_m, start_place, end_place,
      json_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)) as bbox
    from river_segments where id = ${idList(segments)}`,
    { prepared: true },
  )
  return new Map(rows.map((row) => [row.id, row]))
}
