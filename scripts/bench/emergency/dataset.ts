/**
 * A town of 2,000 cells with 3,000 hydrants, and around it a county with 100,000 dwellings and 8,000 hydrants in all, in the zone of 114° E.
 * Dwellings and the county's hydrants stand around 400 settlements; the last tenth of the town was never fitted out.
 */
import type { Database } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'

export const COUNTY = '411825'
export const TOWN = '411825100'

/** Fills an empty, migrated database as its owner. */
export async function fillEmergency(database: Database): Promise<void> {
  await database.transaction((transaction) =>
    transaction.script(`
      set local statement_timeout = 0;
      set local session_replication_role = replica;
      select setseed(0.42);
      create function pg_temp.box(x float8, y float8, width float8, height float8) returns geometry language sql immutable as
        $$ select ST_Multi(ST_SnapToGrid(ST_Segmentize(ST_SetSRID(ST_MakeEnvelope(x, y, x + width, y + height), 920114), 34000), 1)) $$;
      create function pg_temp.place(x float8, y float8) returns geometry language sql immutable as
        $$ select ST_Transform(ST_SetSRID(ST_MakePoint(x, y), 920114), 4326) $$;
      insert into administrative_areas (code, name, level, canonical, valid_from) values
        ('${COUNTY}', '县', 'county', pg_temp.box(440e6, 3880e6, 40e6, 40e6), '2025-01-01'),
        ('${TOWN}', '镇', 'town', pg_temp.box(440e6, 3880e6, 5e6, 4e6), '2025-01-01');
      insert into unit_cells (code, land_use, households, population, canonical, valid_from)
        select '${TOWN}' || lpad((1000 + r * 50 + c)::text, 6, '0'), 'built_up', 40, 120,
          pg_temp.box(440e6 + c * 100000, 3880e6 + r * 100000, 100000, 100000), '2025-01-01'
        from generate_series(0, 49) as c, generate_series(0, 39) as r;
      insert into hydrants (code, usable, inspected_on, geom)
        select 'T' || i, case when random() < 0.9 then 'yes' else 'no' end, today(),
          pg_temp.place(440e6 + random() * 4.5e6, 3880e6 + random() * 4e6)
        from generate_series(1, 3000) as i;
      create temporary table settlement on commit drop as
        select i, 440.5e6 + random() * 39e6 as x, 3880.5e6 + random() * 39e6 as y from generate_series(0, 399) as i;
      insert into hydrants (code, usable, inspected_on, geom)
        select 'C' || n, case when random() < 0.9 then 'yes' else 'no' end, today(),
          pg_temp.place(x + (random() + random() - 1) * 400000, y + (random() + random() - 1) * 400000)
        from generate_series(1, 5000) as n join settlement on i = n % 400;
      insert into household_points (households, population, geom)
        select 2, 6, pg_temp.place(x + (random() + random() - 1) * 700000, y + (random() + random() - 1) * 700000)
        from generate_series(1, 100000) as n join settlement on i = n % 400;
      insert into garbage_points (form, state, geom)
        select 'bin', 'intact', pg_temp.place(x + (random() + random() - 1) * 700000, y + (random() + random() - 1) * 700000)
        from generate_series(1, 5000) as n join settlement on i = n % 400;
      insert into shelters (name, class, status, effective_area_m2, area_per_person_m2, geom)
        select '避难场所' || i, (array['urgent', 'short_term', 'medium_term', 'long_term'])[1 + i % 4], 'available', 6000, 2, pg_temp.place(x, y)
        from settlement where i < 80;`),
  )
  await database.query(sql`analyze`)
}
