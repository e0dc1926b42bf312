/** How things stand: per community, also those from which there is no word, and their shapes. */
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { validOn } from '../responsibility/areas_at.ts'
import type { CommunityRow, CommunityShape, DamageEvent } from './records.ts'
import { HOLDS, liesIn } from './reports_store.ts'

/** The communities of the event and those beyond from which there is word, as far as the reader's territories reach. */
export const readCommunities = (database: Queryable, event: DamageEvent, territories: readonly string[], day: string) =>
  database.query<CommunityRow>(sql`
    with told as materialized (
      select community_code, community_name, community_name_en, nothing_damaged, degree, dead, missing, trapped, injured, moved, received_at
      from damage_reports as report where event_id = ${event.id} and ${HOLDS}
    ), sums as materialized (
      select community_code, min(community_name) as name, min(community_name_en) as name_en,
        count(*) filter (where not nothing_damaged)::integer as reports, count(*) filter (where nothing_damaged)::integer as zero_reports,
        count(*) filter (where degree = 'intact' and not nothing_damaged)::integer as intact,
        count(*) filter (where degree = 'slight')::integer as slight, count(*) filter (where degree = 'moderate')::integer as moderate,
        count(*) filter (where degree = 'severe')::integer as severe, count(*) filter (where degree = 'destroyed')::integer as destroyed,
        sum(dead)::integer as dead, sum(missing)::integer as missing, sum(trapped)::integer as trapped,
        sum(injured)::integer as injured, sum(moved)::integer as moved, max(received_at) as last_at
      from told group by community_code
    ), expected as materialized (
      select distinct on (code) code, name, name_en, households, population from administrative_areas
      where level = 'community' and ${validOn(day)} and exists (
        select from jsonb_array_elements_text(${JSON.stringify(event.area_codes)}::jsonb) as area where starts_with(code, area))
      order by code, id
    ), towns as materialized (
      select distinct on (code) code, name, name_en from administrative_areas where level = 'town' and ${validOn(day)} order by code, id
    ), offices as materialized (
      select distinct on (territory_code) territory_code, telephone from organisations
      where kind = 'community' and telephone is not null order by territory_code, id
    ), known as materialized (
      select coalesce(expected.code, sums.community_code) as community_code, coalesce(expected.name, sums.name) as name,
        coalesce(expected.name_en, sums.name_en) as name_en, households, population, reports, zero_reports,
        intact, slight, moderate, severe, destroyed, dead, missing, trapped, injured, moved, last_at
      from expected full join sums on sums.community_code = expected.code
    )
    select community_code as code, known.name, known.name_en, towns.name as town_name, towns.name_en as town_name_en,
      households, population, telephone, coalesce(reports, 0) as reports, coalesce(zero_reports, 0) as zero_reports,
      coalesce(intact, 0) as intact, coalesce(slight, 0) as slight, coalesce(moderate, 0) as moderate, coalesce(severe, 0) as severe,
      coalesce(destroyed, 0) as destroyed, coalesce(dead, 0) as dead, coalesce(missing, 0) as missing, coalesce(trapped, 0) as trapped,
      coalesce(injured, 0) as injured, coalesce(moved, 0) as moved, last_at
    from known left join towns on towns.code = left(community_code, 9) left join offices on offices.territory_code = community_code
    where ${liesIn(territories)} order by community_code`)

/** To draw communities by: borders may lose some 5 m. */
const TOLERANCE_DEGREES = 0.00005
const DIGITS = 5

export const readShapes = (database: Queryable, event: DamageEvent, territories: readonly string[], day: string) =>
  database.query<CommunityShape>(sql`
    with wanted as materialized (
      select distinct on (code) code as community_code, geom from administrative_areas
      where level = 'community' and ${validOn(day)} and (exists (
          select from jsonb_array_elements_text(${JSON.stringify(event.area_codes)}::jsonb) as area where starts_with(code, area))
        or code in (select community_code from damage_reports where event_id = ${event.id}))
      order by code, id
    )
    select community_code as code, ST_AsGeoJSON(ST_SimplifyPreserveTopology(geom, ${TOLERANCE_DEGREES}::float8), ${DIGITS}::integer)::json as geometry
    from wanted where ${liesIn(territories)} order by code`)
