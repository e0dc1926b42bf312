/** A million cases of three years on the territory of squares: 1.7 % of them open, all with their seven steps. */
import type { Database } from '#api/database/database.ts'
import { identifier, sql } from '#api/database/sql.ts'
import { fillResponsibility, SIZES } from '../responsibility/dataset.ts'

export const CASES = 1_000_000
/** One of so many is still open, the latest of course. */
const OPEN_OF = 60
const YEARS_S = 3 * 365 * 86_400

/** Without triggers; `differences` shows that what was stored beside the steps is what they tell. */
export async function fillCases(database: Database): Promise<void> {
  await fillResponsibility(database, SIZES.tenth)
  await database.transaction(async (transaction) => {
    await transaction.script(`
      set local statement_timeout = 0;
      set local session_replication_role = replica;
      select setseed(0.42);
      insert into case_places (community_code, community_name, grids, digest)
        select left(cell.code, 12), '社区', (select json_agg(json_build_object('scheme', scheme, 'level', level, 'code', code, 'name', name, 'name_en', null)
            order by scheme, level) from grids where class = 'A' and code in (left(cell.code, 12) || '000', left(cell.code, 13) || '00', cell.code))::jsonb,
          md5(cell.code)
        from unit_cells as cell;
      insert into case_place_grids
        select case_places.id, grid.* from case_places,
          jsonb_to_recordset(grids) as grid (scheme text, level integer, code text, name text, name_en text);
      create temporary table place on commit drop as
        select row_number() over (order by case_places.id) as number, case_places.id, case_places.community_code, ST_PointOnSurface(unit_cells.geom) as geom
        from case_places join unit_cells on md5(unit_cells.code) = case_places.digest;
      create index on place (number);
      create temporary table kind on commit drop as select row_number() over (order by id) as number, id from case_kinds;
      create temporary table made on commit drop as
        select i, now() - ((${CASES} - i) * ${YEARS_S}.0 / ${CASES}) * interval '1 second' as at,
          1 + floor(power(random(), 2) * (select count(*) from place))::integer as place_number,
          1 + floor(power(random(), 2) * (select count(*) from kind))::integer as kind_number,
          1 + floor(random() * 400)::integer as organisation, 1 + floor(random() * 2000)::integer as handler,
          (i > ${CASES} - ${CASES} / ${OPEN_OF}) as open, random() as luck, (random() * 72)::integer as hours
        from generate_series(1, ${CASES}) as i;
      insert into cases (id, number, client_id, digest, kind_id, source, text, geom, place_id, community_code, account_name, noted_at, found_at, received_at,
          stage, version, organisation_id, handler_id, stage_due_at, handle_due_at, closing_due_at, filed_at, dispatched_at, reported_back_at, closed_at,
          changed_at, returns, reworks, extensions)
        overriding system value
        select i, 'N' || i, md5('case ' || i)::uuid, 'bench', kind.id, 'supervisor', '第' || i || '件', place.geom, place.id, place.community_code, '监督员', at, at, at,
          case when open then 'dispatched' else 'closed' end, case when open then 3 else 6 end,
          (select min(id) from organisations) + organisation % 56, (select min(id) from people) + handler,
          case when open then at + interval '48 hours' end, at + interval '48 hours', at + interval '72 hours', at + interval '10 minutes', at + interval '20 minutes',
          case when not open then at + make_interval(hours => hours) end, case when not open then at + make_interval(hours => hours + 4) end,
          case when open then at + interval '20 minutes' else at + make_interval(hours => hours + 4) end, 0, 0, 0
        from made join place on place.number = place_number join kind on kind.number = kind_number
        -- They are stored as they are found.
        order by i;
      insert into case_events (case_id, number, action, stage, at, account_name, organisation_id, handler_id, stage_due_at, handle_due_at, closing_due_at)
        select cases.id, step.number, step.action, step.stage,
          case step.number when 1 then found_at when 2 then filed_at when 3 then dispatched_at when 4 then reported_back_at
            when 5 then reported_back_at + interval '1 hour' else closed_at end,
          '调度员', case step.number when 3 then organisation_id end, case step.number when 3 then handler_id end,
          case step.number when 3 then handle_due_at when 6 then null else found_at + interval '60 hours' end,
          case step.number when 3 then handle_due_at end, case step.number when 2 then closing_due_at end
        from cases cross join (values (1, 'collect', 'collected'), (2, 'file', 'filed'), (3, 'dispatch', 'dispatched'), (4, 'report_back', 'reported_back'),
          (5, 'verify', 'verified'), (6, 'close', 'closed')) as step (number, action, stage)
        where step.number <= cases.version order by cases.id, step.number;
      insert into case_tallies
        select dimension, date_trunc('month', filed_at at time zone interval '8 hours')::date, key, count(*),
          count(*) filter (where closed_at <= closing_due_at), count(reported_back_at), count(*) filter (where reported_back_at <= handle_due_at), 0, 0, 0
        from cases cross join lateral (values ('community', community_code::bigint), ('place', place_id), ('organisation', organisation_id),
          ('handler', handler_id), ('kind', kind_id)) as told (dimension, key)
        where stage = 'closed' group by 1, 2, 3;
      select setval(pg_get_serial_sequence('cases', 'id'), ${CASES});`)
  })
  await database.query(sql`analyze case_places`)
  await database.query(sql`vacuum analyze case_place_grids`)
  // Last the one that matters: what is at work elsewhere meanwhile keeps rows from being found visible to everybody.
  for (const table of ['case_events', 'case_tallies', 'cases']) await database.query(sql`vacuum analyze ${identifier(table)}`)
}

/** Of a thousand cases, how many are told otherwise by their own steps. */
export async function differences(database: Database): Promise<number> {
  const [row] = await database.query<{ different: number }>(sql`
    select count(*)::integer as different from cases join (
      select case_id, (array_agg(stage order by number desc))[1] as stage, max(number) as version, min(at) filter (where action = 'file') as filed_at,
        max(at) filter (where action = 'report_back') as reported_back_at, max(at) filter (where action = 'close') as closed_at,
        max(closing_due_at) as closing_due_at, max(organisation_id) as organisation_id, max(handler_id) as handler_id
      from case_events where case_id % 1000 = 7 group by case_id
    ) as told on told.case_id = cases.id
    where (cases.stage, cases.version, cases.filed_at, cases.closing_due_at, cases.organisation_id, cases.handler_id)
        is distinct from (told.stage, told.version, told.filed_at, told.closing_due_at, told.organisation_id, told.handler_id)
      or cases.closed_at is distinct from told.closed_at or cases.reported_back_at is distinct from told.reported_back_at`)
  return row!.different
}
