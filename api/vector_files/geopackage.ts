/** Writes a GeoPackage (OGC 12-128r19) of polygons in degrees, with SQLite in WebAssembly. */
import initSqlJs, { type Database as Sqlite } from 'sql.js'
import type { OutColumn, OutFeature, OutPolygons, OutTable } from '#geodata/formats/table.ts'

/** "GPKG". */
const APPLICATION_ID = 0x47504b47
/** 1.3.0 */
const VERSION = 10300
export const CGCS2000 = 4490

const WKT = {
  4326: 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]',
  4490: 'GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4490"]]',
} as const

const SCHEMA = `
  create table gpkg_spatial_ref_sys (srs_name text not null, srs_id integer primary key, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text);
  create table gpkg_contents (table_name text primary key, data_type text not null, identifier text unique, description text default '',
    last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x double, min_y double, max_x double, max_y double,
    srs_id integer references gpkg_spatial_ref_sys (srs_id));
  create table gpkg_geometry_columns (table_name text not null references gpkg_contents (table_name), column_name text not null,
    geometry_type_name text not null, srs_id integer not null references gpkg_spatial_ref_sys (srs_id), z tinyint not null,
    m tinyint not null, primary key (table_name, column_name), unique (table_name));`

const TYPES = { text: 'text', integer: 'integer', number: 'double' } as const

/** @param tables with the title that a person reads */
export async function writeGeoPackage(tables: readonly (OutTable & { readonly title: string })[]): Promise<Uint8Array> {
  const { Database } = await initSqlJs()
  const database = new Database()
  try {
    database.run(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${VERSION}; ${SCHEMA}`)
    const system = 'insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)'
    database.run(system, ['Undefined cartesian', -1, 'NONE', -1, 'undefined', null])
    database.run(system, ['Undefined geographic', 0, 'NONE', 0, 'undefined', null])
    database.run(system, ['WGS 84', 4326, 'EPSG', 4326, WKT[4326], null])
    database.run(system, ['CGCS2000', CGCS2000, 'EPSG', CGCS2000, WKT[4490], null])
    for (const table of tables) addTable(database, table)
    return database.export()
  } finally {
    database.close()
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

function addTable(database: Sqlite, { name, title, columns, features }: OutTable & { readonly title: string }): void {
  const defined = columns.map((column: OutColumn) => `${quoted(column.name)} ${TYPES[column.type]}`)
  database.run(`create table ${quoted(name)} (fid integer primary key autoincrement, geom multipolygon, ${defined.join(', ')})`)
  database.run(
    'insert into gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) values (?, ?, ?, ?, ?, ?, ?, ?)',
    [name, 'features', title, ...boxOf(features), CGCS2000],
  )
  database.run('insert into gpkg_geometry_columns values (?, ?, ?, ?, 0, 0)', [name, 'geom', 'MULTIPOLYGON', CGCS2000])
  const names = columns.map((column) => quoted(column.name)).join(', ')
  const insert = database.prepare(`insert into ${quoted(name)} (geom, ${names}) values (?, ${columns.map(() => '?').join(', ')})`)
  database.run('begin')
  for (const { polygons, values } of features) insert.run([polygons && blobOf(polygons), ...values])
  database.run('commit')
  insert.free()
}

function boxOf(features: readonly OutFeature[]): (number | null)[] {
  const box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { polygons } of features)
    for (const [x, y] of polygons?.flat(2) ?? []) {
      box[0] = Math.min(box[0]!, x)
      box[1] = Math.min(box[1]!, y)
      box[2] = Math.max(box[2]!, x)
      box[3] = Math.max(box[3]!, y)
    }
  return box[0] === Infinity ? [null, null, null, null] : box
}

const MULTI_POLYGON = 6
const POLYGON = 3

/** The header of GeoPackage (little-endian, no envelope) and then WKB. */
function blobOf(polygons: OutPolygons): Uint8Array {
  const points = polygons.flat().reduce((sum, ring) => sum + ring.length, 0)
  const rings = polygons.flat().length
  const bytes = new Uint8Array(8 + 9 + 9 * polygons.length + 4 * rings + 16 * points)
  const view = new DataView(bytes.buffer)
  let at = 0
  const whole = (value: number) => {
    view.setUint32(at, value, true)
    at += 4
  }
  const start = (type: number) => {
    bytes[at++] = 1
    whole(type)
  }
  bytes.set([0x47, 0x50, 0, 1])
  at = 4
  whole(CGCS2000)
  start(MULTI_POLYGON)
  whole(polygons.length)
  for (const polygon of polygons) {
    start(POLYGON)
    whole(polygon.length)
    for (const ring of polygon) {
      whole(ring.length)
      for (const [x, y] of ring) {
        view.setFloat64(at, x, true)
        view.setFloat64(at + 8, y, true)
        at += 16
      }
    }
  }
  return bytes
}
