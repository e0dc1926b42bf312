import { CHIEF_LEVELS, type Chief, type ChiefLevel } from '#geodata/rivers/records.ts'
import { seesMobileOf, type Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'

const ROLE = { county: 'river_chief_county', town: 'river_chief_town', village: 'river_chief_village' } as const

export const rolesOfLevels = (levels: readonly ChiefLevel[]): readonly string[] => levels.map((level) => ROLE[level])
const roleList = (roles: readonly string[]): Sql => sql`any(string_to_array(${roles.join()}::text, ','))`

/** The level of a chief's role; null for the river police. */
export const LEVEL_COLUMN = sql`case role when 'river_chief_county' then 'county' when 'river_chief_town' then 'town'
  when 'river_chief_village' then 'village' end`

/** Assignments that hold on a day, or on some day of several. */
export type Holding = string | { readonly from: string; readonly to: string }

const holds = (holding: Holding): Sql => {
  const { from, to } = typeof holding === 'string' ? { from: holding, to: holding } : holding
  return sql`held.valid_from <= ${to}::text::date and (held.valid_to is null or held.valid_to > ${from}::text::date)`
}

/**
 * Who has one of the roles on segments: those of the segment itself, and those of its river as far as their stretch reaches into it. Whoever
 * has both is told once. Rows of segment_id, assignment_id, role, standing, person_id, from_m, to_m (of the segment), valid_from, valid_to.
 * @param person null is everybody
 */
export function chiefsOf(roles: readonly string[], holding: Holding, person: number | null = null): Sql {
  const wanted = sql`held.role = ${roleList(roles)} and ${holds(holding)}
    ${person === null ? sql`` : sql`and held.person_id = ${person}::integer`}`
  const columns = sql`segment.id as segment_id, held.id as assignment_id, held.role, held.standing, held.person_id,
    greatest(coalesce(held.chainage_from_m, segment.chainage_from_m), segment.chainage_from_m) as from_m,
    least(coalesce(held.chainage_to_m, segment.chainage_to_m), segment.chainage_to_m) as to_m, held.valid_from, held.valid_to`
  return sql`(
    select ${columns}
    from assignments as held join river_segments as segment on segment.id = held.object_id
    where held.layer = 'river_segments' and ${wanted}
    union all
    select ${columns}
    from assignments as held join river_segments as segment on segment.river_id = held.object_id
    where held.layer = 'rivers' and ${wanted}
      and (held.chainage_from_m is null
        or (held.chainage_from_m < segment.chainage_to_m and held.chainage_to_m > segment.chainage_from_m))
      and not exists (
        select from assignments as own
        where own.layer = 'river_segments' and own.object_id = segment.id and own.role = held.role and own.person_id = held.person_id
          and own.valid_from < coalesce(held.valid_to, 'infinity') and coalesce(own.valid_to, 'infinity') > held.valid_from))`
}

/** Everybody of the river on a segment, the police too, whose level is null. */
export type ChiefOfSegment = Omit<Chief, 'level'> & { readonly segment_id: number; readonly level: ChiefLevel | null }

type Row = ChiefOfSegment & { readonly territory_code: string; readonly mobile: string | null }

/** By segment; from the county down, the first before the substitute, and by chainage. */
export async function readChiefs(
  database: Queryable,
  segments: readonly number[],
  day: string,
  visitor: Visitor,
): Promise<Map<number, ChiefOfSegment[]>> {
  const found = new Map<number, ChiefOfSegment[]>(segments.map((id) => [id, []]))
  if (segments.length === 0) return found
  const rows = await database.query<Row>(
    sql`
    select chief.segment_id, chief.assignment_id, ${LEVEL_COLUMN} as level,
      json_build_object('id', people.id, 'name', people.name, 'name_en', people.name_en) as person,
      organisations.name as organisation, organisations.name_en as organisation_en, organisations.territory_code,
      (select posts.name from tenures join posts on posts.id = tenures.post_id
        where tenures.person_id = people.id and tenures.valid_from <= ${day}::text::date
          and (tenures.valid_to is null or tenures.valid_to > ${day}::text::date)
        order by tenures.valid_from, posts.id limit 1) as post,
      coalesce(people.telephone, organisations.telephone) as telephone, people.mobile,
      chief.from_m as chainage_from_m, chief.to_m as chainage_to_m, chief.valid_from, chief.valid_to
    from ${chiefsOf([...rolesOfLevels(CHIEF_LEVELS), 'river_police'], day)} as chief
    join people on people.id = chief.person_id
    join organisations on organisations.id = people.organisation_id
    where chief.segment_id = ${idList(segments)}
    order by chief.segment_id, array_position(array['county', 'town', 'village'], ${LEVEL_COLUMN}), chief.standing, chief.from_m, chief.assignment_id`,
    { prepared: true },
  )
  for (const { territory_code, mobile, ...chief } of rows)
    found.get(chief.segment_id)?.push(seesMobileOf(visitor, territory_code) ? { ...chief, mobile } : chief)
  return found
}

/** For `column = …`: numbers as one value, so that a statement's text does not hang on how many there are. */
export const idList = (ids: readonly number[]): Sql => sql`any(string_to_array(${ids.join()}::text, ',')::integer[])`

/** Somebody's own stretch of a segment, on one level. */
export interface OwnStretch {
  readonly segment_id: number
  readonly level: ChiefLevel
  readonly from_m: number
  readonly to_m: number
  readonly valid_from: string
  readonly valid_to: string | null
}

/** Where somebody is a chief, on a day or within days. */
export const readOwnStretches = (database: Queryable, person: number, holding: Holding): Promise<OwnStretch[]> =>
  database.query<OwnStretch>(
    sql`
    select chief.segment_id, ${LEVEL_COLUMN} as level, chief.from_m, chief.to_m, chief.valid_from, chief.valid_to
    from ${chiefsOf(rolesOfLevels(CHIEF_LEVELS), holding, person)} as chief
    order by chief.segment_id, level, chief.from_m, chief.valid_from`,
    { prepared: true },
  )
