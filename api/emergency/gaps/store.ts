import { findLayer } from '#geodata/layers/index.ts'
import type { Position } from '#geodata/network/index.ts'
import { type Area, type Asked, featuresInside, withArea } from '../../areas/inside.ts'
import type { Queryable } from '../../database/database.ts'
import { empty, sql } from '../../database/sql.ts'
import { queryPacked } from '../packed.ts'

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

export interface MainRoads {
  readonly classes: readonly string[]
  readonly street_width_m: number
}

/** Roads in the area, the main ones or all, cut at its outline. */
export const readRoads = (database: Queryable, asked: Asked, main?: MainRoads): Promise<RoadInside[]> =>
  database.query<RoadInside>(sql`${withArea(asked.area)}
    select found.id, found.name, found.class, ST_AsGeoJSON(
      case when found.share > 0.999999 then roads.geom else ST_CollectionExtract(ST_Intersection(roads.geom, area.shape), 2) end, 9) as shape
    from area, (${featuresInside(ROADS, asked, ['id', 'name', 'class'])}) as found join roads on roads.id = found.id
    ${
      main
        ? sql`where found.class = any(${main.classes}::text[]) or (found.class = 'street' and width_m >= ${main.street_width_m}::float8)`
        : empty
    } order by found.id`)

export interface Dwelling {
  readonly id: number
  readonly households: number
  readonly population: number
  readonly longitude: number
  readonly latitude: number
}

export const readDwellings = (database: Queryable, asked: Asked): Promise<Dwelling[]> =>
  queryPacked<Dwelling>(
    database,
    sql`${withArea(asked.area)}, inside as materialized (${featuresInside(DWELLINGS, asked, ['id'])})
    select id, households, population, ST_X(geom) as longitude, ST_Y(geom) as latitude from inside join household_points using (id)`,
    ['id', 'households', 'population', 'longitude', 'latitude'],
  )

export const readAddresses = (database: Queryable, ids: readonly number[]) =>
  database.query<{ readonly id: number; readonly address: string | null }>(
    sql`select id, address from household_points where id = any(${ids}::integer[])`,
  )

/** Where waste is brought: points of these forms that are not in these states. */
export const readCollectionPoints = (
  database: Queryable,
  forms: readonly string[],
  without: readonly string[],
): Promise<PointPlace[]> =>
  database.query<PointPlace>(sql`
    select ST_X(geom) as longitude, ST_Y(geom) as latitude from garbage_points
    where form = any(${forms}::text[]) and (state is null or state <> all(${without}::text[]))`)

export interface ShelterRow {
  readonly id: number
  readonly name: string
  readonly class: string
  readonly status: string
  readonly capacity: number | null
  readonly longitude: number
  readonly latitude: number
}

export const readShelters = (database: Queryable): Promise<ShelterRow[]> =>
  database.query<ShelterRow>(
    sql`select id, name, class, status, capacity, ST_X(geom) as longitude, ST_Y(geom) as latitude from shelters order by id`,
  )

export interface PointPlace {
  readonly longitude: number
  readonly latitude: number
}

/** Hydrants that stand there, whether they work or not. */
export const readStandingHydrants = (database: Queryable): Promise<PointPlace[]> =>
  database.query<PointPlace>(sql`
    select ST_X(geom) as longitude, ST_Y(geom) as latitude from hydrants where record_state = 'normal' and state is distinct from 'removed'`)
