import type { Named } from '#geodata/cases/records.ts'
import type { WaterSample } from '#geodata/rivers/water_class.ts'
import { WATER_LIMITS } from '#geodata/rivers/water_class.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'
import { idList } from './chiefs_store.ts'

const FACTORS = WATER_LIMITS.map(({ factor }) => factor)
const factorsOf = (table: string): Sql => join(FACTORS.map((factor) => sql`${identifier(table, factor)}`))

export interface StationRow extends Named {
  readonly kind: string
  readonly river_id: number
  readonly chainage_m: number
  /** The latest sample there is; null where there never was one. */
  readonly sampled_on: string | null
  readonly source: string | null
  readonly values: WaterSample
}

/**
 * Stations along rivers with what was measured last, entered as a sample or brought with the station, whichever is later; down each river. A
 * station names its river; of several of that name it is the nearest.
 * @param rivers null is all
 */
export async function readStations(database: Queryable, rivers: readonly number[] | null): Promise<StationRow[]> {
  const asked = rivers === null ? sql`true` : sql`placed.river_id = ${idList(rivers)}`
  return database.query<StationRow>(
    sql`
    with placed as (
      select distinct on (id) id, river_id from (
        select station.id, rivers.id as river_id, station.geom, rivers.geom as river, count(*) over (partition by station.id) as rivers
        from monitoring_stations as station join rivers on rivers.name = station.river_name
        where station.chainage_m is not null
      ) as named
      order by id, case when rivers > 1 then river <-> geom end, river_id
    )
    select station.id, station.name, station.name_en, station.kind, placed.river_id, station.chainage_m, latest.sampled_on, latest.source,
      json_build_object(${join(FACTORS.map((factor) => sql`${factor}::text, ${identifier('latest', factor)}`))}) as values
    from placed join monitoring_stations as station on station.id = placed.id
    cross join lateral (
      (select sample.sampled_on, sample.source, ${factorsOf('sample')}, 1 as rank from water_samples as sample
        where sample.station_id = station.id order by sample.sampled_on desc limit 1)
      union all
      select station.sampled_on, station.managed_by, ${factorsOf('station')}, 2
      order by sampled_on desc nulls last, rank limit 1
    ) as latest
    where ${asked}
    order by placed.river_id, station.chainage_m, station.id`,
    { prepared: true },
  )
}

export interface Station extends Named {
  readonly kind: string
  readonly river_name: string | null
  readonly chainage_m: number | null
}

export async function findStation(database: Queryable, id: number): Promise<Station | undefined> {
  const [row] = await database.query<Station>(
    sql`select id, name, name_en, kind, river_name, chainage_m from monitoring_stations where id = ${id}::integer`,
  )
  return row
}

export type SampleRow = WaterSample & {
  readonly id: number
  readonly sampled_on: string
  readonly source: string
  readonly account_name: string
  readonly recorded_at: string
}

const SAMPLES = sql`select id, sampled_on, ${factorsOf('water_samples')}, source, account_name, recorded_at from water_samples`

/** The latest first. */
export const listSamples = (database: Queryable, station: number, limit: number): Promise<SampleRow[]> =>
  database.query<SampleRow>(sql`${SAMPLES} where station_id = ${station}::integer order by sampled_on desc limit ${limit}`)

export async function findSample(database: Queryable, station: number, day: string): Promise<SampleRow | undefined> {
  const [row] = await database.query<SampleRow>(
    sql`${SAMPLES} where station_id = ${station}::integer and sampled_on = ${day}::text::date`,
  )
  return row
}

export interface NewSample {
  readonly sampled_on: string
  readonly source: string
  readonly values: WaterSample
}

/** False where the station has a sample of that day already. */
export async function insertSample(
  transaction: Transaction,
  station: number,
  { sampled_on, source, values }: NewSample,
  account_name: string,
): Promise<boolean> {
  const rows = await transaction.query(sql`
    insert into water_samples (station_id, sampled_on, source, account_name, ${join(FACTORS.map((factor) => identifier(factor)))})
    values (${station}::integer, ${sampled_on}::text::date, ${source}, ${account_name},
      ${join(FACTORS.map((factor) => sql`${values[factor]}::float8`))})
    on conflict (station_id, sampled_on) do nothing returning id`)
  return rows.length > 0
}
