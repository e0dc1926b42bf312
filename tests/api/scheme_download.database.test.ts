// A scheme as a file for other programs, read back by readers that did not write it.
import { unzipSync, zipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { readFile } from '#geodata/formats/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

const download = async (query: string, language = 'zh-CN') => {
  const response = await app.get(`/api/schemes/governance/download?${query}`, { 'accept-language': language })
  expect(response.status).toBe(200)
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers }
}

const COMMUNITY = '411825100001'

/** Name, level and parent of every grid, and where its first corner lies, as the database has them. */
async function gridsInForce(day: string | null = null): Promise<Map<string, Json>> {
  const rows = await app.database.query<Json>(sql`
    select code, name, level, parent_code, ST_AsGeoJSON(geom, 15)::json as geometry, area_m2 from grids
    where scheme = 'governance' and starts_with(code, ${COMMUNITY})
      and valid_from <= coalesce(${day}::text::date, today()) and (valid_to is null or valid_to > coalesce(${day}::text::date, today()))`)
  return new Map(rows.map((row) => [row.code, row]))
}

test('GeoPackage: a layer for each level and the cells, with exact corners and codes as text', async () => {
  const { bytes, headers } = await download(`format=gpkg&territory=${COMMUNITY}`)
  expect(headers.get('content-disposition')).toContain('.gpkg')
  const { Database } = await initSqlJs()
  const file = new Database(bytes)
  const rows = (query: string) => file.exec(query)[0]!.values
  expect(rows('pragma application_id')).toEqual([[0x47504b47]])
  expect(rows('pragma integrity_check')).toEqual([['ok']])
  expect(rows('select table_name, srs_id from gpkg_contents order by 1')).toEqual(
    ['cells', 'grids_1', 'grids_2', 'grids_3'].map((name) => [name, 4490]),
  )
  const grids = await gridsInForce()
  const stored = [1, 2, 3].flatMap((level) =>
    rows(`select code, name, level, parent, geom from grids_${level} where class = 'A'`),
  )
  expect(stored.length).toBeGreaterThan(3)
  for (const [code, name, level, parent, geom] of stored) {
    const grid = grids.get(code as string)
    expect([name, level, parent]).toEqual([grid.name, grid.level, grid.parent_code])
    const view = new DataView((geom as Uint8Array).buffer, (geom as Uint8Array).byteOffset)
    // Header 8, multipolygon 9, polygon 9, count of the ring 4.
    expect([view.getFloat64(30, true), view.getFloat64(38, true)]).toEqual(grid.geometry.coordinates[0][0][0])
  }
  const links = rows('select code, grid_1, grid_2, grid_3, typeof(code) from cells')
  expect(links.length).toBeGreaterThan(5)
  for (const [code, first, , third, type] of links) {
    expect([type, String(code).startsWith(COMMUNITY), grids.has(first as string), grids.has(third as string)]).toEqual([
      'text',
      true,
      true,
      true,
    ])
  }
  file.close()
})

test('Shapefile: each level in a file of its own that comes back with its names, holes and corners', async () => {
  const { bytes } = await download(`format=shp&territory=${COMMUNITY}`)
  const files = unzipSync(bytes)
  expect(
    Object.keys(files)
      .filter((name) => name.endsWith('.shp'))
      .sort(),
  ).toEqual(['cells', 'grids_1', 'grids_2', 'grids_3'].map((name) => `${name}.shp`))
  const grids = await gridsInForce()
  const only = Object.fromEntries(Object.entries(files).filter(([name]) => name.startsWith('grids_3')))
  const { features, findings } = readFile('grids_3.zip', zipSync(only))
  expect(findings).toEqual([])
  expect(features.length).toBeGreaterThan(2)
  for (const { properties, geometry } of features) {
    const grid = grids.get(properties.code as string)
    expect([properties.name, properties.parent, properties.level]).toEqual([grid.name, grid.parent_code, 3])
    expect(corners(geometry!)).toEqual(corners(grid.geometry))
  }
})

/** Each corner once, in an order of their own: the format turns rings around. */
const corners = ({ coordinates }: Json): string[] => [...new Set((coordinates.flat(4) as number[]).map(String))].sort()

test('GeoJSON, any day, and what is asked wrongly', async () => {
  const { bytes, headers } = await download(`format=geojson&territory=${COMMUNITY}&at=2026-03-03`, 'en')
  expect(headers.get('content-disposition')).toContain('2026-03-03.geojson')
  const { features } = JSON.parse(Buffer.from(bytes).toString())
  const grids = await gridsInForce('2026-03-03')
  const drawn = features.filter(({ properties }: Json) => properties.layer !== 'cells')
  expect(drawn.map(({ properties }: Json) => properties.code).toSorted()).toEqual([...grids.keys()].toSorted())
  expect((await download('format=gpkg&territory=411825999')).bytes.length).toBeGreaterThan(1000)
  const refused = async (query: string) =>
    ((await (await app.get(`/api/schemes/governance/download?${query}`)).json()) as Json).code
  expect(await refused('format=dwg')).toBe('sheet_format_unknown')
  expect(await refused('at=2026-02-30')).toBe('day_invalid')
  expect(await refused('territory=41')).toBe('territory_invalid')
})
