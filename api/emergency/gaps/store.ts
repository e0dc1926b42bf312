import { findLayer } from '#geodata/layers/index.ts'
import type { Position } from '#geodata/network/index.ts'
import { type Area, type Asked, featuresInside, withArea } from '../../areas/inside.ts'
import type { Queryable } from '../../database/database.ts'
import { empty, type Sql, sql } from '../../database/sql.ts'

const CELLS = findLayer('unit_cells')!
const ROADS = findLayer('roads')!
const DWELLINGS = findLayer('household_points')!

export interface CellInside {
  readonly id: number
  readonly code: string
  /** GeoJSON of all of it, in degrees. */
  readonly shape: string
  /** Square metres of it in the area, and its share. */
  readonly inside: number
  readonly share: number
}

/** Cells of these land uses that lie in the area, all or in part. */
export const readCells = (database: Queryable, asked: Asked, land_uses: readonly string[]): Promise<CellInside[]> =>
  database.query<CellInside>(sql`${withArea(asked.area)}
    select found.id, found.code, ST_AsGeoJSON(unit_cells.geom, 9) as shape, found.inside, found.share
    from (${featuresInside(CELLS, asked, ['id', 'code', 'land_use'])}) as found join unit_cells on unit_cells.id = found.id
    where found.land_use = any(${land_uses}::text[]) order by found.code, found.id`)

export interface Gap {
  readonly id: number
  readonly area_m2: number
  readonly geometry: object
}

export interface CellToCut {
  readonly id: number
  /** Places whose circles meet it; none leaves all of it. */
  readonly centres: readonly Position[]
  /** Whether the area's outline runs through it. */
  readonly cut: boolean
}

/** 32 segments a quadrant: a circle of 150 m is right to 5 cm, and never too large. */
const SEGMENTS = 'quad_segs=32'

/** Of each cell, what lies beyond so many metres from all of its centres: measured in its own Gauss-Kruger zone, in millimetres. */
export const readGaps = (database: Queryable, area: Area, cells: readonly CellToCut[], reach_m: number): Promise<Gap[]> =>
  database.query<Gap>(sql`${withArea(area)},
    asked as materialized (select * from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as asked (id integer, centres jsonb, cut boolean)),
    beyond as materialized (
      select cell.id, asked.cut, case when jsonb_array_length(asked.centres) = 0 then canonical else ST_Difference(canonical, ST_Buffer(
        ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(jsonb_build_object('type', 'MultiPoint', 'coordinates', asked.centres)), 4326), ST_SRID(canonical)),
        ${reach_m * 1000}::float8, ${SEGMENTS})) end as shape
      from asked join unit_cells as cell on cell.id = asked.id offset 0
    ), clipped as materialized (
      select beyond.id, ST_CollectionExtract(case when cut then ST_Intersection(ST_Transform(beyond.shape, 4326), area.shape)
        else ST_Transform(beyond.shape, 4326) end, 3) as shape
      from beyond, area offset 0
    )
    select id, ST_Area(shape::geography) as area_m2, ST_AsGeoJSON(shape, 7)::json as geometry from clipped where not ST_IsEmpty(shape)`)

export interface RoadInside {
  readonly id: number
  readonly name: string | null
  readonly class: string
  /** GeoJSON of what lies in the area: a line, or several. */
  readonly shape: string
}

/** Roads in the area, of these classes or of all, cut at its outline. */
export const readRoads = (database: Queryable, asked: Asked, classes?: readonly string[]): Promise<RoadInside[]> =>
  database.query<RoadInside>(sql`${withArea(asked.area)}
    select found.id, found.name, found.class, ST_AsGeoJSON(
      case when found.share > 0.999999 then roads.geom else ST_CollectionExtract(ST_Intersection(roads.geom, area.shape), 2) end, 9) as shape
    from area, (${featuresInside(ROADS, asked, ['id', 'name', 'class'])}) as found join roads on roads.id = found.id
    where true ${classes ? sql`and found.class = any(${classes}::text[])` : empty} order by found.id`)

export interface Dwelling {
  readonly id: number
  readonly address: string | null
  readonly households: number
  readonly population: number
  readonly longitude: number
  readonly latitude: number
}

export interface Sums {
  readonly dwellings: number
  readonly households: number
  readonly population: number
}

export interface Beyond {
  /** All dwellings in the area. */
  readonly all: Sums
  /** By reach, in the order asked: those beyond it. */
  readonly beyond: readonly Sums[]
  /** Those beyond the shortest reach, up to the limit, each with the longest reach that it is beyond. */
  readonly list: readonly (Dwelling & { readonly beyond_m: number })[]
}

/**
 * Dwellings in the area with none of some points within reach.
 * @param points a relation with `geom` in degrees: an indexed table, or a condition on one
 * @param reaches_m from the shortest to the longest
 */
