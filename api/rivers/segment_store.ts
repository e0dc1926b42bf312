import type { CaseRow } from '#geodata/cases/records.ts'
import type { WaterClass } from '#geodata/rivers/records.ts'
import { codesIn, FROM_CASES, inList, rowColumns } from '../cases/rows.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { idList } from './chiefs_store.ts'

export interface SegmentRecord {
  readonly id: number
  readonly river_id: number | null
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly water_class_target: WaterClass | null
  readonly line: readonly (readonly [number, number])[]
}

const validOn = (day: string): Sql =>
  sql`valid_from <= ${day}::text::date and (valid_to is null or valid_to > ${day}::text::date)`

/** Undefined where there is none on that day. */
export async function findSegment(database: Queryable, id: number, day: string): Promise<SegmentRecord | undefined> {
  const [row] = await database.query<SegmentRecord>(sql`
    select id, river_id, chainage_from_m, chainage_to_m, water_class_target,
      (select json_agg(json_build_array(round(ST_X(place)::numeric, 7)::float8, round(ST_Y(place)::numeric, 7)::float8) order by path)
        from (select geom as place, path from ST_DumpPoints(river_segments.geom)) as vertices) as line
    from river_segments where id = ${id}::integer and ${validOn(day)}`)
  return row
}

export interface NeighbourRow {
  readonly where: 'upstream' | 'downstream'
  readonly id: number
  readonly name: string
  readonly name_en: string | null
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly gap_m: number
}

/** The segment before and the one after on the same river, that before first. */
export const readNeighbours = (database: Queryable, segment: SegmentRecord, day: string): Promise<NeighbourRow[]> => {
  const beside = sql`id <> ${segment.id}::integer and river_id = ${segment.river_id}::integer and ${validOn(day)}`
  const columns = sql`id, name, name_en, chainage_from_m, chainage_to_m`
  return database.query<NeighbourRow>(sql`
    (select 'upstream' as where, ${columns}, greatest(0, ${segment.chainage_from_m}::float8 - chainage_to_m) as gap_m from river_segments
      where ${beside} and chainage_from_m <= ${segment.chainage_from_m}::float8 order by chainage_from_m desc, id limit 1)
    union all
    (select 'downstream', ${columns}, greatest(0, chainage_from_m - ${segment.chainage_to_m}::float8) from river_segments
      where ${beside} and chainage_from_m > ${segment.chainage_from_m}::float8 order by chainage_from_m, id limit 1)`)
}

/** What is open there, what is due next first. @param territories in which the reader sees cases */
export async function readOpenCases(
  database: Queryable,
  segment: number,
  territories: readonly string[],
  account: number,
): Promise<CaseRow[]> {
  if (territories.length === 0) return []
  const rows = await database.query<CaseRow>(sql`
    select ${rowColumns(account)} from ${FROM_CASES}
    where cases.is_open and cases.segment_id = ${segment}::integer and ${codesIn(sql`cases.community_code`, territories)}
    order by cases.due_at nulls last, cases.id limit 100`)
  return rows.map(inList)
}

export interface RiverRow {
  readonly id: number
  readonly name: string | null
  readonly name_en: string | null
  readonly rank: string
  readonly length_m: number
  readonly segments: number
}

/** Those that have segments on a day. @param seen ids of segments that may be seen; null is all */
export const listRivers = (database: Queryable, seen: readonly number[] | null, day: string): Promise<RiverRow[]> =>
  database.query<RiverRow>(sql`
    select rivers.id, rivers.name, rivers.name_en, rivers.rank, rivers.length_m, counted.segments
    from (
      select river_id, count(*)::integer as segments from river_segments
      where ${validOn(day)} and river_id is not null and ${seen === null ? sql`true` : sql`id = ${idList(seen)}`} group by river_id
    ) as counted
    join rivers on rivers.id = counted.river_id
    order by array_position(array['main', 'tributary', 'ditch'], rivers.rank), rivers.length_m desc, rivers.id`)

export async function findRiver(database: Queryable, id: number): Promise<Omit<RiverRow, 'segments'> | undefined> {
  const [row] = await database.query<RiverRow>(
    sql`select id, name, name_en, rank, length_m from rivers where id = ${id}::integer`,
  )
  return row
}

export interface CaseOnRiver {
  readonly id: number
  readonly chainage_m: number
  readonly overdue: boolean
}

/** What is open along a river of a day, down the river. */
export const readCasesAlong = (
  database: Queryable,
  segments: readonly number[],
  territories: readonly string[],
): Promise<CaseOnRiver[]> =>
  database.query<CaseOnRiver>(sql`
    select cases.id, cases.chainage_m, coalesce(cases.due_at < now(), false) as overdue from cases
    where cases.is_open and cases.segment_id = ${idList(segments)} and ${codesIn(sql`cases.community_code`, territories)}
    order by cases.chainage_m, cases.id`)
