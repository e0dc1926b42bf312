import type { Queryable } from '../database/database.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'
import { LATTICE_MM, type Lines, type Shape, type Terrain } from './content.ts'

export interface AreaRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly level: 'county' | 'town' | 'community'
}

export interface GridRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly level: number
  readonly class: 'A' | 'B' | 'C'
  readonly parent_code: string | null
  readonly households: number | null
  readonly population: number | null
}

/** Corners on the canonical plane, in millimetres. */
export interface Extent {
  readonly srid: number
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Of features with validity. */
export const validOn = (day: string): Sql => sql`(valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date))`
const AREA = sql`id, code, name, name_en, level`
const GRID = sql`id, code, name, name_en, level, class, parent_code, households, population`
const EXTENT = sql`ST_SRID(canonical) as srid, ST_XMin(canonical) as west, ST_YMin(canonical) as south, ST_XMax(canonical) as east, ST_YMax(canonical) as north`

export async function readArea(database: Queryable, code: string, day: string): Promise<(AreaRow & Extent) | undefined> {
  const [row] = await database.query<AreaRow & Extent>(
    sql`select ${AREA}, ${EXTENT} from administrative_areas where code = ${code} and ${validOn(day)} order by id limit 1`,
  )
  return row
}

/** The smallest area on a day in which a place lies. @param at longitude and latitude */
export async function readAreaAt(
  database: Queryable,
  [longitude, latitude]: readonly [number, number],
  day: string,
): Promise<(AreaRow & Extent) | undefined> {
  const [row] = await database.query<AreaRow & Extent>(sql`
    select ${AREA}, ${EXTENT} from administrative_areas
    where ST_Intersects(geom, ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)) and ${validOn(day)}
    order by length(code) desc, code, id limit 1`)
  return row
}

/** The area itself, those that it lies in and those that lie in it. */
export const readFamily = (database: Queryable, code: string, day: string) =>
  database.query<AreaRow>(sql`
    select ${AREA} from administrative_areas
    where (code like ${`${code}%`} or ${code} like code || '%') and ${validOn(day)} order by code`)

/** The office whose territory an area is. */
export async function readOffice(
  database: Queryable,
  code: string,
): Promise<{ name: string; name_en: string | null } | undefined> {
  const [row] = await database.query<{ name: string; name_en: string | null }>(sql`
    select name, name_en from organisations
    where territory_code = ${code} and kind in ('government', 'town', 'community')
    order by array_position(array['government', 'town', 'community'], kind), id limit 1`)
  return row
}

interface GridQuestion {
  readonly scheme: string
  readonly level: number
  readonly area: string
  readonly day: string
}

/** Grids of a level in an area, by area before those of sites and trades. Codes begin with that of what a grid lies in. */
export const readGrids = (database: Queryable, { scheme, level, area, day }: GridQuestion) =>
  database.query<GridRow>(sql`
    select ${GRID} from grids
    where scheme = ${scheme} and level = ${level} and code like ${`${area}%`} and ${validOn(day)}
    order by class = 'B', class, code, id`)

/** Grids of the levels above, also those that reach beyond the area. */
export const readGridsAbove = (database: Queryable, { scheme, level, area, day }: GridQuestion) =>
  database.query<GridRow>(sql`
    select ${GRID} from grids
    where scheme = ${scheme} and level < ${level} and code like ${`${area.slice(0, 6)}%`} and ${validOn(day)} order by code`)

export async function readGridExtent(database: Queryable, ids: readonly number[]): Promise<Extent | undefined> {
  const [row] = await database.query<Extent>(sql`
    select min(ST_SRID(canonical)) as srid, min(ST_XMin(canonical)) as west, min(ST_YMin(canonical)) as south,
      max(ST_XMax(canonical)) as east, max(ST_YMax(canonical)) as north
    from grids where ${among(ids)} and canonical is not null having count(*) > 0`)
  return row
}

const among = (ids: readonly number[]): Sql =>
  sql`id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`

/** What the map shows: a rectangle of the plane in a scale. */
export interface Frame {
  readonly extent: Extent
  /** Denominator of the scale. */
  readonly scale: number
}

/** A shape on the lattice of the paper; neighbours still meet, because their shared vertices move alike. */
function onPaper(shape: Sql, { extent, scale }: Frame): Sql {
  const perUnit = 1 / (LATTICE_MM * scale)
  return sql`ST_AsGeoJSON(ST_SnapToGrid(
    ST_TransScale(${shape}, ${-extent.west}::float8, ${-extent.south}::float8, ${perUnit}::float8, ${perUnit}::float8), 1), 0, 0)::json`
}

/** A little more than the frame, so that cut edges lie outside of what is drawn. */
function around({ extent, scale }: Frame): Sql {
  const more = 3 * scale
  return sql`ST_MakeEnvelope(${extent.west - more}::float8, ${extent.south - more}::float8, ${extent.east + more}::float8, ${extent.north + more}::float8, ${extent.srid}::integer)`
}

const inFrame = (frame: Frame): Sql => sql`geom && ST_Transform(${around(frame)}, 4326)`
/** The plane of the sheet, also for what stands on the neighbouring zone. */
const areaOnPlane = ({ extent }: Frame): Sql =>
  sql`case when ST_SRID(canonical) = ${extent.srid}::integer then canonical else ST_Transform(canonical, ${extent.srid}::integer) end`
const clipped = (shape: Sql, frame: Frame): Sql => sql`ST_ClipByBox2D(${shape}, ${around(frame)})`

interface GeoJson {
  readonly type: string
  readonly coordinates: never
}

export async function readGridShapes(database: Queryable, ids: readonly number[], frame: Frame): Promise<Map<number, Shape>> {
  const rows = await database.query<{ id: number; shape: GeoJson }>(
    sql`select id, ${onPaper(areaOnPlane(frame), frame)} as shape from grids where ${among(ids)} and canonical is not null`,
  )
  return new Map(rows.flatMap(({ id, shape }) => (polygonsOf(shape).length > 0 ? [[id, polygonsOf(shape)] as const] : [])))
}

/** Administrative areas of these levels in the frame, cut at it; all of an area that lies in it whole. */
export async function readAreaShapes(
  database: Queryable,
  levels: readonly string[],
  day: string,
  frame: Frame,
): Promise<(AreaRow & { shape: Shape })[]> {
  const rows = await database.query<AreaRow & { shape: GeoJson }>(sql`
    select ${AREA}, ${onPaper(clipped(areaOnPlane(frame), frame), frame)} as shape from administrative_areas
    where level in (${join(levels.map((level) => sql`${level}`))}) and ${inFrame(frame)} and ${validOn(day)} order by code, id`)
  return rows.map((row) => ({ ...row, shape: polygonsOf(row.shape) })).filter(({ shape }) => shape.length > 0)
}

export const readLand = (database: Queryable, frame: Frame): Promise<Terrain['land']> =>
  readAreas<{ kind: string }>(database, 'land_cover', sql`kind`, sql`true`, frame)

/** Areas of a kind of ground or danger in the frame, cut at it. */
async function readAreas<Row extends object>(
  database: Queryable,
  table: 'land_cover' | 'hazard_zones',
  columns: Sql,
  condition: Sql,
  frame: Frame,
): Promise<(Row & { shape: Shape })[]> {
  const rows = await database.query<Row & { shape: GeoJson }>(sql`
    select ${columns}, ${onPaper(clipped(areaOnPlane(frame), frame), frame)} as shape from ${identifier(table)}
    where ${inFrame(frame)} and ${condition} order by id`)
  return rows.map((row) => ({ ...row, shape: polygonsOf(row.shape) })).filter(({ shape }) => shape.length > 0)
}

/** Zones of danger that hold on a day. */
export const readHazardZones = (database: Queryable, day: string, frame: Frame) =>
  readAreas<{ kind: string; name: string; name_en: string | null }>(
    database,
    'hazard_zones',
    sql`kind, name, name_en`,
    validOn(day),
    frame,
  )

/** Classes of roads that a scale has room for. */
const roadClasses = (scale: number): readonly string[] => [
  'motorway',
  'national',
  'provincial',
  'county',
  ...(scale <= 60_000 ? ['town'] : []),
  ...(scale <= 20_000 ? ['street', 'village'] : []),
]

export async function readRoads(database: Queryable, frame: Frame): Promise<Terrain['roads']> {
  return readLines<{ class: string; name: string | null; name_en: string | null }>(
    database,
    'roads',
    sql`class, name, name_en`,
    sql`class in (${join(roadClasses(frame.scale).map((each) => sql`${each}`))})`,
    frame,
  )
}

export const readRivers = (database: Queryable, frame: Frame): Promise<Terrain['rivers']> =>
  readLines<{ rank: string; name: string | null }>(database, 'rivers', sql`rank, name`, sql`true`, frame)

async function readLines<Row extends object>(
  database: Queryable,
  table: 'roads' | 'rivers',
  columns: Sql,
  condition: Sql,
  frame: Frame,
): Promise<(Row & { lines: Lines })[]> {
  const plane = sql`ST_Transform(geom, ${frame.extent.srid}::integer)`
  const rows = await database.query<Row & { shape: GeoJson }>(sql`
    select ${columns}, ${onPaper(clipped(plane, frame), frame)} as shape from ${identifier(table)}
    where ${inFrame(frame)} and ${condition} order by id`)
  return rows.map((row) => ({ ...row, lines: linesOf(row.shape) })).filter(({ lines }) => lines.length > 0)
}

function polygonsOf(shape: GeoJson | null): Shape {
  const all: Shape = shape?.type === 'MultiPolygon' ? shape.coordinates : shape?.type === 'Polygon' ? [shape.coordinates] : []
  return all.filter((rings) => (rings[0]?.length ?? 0) > 3)
}

function linesOf(shape: GeoJson | null): Lines {
  const all: Lines =
    shape?.type === 'MultiLineString' ? shape.coordinates : shape?.type === 'LineString' ? [shape.coordinates] : []
  return all.filter(({ length }) => length > 1)
}
