/** What the standing of segments is told from, for as many as there are. */
import type { ChiefLevel, WaterClass } from '#geodata/rivers/records.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { chiefsOf, idList, rolesOfLevels } from './chiefs_store.ts'

/** A segment, or the stretch of it that has a chief of its own. */
export interface DutyRow {
  readonly id: number
  readonly river_id: number | null
  readonly river_name: string
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly water_class_target: WaterClass | null
  /** Since when somebody owes patrols there: today's chief, or the segment where there is none. */
  readonly since: string
  /** Days of the last valid patrols of the level, joined by commas; null where there was none. */
  readonly patrolled_on: string | null
  readonly problems: number
  readonly overdue_problems: number
}

export interface DutyFilter {
  /** Null is all. */
  readonly segments: readonly number[] | null
  /** Whose stretches are asked about; null is everybody's. */
  readonly person: number | null
  readonly river: number | null
  /** In the name or code of a segment, or the name of its river or places. */
  readonly q: string | null
}

const contains = (column: Sql, text: string): Sql => sql`position(lower(${text}::text) in lower(${column})) > 0`

const wanted = ({ segments, river, q }: Omit<DutyFilter, 'person'>): Sql => sql`
  ${segments === null ? sql`true` : sql`segment.id = ${idList(segments)}`}
  and ${river === null ? sql`true` : sql`segment.river_id = ${river}::integer`}
  and ${
    q === null
      ? sql`true`
      : sql`(starts_with(segment.code, ${q}) or ${contains(sql`segment.name`, q)} or ${contains(sql`coalesce(segment.name_en, '')`, q)}
        or ${contains(sql`segment.river_name`, q)} or ${contains(sql`coalesce(segment.start_place, '')`, q)}
        or ${contains(sql`coalesce(segment.end_place, '')`, q)})`
  }`

/**
 * All segments of a day, each with the stretches that have a chief on the level, and what is known of them. The last patrol of each is found by an
 * index, so it doesn't matter how many there ever were.
 * @param patrols how many of the last valid ones matter
 */
export const readDuties = (
  database: Queryable,
  level: ChiefLevel,
  day: string,
  filter: DutyFilter,
  patrols: number,
): Promise<DutyRow[]> =>
  database.query<DutyRow>(
    sql`
    with duty as materialized (
      select segment_id, from_m, to_m, min(valid_from) as since from ${chiefsOf(rolesOfLevels([level]), day, filter.person)} as chief
      where from_m < to_m group by segment_id, from_m, to_m
    ), open as materialized (
      select segment_id, count(*)::integer as problems, (count(*) filter (where stage_due_at < now()))::integer as overdue
      from cases where is_open and segment_id is not null group by segment_id
    )
    select segment.id, segment.river_id, segment.river_name, segment.chainage_from_m, segment.chainage_to_m, segment.water_class_target,
      (greatest(segment.valid_from, duty.since))::text as since, last.patrolled_on,
      coalesce(open.problems, 0) as problems, coalesce(open.overdue, 0) as overdue_problems
    from river_segments as segment
    left join duty on duty.segment_id = segment.id
    left join open on open.segment_id = segment.id
    left join lateral (
      select string_agg(patrolled.day::text, ',') as patrolled_on from (
        select (ended_at at time zone 'Asia/Shanghai')::date as day from patrols
        where segment_id = segment.id and level = ${level} and is_valid
          and (from_m is null or duty.from_m is null or (from_m < duty.to_m and to_m > duty.from_m))
        order by ended_at desc limit ${patrols}
      ) as patrolled
    ) as last on true
    where segment.valid_from <= ${day}::text::date and (segment.valid_to is null or segment.valid_to > ${day}::text::date)
      and ${wanted(filter)}`,
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
