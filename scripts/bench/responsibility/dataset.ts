/**
 * A territory of squares for questions about people. A community is 2700 m wide and holds in each of two schemes one grid of level 1, 9 of
 * level 2 and 81 of level 3, on unit cells as large as those of level 3; and 10 assignments to each grid. A tenth is a tenth of the
 * communities, each as full as before.
 */
import type { Database } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'

export interface Size {
  readonly columns: number
  readonly rows: number
}

/** 2 × 91 grids to a community: 100,464 and 10,192. */
export const SIZES = { whole: { columns: 24, rows: 23 }, tenth: { columns: 8, rows: 7 } } as const satisfies Record<string, Size>

/** Corner of the territory and width of a community, in millimetres of the zone of 114° E. */
const WEST = 410_000_000
const SOUTH = 3_870_000_000
const WIDTH = 2_700_000
const POINTS = 200_000
const PEOPLE_TO_A_COMMUNITY = 36

/** Fills an empty, migrated database as its owner, without triggers: what they would check and record is as it should be. */
export async function fillResponsibility(database: Database, size: Size): Promise<void> {
  const communities = size.columns * size.rows
  await database.transaction(async (transaction) => {
    await transaction.script(`
      set local statement_timeout = 0;
      set local session_replication_role = replica;
      select setseed(0.42);
      create function pg_temp.box(x float8, y float8, width float8) returns geometry language sql immutable as
        $$ select ST_Multi(ST_Segmentize(ST_SetSRID(ST_MakeEnvelope(x, y, x + width, y + width), 920114), width / 5)) $$;
      create function pg_temp.line(x1 float8, y1 float8, x2 float8, y2 float8) returns geometry language sql immutable as
        $$ select ST_Transform(ST_Multi(ST_Segmentize(ST_SetSRID(ST_MakeLine(ST_MakePoint(x1, y1), ST_MakePoint(x2, y2)), 920114), 100000)), 4326) $$;
      create temporary table community on commit drop as
        select c, r, '411825' || (100 + r) || lpad((c + 1)::text, 3, '0') as code,
          ${WEST}::float8 + c * ${WIDTH} as x, ${SOUTH}::float8 + r * ${WIDTH} as y
        from generate_series(0, ${size.columns - 1}) as c, generate_series(0, ${size.rows - 1}) as r;
      insert into administrative_areas (code, name, level, canonical, valid_from)
        select code, '社区' || code, 'community', pg_temp.box(x, y, ${WIDTH}), date '2025-01-01' from community
        union all
        select left(code, 9), '镇' || left(code, 9), 'town', ST_Multi(ST_Union(pg_temp.box(x, y, ${WIDTH}))), date '2025-01-01'
        from community group by left(code, 9)
        union all
        select '411825', '县', 'county', ST_Multi(ST_Union(pg_temp.box(x, y, ${WIDTH}))), date '2025-01-01' from community;
      insert into scheme (id, name_zh, name_en) values ('governance', '综治网格', 'Governance'), ('fire', '消防网格', 'Fire');
      insert into scheme_level (scheme, level, name_zh, name_en)
        select id, level, level || '级', 'Level ' || level from scheme, generate_series(1, 3) as level;
      create temporary table part on commit drop as
        select 1 as level, code || '000' as code, x, y, ${WIDTH} as width from community
        union all
        select 2, code || (i + 1) || '00', x + i % 3 * 900000, y + i / 3 * 900000, 900000 from community, generate_series(0, 8) as i
        union all
        select 3, code || (i + 1) || lpad((k + 1)::text, 2, '0'), x + i % 3 * 900000 + k % 3 * 300000, y + i / 3 * 900000 + k / 3 * 300000, 300000
        from community, generate_series(0, 8) as i, generate_series(0, 8) as k;
      insert into grids (scheme, level, code, name, households, population, canonical, valid_from)
        select scheme.id, level, code, '网格' || code, 300, 900, pg_temp.box(x, y, width), date '2025-01-01' from scheme, part;
      insert into grids (scheme, level, class, code, name, valid_from)
        select 'governance', 2, 'B', left(code, 9) || '00090' || trade, '行业', date '2025-01-01'
        from (select distinct left(code, 9) as code from community) as town, generate_series(1, 4) as trade;
      insert into unit_cells (code, land_use, households, population, canonical, valid_from)
        select code, 'built_up', 40, 120, pg_temp.box(x, y, width), date '2025-01-01' from part where level = 3;
      insert into hazard_zones (name, kind, canonical, valid_from)
        select '洪水', 'flood', pg_temp.box(x + 500000, y + 500000, 800000), date '2025-01-01' from community;
      insert into rivers (name, rank, geom)
        select '河' || r, 'main', pg_temp.line(min(x), y + 1000000, max(x) + ${WIDTH}, y + 1000000) from community group by r, y order by r;
      insert into river_segments (code, name, river_name, river_id, chainage_from_m, chainage_to_m, geom, valid_from)
        select '411825' || lpad((r * 100 + c)::text, 6, '0'), '河段', '河' || r, rivers.id, c * 2700, c * 2700 + 2700,
          pg_temp.line(x, y + 1000000, x + ${WIDTH}, y + 1000000), date '2025-01-01'
        from community join rivers on rivers.name = '河' || r;
      insert into road_segments (code, road_name, chainage_from_m, chainage_to_m, geom, valid_from)
        select 'L' || c || '-' || r || '-' || i, '路' || c || '-' || i, r * 2700, r * 2700 + 2700,
          pg_temp.line(x + i * 900000 + 400000, y, x + i * 900000 + 400000, y + ${WIDTH}), date '2025-01-01'
        from community, generate_series(0, 2) as i;
      insert into observation_points (name, kind, geom)
        select '速报点', 'reporter', ST_Transform(ST_SetSRID(ST_MakePoint(x + 1350000, y + 1350000), 920114), 4326) from community;
      insert into hydrants (code, geom)
        select 'H', ST_Transform(ST_SetSRID(ST_MakePoint(x + random() * ${WIDTH}, y + random() * ${WIDTH}), 920114), 4326)
        from community, generate_series(1, 10);
      insert into household_points (households, population, geom)
        select 2, 6, ST_Transform(ST_SetSRID(ST_MakePoint(${WEST} + random() * ${size.columns * WIDTH}, ${SOUTH} + random() * ${size.rows * WIDTH}), 920114), 4326)
        from generate_series(1, ${Math.round((POINTS * communities) / (SIZES.whole.columns * SIZES.whole.rows))});
      insert into organisations (name, territory_code, telephone) select '居委会', code, '0391-5550000' from community;
      insert into posts (organisation_id, name) select id, '网格岗' from organisations;
      insert into people (name, organisation_id, mobile)
        select '人' || i, organisations.id, '13800000000' from organisations, generate_series(1, ${PEOPLE_TO_A_COMMUNITY}) as i;
      insert into tenures (post_id, person_id, valid_from)
        select posts.id, people.id, date '2025-01-01' from people join posts on posts.organisation_id = people.organisation_id;`)
    await assignPeople(transaction)
  })
  await database.query(sql`analyze`)
}

