import type { Layer } from '#geodata/layers/index.ts'
import type { Database } from '../database/database.ts'
import { empty, identifier, join, sql } from '../database/sql.ts'
import { inTerritories } from './limits_store.ts'

export const readVersions = (database: Database) =>
  database.query<{ layer: string; version: number; changed_at: string }>(
    sql`select layer, version, changed_at from layer_version`,
  )

export async function readIdentity(database: Database): Promise<string> {
  const [row] = await database.query<{ id: string }>(sql`select id from database_identity`)
  return row!.id
}

export interface LayerSummary {
  /** Features valid today. */
  readonly count: number
  /** West, south, east, north in degrees; null when nothing has a place. */
  readonly extent: readonly [number, number, number, number] | null
}

/** @param territories outside of which nothing counts */
export async function summarise(database: Database, layer: Layer, territories?: readonly string[]): Promise<LayerSummary> {
  const conditions = [
    ...(layer.temporal ? [sql`valid_from <= today() and (valid_to is null or valid_to > today())`] : []),
    ...(territories ? [inTerritories(layer, territories)] : []),
  ]
  const where = conditions.length === 0 ? empty : sql`where ${join(conditions, ' and ')}`
  const [row] = await database.query<{ count: number; west: number | null; south: number; east: number; north: number }>(sql`
    select count, ST_XMin(extent) as west, ST_YMin(extent) as south, ST_XMax(extent) as east, ST_YMax(extent) as north
    from (select count(*)::integer as count, ST_Extent(geom) as extent from ${identifier(layer.id)} ${where}) as summary`)
  const { count, west, south, east, north } = row!
  return { count, extent: west === null ? null : [west, south, east, north] }
}

/** PostgreSQL's and PostGIS's version numbers, to be shown to the person who runs them. */
export async function readDatabaseVersions(database: Database): Promise<{ postgresql: string; postgis: string }> {
  const [row] = await database.query<{ postgresql: string; postgis: string }>(
    sql`select current_setting('server_version') as postgresql, postgis_lib_version() as postgis`,
  )
  return row!
}

/** Whether PostGIS can encode vector tiles: the embedded one is built without protobuf. */
export async function canEncodeTiles(database: Database): Promise<boolean> {
  const [row] = await database.query<{ version: string | null }>(sql`select postgis_libprotobuf_version() as version`)
  return row!.version !== null
}

export interface Scheme {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly levels: readonly { readonly level: number; readonly name: { readonly zh: string; readonly en: string } }[]
}

export const readSchemes = (database: Database) =>
  database.query<Scheme>(sql`
    select id, json_build_object('zh', name_zh, 'en', name_en) as name, coalesce((
      select json_agg(json_build_object('level', level, 'name', json_build_object('zh', name_zh, 'en', name_en)) order by level)
      from scheme_level where scheme = scheme.id), '[]') as levels
    from scheme order by created_at, id`)
