/** What a signboard says, as the database has it. */
import { CHIEF_LEVELS, type WaterClass } from '#geodata/rivers/records.ts'
import type { Queryable } from '../../../database/database.ts'
import { type Sql, sql } from '../../../database/sql.ts'
import { chiefsOf, rolesOfLevels } from '../../../rivers/chiefs_store.ts'
import { type Extent, validOn } from '../../../sheets/store.ts'
import type { PlanePoint } from './content.ts'

export interface SegmentOnBoard {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly river_id: number | null
  readonly river_name: string
  readonly river_name_en: string | null
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly start_place: string | null
  readonly end_place: string | null
  readonly water_class_target: WaterClass | null
  /** Longitude and latitude of its middle. */
  readonly longitude: number
  readonly latitude: number
}

/** Undefined where there is none on that day. */
export async function readSegment(database: Queryable, id: number, day: string): Promise<SegmentOnBoard | undefined> {
  const [row] = await database.query<SegmentOnBoard>(sql`
    select id, code, name, name_en, river_id, river_name, (select rivers.name_en from rivers where rivers.id = river_id) as river_name_en,
      chainage_from_m, chainage_to_m, start_place, end_place, water_class_target, ST_X(middle) as longitude, ST_Y(middle) as latitude
    from river_segments
    cross join lateral (select ST_LineInterpolatePoint(ST_GeometryN(geom, (ST_NumGeometries(geom) + 1) / 2), 0.5) as middle) as found
    where id = ${id}::integer and ${validOn(day)}`)
  return row
}

export interface CourseRow {
  readonly id: number
  readonly name: string
  readonly name_en: string | null
  readonly river_id: number | null
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly lines: readonly (readonly PlanePoint[])[]
}

const courses = (srid: number, wanted: Sql): Sql => sql`
  select id, name, name_en, river_id, chainage_from_m, chainage_to_m,
    (ST_AsGeoJSON(ST_Multi(ST_SnapToGrid(ST_Transform(geom, ${srid}::integer), 1)), 0, 0)::json) -> 'coordinates' as lines
  from river_segments where ${wanted} order by code, id`

/** The courses of segments on a plane, in its millimetres: one, or all in an extent on a day. */
export const readCourse = (database: Queryable, srid: number, id: number): Promise<CourseRow[]> =>
  database.query<CourseRow>(courses(srid, sql`id = ${id}::integer`))

export const readCourses = (database: Queryable, { srid, west, south, east, north }: Extent, day: string): Promise<CourseRow[]> =>
  database.query<CourseRow>(
    courses(
      srid,
      sql`geom && ST_Transform(ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, ${srid}::integer), 4326)
        and ${validOn(day)}`,
    ),
  )

export interface OnBoard {
  readonly role: string
  readonly standing: 'A' | 'B' | 'joint'
  readonly from_m: number | null
  readonly to_m: number | null
  readonly name: string
  readonly name_en: string | null
  readonly organisation: string
  readonly organisation_en: string | null
  readonly post: { readonly name: string; readonly name_en: string | null } | null
  /** Of the office: a personal number never stands on a board. */
  readonly telephone: string | null
}

/** @param chief rows of role, standing, person_id, from_m, to_m, assignment_id */
const people = (chief: Sql, day: string): Sql => sql`
  select chief.role, chief.standing, chief.from_m, chief.to_m, people.name, people.name_en, organisations.name as organisation,
    organisations.name_en as organisation_en, coalesce(people.telephone, organisations.telephone) as telephone,
    (select json_build_object('name', posts.name, 'name_en', posts.name_en) from tenures join posts on posts.id = tenures.post_id
      where tenures.person_id = people.id and ${validOn(day)} order by tenures.valid_from, posts.id limit 1) as post
  from ${chief} as chief
  join people on people.id = chief.person_id and (people.left_on is null or people.left_on > ${day}::text::date)
  join organisations on organisations.id = people.organisation_id
  order by chief.role, chief.standing, chief.from_m nulls first, chief.assignment_id`

/** Chiefs of all levels and the police of a segment on a day; who has left is not on the board. */
export const readBoardChiefs = (database: Queryable, segment: number, day: string): Promise<OnBoard[]> =>
  database.query<OnBoard>(
    people(
      sql`(select * from ${chiefsOf([...rolesOfLevels(CHIEF_LEVELS), 'river_police'], day)} as all_chiefs
        where segment_id = ${segment}::integer)`,
      day,
    ),
  )

/** Above all chiefs of a county stands one. */
export const readHeadChiefs = (database: Queryable, county: string, day: string): Promise<OnBoard[]> =>
  database.query<OnBoard>(
    people(
      sql`(select assignments.id as assignment_id, role, standing, person_id, null::float8 as from_m, null::float8 as to_m
        from assignments join administrative_areas as area on area.id = object_id and area.code = ${county}
        where layer = 'administrative_areas' and role = 'head_river_chief'
          and assignments.valid_from <= ${day}::text::date and (assignments.valid_to is null or assignments.valid_to > ${day}::text::date)
          and area.valid_from <= ${day}::text::date and (area.valid_to is null or area.valid_to > ${day}::text::date))`,
      day,
    ),
  )

export interface Hotline {
  readonly name: string
  readonly name_en: string | null
  readonly telephone: string
}

/**
 * Who takes complaints about a river: the office to which cases of rivers fall there, else the water department of the county. Undefined where
 * neither has a telephone.
 */
export async function readHotline(database: Queryable, code: string): Promise<Hotline | undefined> {
  const [row] = await database.query<Hotline>(sql`
    select name, name_en, telephone from (
      select organisations.*, length(case_departments.territory_code) as nearness
      from case_departments join organisations on organisations.id = organisation_id
      where duty = 'water' and starts_with(${code}::text, case_departments.territory_code)
      union all
      select organisations.*, 0 from organisations
      where kind = 'department' and territory_code = left(${code}::text, 6) and (name like '%水利%' or name like '%水务%')
    ) as found
    where telephone is not null order by nearness desc, id limit 1`)
  return row
}