/** Nine who have it and one who had it, for each grid; a chief to each segment of a river on two levels and to each of a road. */
async function assignPeople(transaction: { script(text: string): Promise<void> }): Promise<void> {
  await transaction.script(`
    create temporary table held (role text, standing text, valid_from date, valid_to date) on commit drop;
    insert into held values
      ('grid_leader', 'A', '2026-01-01', null), ('grid_leader', 'B', '2025-01-01', null), ('contact_leader', 'A', '2025-01-01', null),
      ('section_leader', 'A', '2025-01-01', null), ('jointly_responsible', 'joint', '2025-01-01', null), ('supervisor', 'A', '2025-01-01', null),
      ('grid_worker_full_time', 'A', '2025-01-01', null), ('grid_worker_part_time', 'A', '2025-01-01', null),
      ('safety_officer', 'A', '2025-01-01', null), ('grid_leader', 'A', '2025-01-01', '2026-01-01');
    insert into assignments (layer, object_id, role, standing, person_id, valid_from, valid_to)
      select 'grids', grids.id, role, standing, 1 + floor(random() * (select max(id) from people))::integer, held.valid_from, held.valid_to
      from grids, held;
    insert into assignments (layer, object_id, role, person_id, valid_from)
      select layer, id, role, 1 + floor(random() * (select max(id) from people))::integer, date '2025-01-01'
      from (select 'river_segments' as layer, id, role from river_segments, unnest(array['river_chief_town', 'river_chief_village']) as role
            union all select 'rivers', id, 'river_chief_county' from rivers
            union all select 'road_segments', id, 'road_chief' from road_segments
            union all select 'hydrants', id, 'keeper' from hydrants) as things;`)
}

/** A place by its share of the territory's width and height, in degrees. */
export async function placeAt(database: Database, size: Size, across: number, up: number): Promise<[number, number]> {
  const [x, y] = [WEST + across * size.columns * WIDTH, SOUTH + up * size.rows * WIDTH]
  const [row] = await database.query<{ lon: number; lat: number }>(sql`
    select ST_X(place) as lon, ST_Y(place) as lat
    from (select ST_Transform(ST_SetSRID(ST_MakePoint(${x}::float8, ${y}::float8), 920114), 4326) as place) as one`)
  return [row!.lon, row!.lat]
}
