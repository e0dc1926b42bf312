// The town of squares with roads, water and shelters, for what an emergency team asks.
import type { Database } from '#api/database/database.ts'
import { join, sql } from '#api/database/sql.ts'
import { placeOf, planePoint, storePoints, storeSquareTown } from './square_town.ts'

/*
 *   km
 * 0.5  . . . . . . . . . . . . . .        P: a pool, far from every road
 *      P (0.1/0.9)
 *        U  H1   *     H2    S1    S2
 * 0.25   +--+----+-----+-----+-----+--+   the street from 0.2 to 1.8; * the incident at 0.8
 *           |          |                  H1 at 0.65, H2 at 0.96 usable; U at 0.3 unknown; N at 1.05 not usable
 * 0.1       +----------+                  the detour, from 0.6 to 1.0
 *                                         S1 at 1.2 holds 100, S2 at 1.6 holds 300; planned at 0.9; S4 at 1.0 of unknown area;
 *      0.2  0.6       1.0          1.8    S5 at 0.75, in a flood zone
 */
export const INCIDENT: readonly [number, number] = [0.8, 0.25]

export async function storeEmergencyTown(database: Database): Promise<void> {
  await storeSquareTown(database)
  await storeRoads(database)
  await storeWater(database)
  await storeShelters(database)
  await storePoints(database, 'household_points', [
    [0.8, 0.3],
    [1.7, 0.4],
  ])
  await database.query(sql`
    insert into key_sites (name, kind, people, geom) values ('方格小学', 'school', 300, ST_Transform(${planePoint(0.8, 0.35)}, 4326))`)
  await database.query(sql`
    insert into hazard_zones (name, kind, canonical, valid_from) values ('洪水区', 'flood', ST_Multi(ST_MakePolygon(ST_MakeLine(array[
      ${join([planePoint(0.74, 0.2), planePoint(0.76, 0.2), planePoint(0.76, 0.3), planePoint(0.74, 0.3), planePoint(0.74, 0.2)])}]))), '2025-01-01')`)
}

async function storeRoads(database: Database): Promise<void> {
  const lines = [
    [
      [0.2, 0.25],
      [0.6, 0.25],
    ],
    [
      [0.6, 0.25],
      [1, 0.25],
    ],
    [
      [1, 0.25],
      [1.8, 0.25],
    ],
    [
      [0.6, 0.25],
      [0.6, 0.1],
      [1, 0.1],
      [1, 0.25],
    ],
  ] as const // prettier-ignore
  for (const line of lines)
    await database.query(sql`insert into roads (name, class, geom) values ('方街', 'street',
      ST_Transform(ST_MakeLine(array[${join(line.map(([x, y]) => planePoint(x, y)))}]), 4326))`)
}

async function storeWater(database: Database): Promise<void> {
  const hydrants = [
    ['H1', 'yes', 0.65, 0.25],
    ['H2', 'yes', 0.96, 0.25],
    ['U', 'unknown', 0.3, 0.25],
    ['N', 'no', 1.05, 0.25],
  ] as const
  for (const [code, usable, x, y] of hydrants)
    await database.query(sql`
      insert into hydrants (code, usable, inspected_on, geom) values (${code}, ${usable}, today() - 30, ST_Transform(${planePoint(x, y)}, 4326))`)
  await database.query(sql`
    insert into water_sources (name, kind, usable, vehicle_access, inspected_on, geom)
    values ('北池', 'pool', 'yes', true, today() - 30, ST_Transform(${planePoint(0.1, 0.9)}, 4326))`)
}

async function storeShelters(database: Database): Promise<void> {
  const shelters = [
    ['S1', 'urgent', 'available', 50, 1.2],
    ['S2', 'short_term', 'available', 600, 1.6],
    ['planned', 'urgent', 'planned', 500, 0.9],
    ['S4', 'urgent', 'available', null, 1],
    ['S5', 'urgent', 'available', 500, 0.75],
  ] as const
  for (const [name, kind, status, area, x] of shelters)
    await database.query(sql`
      insert into shelters (name, class, status, effective_area_m2, area_per_person_m2, occupancy, occupancy_at, geom)
      values (${name}, ${kind}, ${status}, ${area}::float8, ${kind === 'urgent' ? 0.5 : 2}::float8, 0, today() - 200, ST_Transform(${planePoint(x, 0.25)}, 4326))`)
}

/** A line across the street, or anywhere else, in kilometres, as GeoJSON. */
export async function lineOf(database: Database, ...places: readonly (readonly [number, number])[]) {
  return { type: 'LineString', coordinates: await Promise.all(places.map(([x, y]) => placeOf(database, x, y))) }
}
