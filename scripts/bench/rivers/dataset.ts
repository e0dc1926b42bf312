/**
 * A territory of squares, 2700 m each, with eight rivers through every row of them: 200 rivers of 54 km in 10,000 segments of 1080 m, each with a chief on
 * every level, five weeks of patrols with a million positions, a sample a month at 600 stations for two years, and cases.
 */
import { insertAccount } from '#api/access/accounts_store.ts'
import { storeToken } from '#api/access/store.ts'
import { newSecret, secretHash, TOKEN_PREFIX } from '#api/access/visitors.ts'
import type { Database } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'

export const COUNTY = '411825'
const COLUMNS = 20
const ROWS = 25
const RIVERS_IN_A_ROW = 8
const SEGMENTS_OF_A_RIVER = 50
const SEGMENT_M = 1080
/** Corner of the territory and width of a community, in millimetres of the zone of 114° E. */
const [WEST, SOUTH, WIDTH] = [410_000_000, 3_870_000_000, 2_700_000]
const PATROLS = 50_000
export const POINTS_OF_A_PATROL = 20
const CASES = 30_000

/** Fills an empty, migrated database as its owner, without triggers: what they would check and record is as it should be. */
export async function fillRivers(database: Database): Promise<void> {
  await database.transaction((transaction) =>
    transaction.script(`
      set local statement_timeout = 0;
      set local session_replication_role = replica;
      select setseed(0.42);
      create function pg_temp.box(x float8, y float8) returns geometry language sql immutable as
        $$ select ST_Multi(ST_Segmentize(ST_SetSRID(ST_MakeEnvelope(x, y, x + ${WIDTH}, y + ${WIDTH}), 920114), ${WIDTH / 5})) $$;
      create function pg_temp.place(x float8, y float8) returns geometry language sql immutable as
        $$ select ST_Transform(ST_SetSRID(ST_MakePoint(x, y), 920114), 4326) $$;
      -- Winds about the middle of its way, so that no segment is a straight line.
      create function pg_temp.river(y float8, from_m float8, to_m float8) returns geometry language sql immutable as
        $$ select ST_Multi(ST_Transform(ST_SetSRID(ST_MakeLine(array_agg(ST_MakePoint(${WEST} + m * 1000, y + 40000 * sin(m / 150)) order by m)), 920114), 4326))
           from generate_series(from_m::integer, to_m::integer, 27) as m $$;
      create temporary table community on commit drop as
        select '${COUNTY}' || (100 + r) || lpad((c + 1)::text, 3, '0') as code, ${WEST}::float8 + c * ${WIDTH} as x, ${SOUTH}::float8 + r * ${WIDTH} as y
        from generate_series(0, ${COLUMNS - 1}) as c, generate_series(0, ${ROWS - 1}) as r;
      insert into administrative_areas (code, name, level, canonical, valid_from)
        select code, '村' || code, 'community', pg_temp.box(x, y), date '2025-01-01' from community
        union all
        select left(code, 9), '镇' || left(code, 9), 'town', ST_Multi(ST_Union(pg_temp.box(x, y))), date '2025-01-01' from community group by left(code, 9)
        union all
        select '${COUNTY}', '县', 'county', ST_Multi(ST_Union(pg_temp.box(x, y))), date '2025-01-01' from community;
      create temporary table stream on commit drop as
        select r * ${RIVERS_IN_A_ROW} + i + 1 as number, r, ${SOUTH}::float8 + r * ${WIDTH} + (i + 0.5) * ${WIDTH / RIVERS_IN_A_ROW} as y
        from generate_series(0, ${ROWS - 1}) as r, generate_series(0, ${RIVERS_IN_A_ROW - 1}) as i;
      insert into rivers (code, name, rank, geom)
        select 'H' || number, '河' || number, 'main', pg_temp.river(y, 0, ${SEGMENTS_OF_A_RIVER * SEGMENT_M}) from stream order by number;
      insert into river_segments (code, name, river_name, river_id, chainage_from_m, chainage_to_m, water_class_target, start_place, end_place, geom, valid_from)
        select '${COUNTY}' || lpad(((number - 1) * ${SEGMENTS_OF_A_RIVER} + s + 1)::text, 6, '0'), '河' || number || '第' || (s + 1) || '段', '河' || number, rivers.id,
          s * ${SEGMENT_M}, (s + 1) * ${SEGMENT_M}, (array['II', 'III', 'IV'])[1 + number % 3], '界' || s, '界' || (s + 1),
          pg_temp.river(y, s * ${SEGMENT_M}, (s + 1) * ${SEGMENT_M}), date '2025-01-01'
        from stream join rivers on rivers.code = 'H' || number, generate_series(0, ${SEGMENTS_OF_A_RIVER - 1}) as s order by number, s;
      insert into organisations (name, territory_code, telephone)
        select '村委会', code, '0391-5550000' from community union all select '镇政府', left(code, 9), '0391-5550001' from community group by 2
        union all select '水务局', '${COUNTY}', '0391-5550002';
      insert into posts (organisation_id, name) select id, '河长' from organisations;
      insert into people (name, organisation_id, mobile)
        select '人' || organisations.id || '-' || i, organisations.id, '13800000000'
        from organisations, generate_series(1, case length(territory_code) when 12 then 7 else 1 end) as i order by organisations.id, i;
      insert into tenures (post_id, person_id, valid_from)
        select posts.id, people.id, date '2025-01-01' from people join posts on posts.organisation_id = people.organisation_id;
      create temporary table staff on commit drop as
        select people.id, territory_code, row_number() over (partition by territory_code order by people.id) as number
        from people join organisations on organisations.id = organisation_id;
      insert into assignments (layer, object_id, role, person_id, valid_from)
        select 'river_segments', segment.id, 'river_chief_village', staff.id, date '2025-01-01'
        from river_segments as segment
        join rivers on rivers.id = segment.river_id
        join stream on stream.number = substr(rivers.code, 2)::integer
        join staff on staff.number = 1 + segment.id % 7
          and staff.territory_code = '${COUNTY}' || (100 + stream.r) || lpad((1 + floor((segment.chainage_from_m + ${SEGMENT_M / 2}) / 2700))::text, 3, '0')
        union all
        select 'river_segments', segment.id, 'river_chief_town', staff.id, date '2025-01-01'
        from river_segments as segment join rivers on rivers.id = segment.river_id join stream on stream.number = substr(rivers.code, 2)::integer
        join staff on staff.territory_code = '${COUNTY}' || (100 + stream.r)
        union all
        select 'rivers', rivers.id, 'river_chief_county', staff.id, date '2025-01-01' from rivers, staff where staff.territory_code = '${COUNTY}';
      insert into patrols (client_id, digest, segment_id, level, person_id, account_name, rule_id, started_at, ended_at, received_at, clock_state, track, points,
          minutes, walked_m, covered_m, covered_percent, covered, gaps, flags, shortfalls, is_valid, reason)
        select md5('patrol ' || i)::uuid, 'bench', segment.id, 'village', assignments.person_id, '河长', rule.id, at - interval '15 minutes', at, at, 'right',
          (select ST_SetSRID(ST_MakeLine(array_agg(ST_MakePointM(ST_X(point), ST_Y(point), 45 * n) order by n)), 4326) from (
            select n, ST_LineInterpolatePoint(ST_GeometryN(segment.geom, 1), n / ${POINTS_OF_A_PATROL - 1}.0) as point
            from generate_series(0, ${POINTS_OF_A_PATROL - 1}) as n) as walked),
          ${POINTS_OF_A_PATROL}, 15, ${SEGMENT_M}, ${SEGMENT_M}, 100, '[]', '[]', '[]', '[]', i % 10 <> 0, case when i % 10 = 0 then '下雨' end
        from (select i, now() - random() * interval '35 days' as at, 1 + floor(random() * ${ROWS * RIVERS_IN_A_ROW * SEGMENTS_OF_A_RIVER})::integer as number
              from generate_series(1, ${PATROLS}) as i) as made
        join river_segments as segment on segment.code = '${COUNTY}' || lpad(number::text, 6, '0')
        join assignments on assignments.layer = 'river_segments' and object_id = segment.id and role = 'river_chief_village'
        join patrol_rules as rule on rule.level = 'village';
      insert into monitoring_stations (name, kind, river_name, chainage_m, geom)
        select '断面' || rivers.id || '-' || i, 'section', rivers.name, i * 15000, ST_LineInterpolatePoint(ST_GeometryN(geom, 1), i * 15000 / ${SEGMENTS_OF_A_RIVER * SEGMENT_M}.0)
        from rivers, generate_series(1, 3) as i;
      insert into water_samples (station_id, sampled_on, dissolved_oxygen_mg_l, cod_mg_l, ammonia_nitrogen_mg_l, source, account_name)
        select id, today() - 30 * i, 4 + 4 * random(), 10 + 15 * random(), random(), '监测站', 'bench' from monitoring_stations, generate_series(0, 23) as i;
      insert into case_places (community_code, community_name, grids, digest) select code, '村', '[]', code from community;
      insert into cases (number, client_id, digest, kind_id, source, geom, place_id, community_code, segment_id, chainage_m, account_name, noted_at, found_at, stage,
          stage_due_at, closing_due_at, filed_at, closed_at)
        select 'N' || i, md5('case ' || i)::uuid, 'bench', (select min(id) from case_kinds where subject = 'river'), 'river_patrol',
          ST_PointN(ST_GeometryN(segment.geom, 1), 1), place.id, place.community_code, segment.id, segment.chainage_from_m + 10, '河长', at, at,
          case when is_open then 'dispatched' else 'closed' end, case when is_open then at + interval '5 days' end, at + interval '7 days', at,
          case when not is_open then at + interval '3 days' end
        from (select i, now() - random() * interval '90 days' as at, i % 15 = 0 as is_open,
                1 + floor(random() * ${ROWS * RIVERS_IN_A_ROW * SEGMENTS_OF_A_RIVER})::integer as number from generate_series(1, ${CASES}) as i) as made
        join river_segments as segment on segment.code = '${COUNTY}' || lpad(number::text, 6, '0')
        join case_places as place on place.id = (select min(id) from case_places) + number % ${COLUMNS * ROWS};
      insert into signboards (segment_id, updated_on, account_name) select id, date '2025-02-01', 'bench' from river_segments where id % 20 <> 0;`),
  )
  await database.query(sql`vacuum analyze patrols`)
  await database.query(sql`analyze`)
}

export interface Asker {
  readonly person: number
  readonly authorization: string
}

/** A chief of a level with an account, and the headers with which he asks. The office has none: it sees the county. */
export async function letChiefIn(database: Database, level: 'village' | 'town' | 'county' | null): Promise<Asker> {
  const [chief] =
    level === null
      ? []
      : await database.query<{ person_id: number }>(sql`
          select person_id from assignments where role = ${`river_chief_${level}`} group by person_id order by count(*) desc, person_id limit 1`)
  const secret = `${TOKEN_PREFIX}${newSecret()}`
  await database.transaction(async (transaction) => {
    const account_id = await insertAccount(
      transaction,
      {
        ...{ name: `bench-${level ?? 'office'}`, display_name: 'bench', person_id: chief?.person_id ?? null },
        roles: [{ role: level === null ? 'river_office' : 'river_chief', territory_code: COUNTY }],
      },
      { hash: 'none', mustChange: false },
    )
    await storeToken(transaction, { account_id, name: 'bench', token_hash: secretHash(secret), read_only: false, days: 1 })
  })
  return { person: chief?.person_id ?? 0, authorization: `Bearer ${secret}` }
}