export async function readBeyond(
  database: Queryable,
  asked: Asked,
  points: Sql,
  reaches_m: readonly number[],
  limit: number,
): Promise<Beyond> {
  const longest = reaches_m.at(-1)!
  // A box that holds the circle: a degree has at least 110.5 km north, and the cosine's share of 111 km east.
  const box = sql`ST_MakeEnvelope(x - ${longest / 111_000}::float8 / cos(radians(y)), y - ${longest / 110_500}::float8,
    x + ${longest / 111_000}::float8 / cos(radians(y)), y + ${longest / 110_500}::float8, 4326)`
  const sums = (where: Sql) => sql`(select json_build_object('dwellings', count(*), 'households', coalesce(sum(households), 0),
    'population', coalesce(sum(population), 0)) from measured where ${where})`
  const beyondOf = reaches_m.map((reach) => sums(sql`(nearest_m is null or nearest_m > ${reach}::float8)`))
  const [row] = await database.query<Beyond>(sql`${withArea(asked.area)},
    dwellings as materialized (
      select found.*, ST_X(geom) as x, ST_Y(geom) as y
      from (${featuresInside(DWELLINGS, asked, ['id', 'address', 'households', 'population', 'geom'])}) as found
    ), measured as materialized (
      select id, address, households, population, x as longitude, y as latitude, (
        select min(ST_Distance(points.geom::geography, dwellings.geom::geography)) from (${points}) as points where points.geom && ${box}
      ) as nearest_m
      from dwellings
    )
    select ${sums(sql`true`)} as all, json_build_array(${beyondOf.reduce((list, one) => sql`${list}, ${one}`)}) as beyond,
      (select coalesce(json_agg(row_to_json(listed)), '[]') from (
        select id, address, households, population, longitude, latitude,
          case ${reaches_m
            .toReversed()
            .map((reach) => sql`when nearest_m is null or nearest_m > ${reach}::float8 then ${reach}::float8`)
            .reduce((cases, one) => sql`${cases} ${one}`)} end as beyond_m
        from measured where nearest_m is null or nearest_m > ${reaches_m[0]!}::float8 order by population desc, id limit ${limit}::integer
      ) as listed) as list`)
  return row!
}

export interface ShelterInReach {
  readonly id: number
  readonly reach_m: number
}

export interface ReachedGroup extends Sums {
  /** Shelters within whose service distance they live, the nearest of most of them first. */
  readonly shelters: readonly number[]
}

export interface ShelterReach {
  readonly groups: readonly ReachedGroup[]
  /** Dwellings that reach none, up to the limit. */
  readonly list: readonly Dwelling[]
}

/** Dwellings in the area by the shelters within whose service distance they lie. */
export async function readShelterReach(
  database: Queryable,
  asked: Asked,
  shelters: readonly ShelterInReach[],
  limit: number,
): Promise<ShelterReach> {
  const [row] = await database.query<ShelterReach>(sql`${withArea(asked.area)},
    open as materialized (
      select shelters.id, shelters.geom::geography as place, given.reach_m, ST_MakeEnvelope(
        ST_X(geom) - given.reach_m / 111000 / cos(radians(ST_Y(geom))), ST_Y(geom) - given.reach_m / 110500,
        ST_X(geom) + given.reach_m / 111000 / cos(radians(ST_Y(geom))), ST_Y(geom) + given.reach_m / 110500, 4326) as box
      from jsonb_to_recordset(${JSON.stringify(shelters)}::jsonb) as given (id integer, reach_m float8) join shelters on shelters.id = given.id
    ), dwellings as materialized (
      ${featuresInside(DWELLINGS, asked, ['id', 'address', 'households', 'population', 'geom'])}
    ), reached as materialized (
      select dwellings.id, address, households, population, geom, (
        select coalesce(json_agg(open.id order by open.id), '[]')::text from open
        where open.box && dwellings.geom and ST_DWithin(open.place, dwellings.geom::geography, open.reach_m)) as shelters
      from dwellings
    )
    select (select coalesce(json_agg(row_to_json(grouped)), '[]') from (
        select shelters::json as shelters, count(*) as dwellings, sum(households) as households, sum(population) as population
        from reached group by reached.shelters order by reached.shelters) as grouped) as groups,
      (select coalesce(json_agg(row_to_json(listed)), '[]') from (
        select id, address, households, population, ST_X(geom) as longitude, ST_Y(geom) as latitude from reached where shelters = '[]'
        order by population desc, id limit ${limit}::integer) as listed) as list`)
  return row!
}

export interface ShelterRow {
  readonly id: number
  readonly name: string
  readonly class: string
  readonly status: string
  readonly capacity: number | null
}

export const readShelters = (database: Queryable): Promise<ShelterRow[]> =>
  database.query<ShelterRow>(sql`select id, name, class, status, capacity from shelters order by id`)

export interface HydrantPlace {
  readonly longitude: number
  readonly latitude: number
}

/** Hydrants that stand there, whether they work or not. */
export const readStandingHydrants = (database: Queryable): Promise<HydrantPlace[]> =>
  database.query<HydrantPlace>(sql`
    select ST_X(geom) as longitude, ST_Y(geom) as latitude from hydrants where record_state = 'normal' and state is distinct from 'removed'`)
