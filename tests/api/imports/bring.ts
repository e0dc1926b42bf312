// Files written in the test itself, and the way to bring them into a database that is emptied before each test.
import { readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Database } from '#api/database/database.ts'
import { identifier, sql } from '#api/database/sql.ts'
import { type ImportReport, type ImportRequest, prepareImport, storeImport } from '#api/imports/import.ts'
import { openTestDatabase, type TestDatabase } from '../../helpers/database.ts'

type Options = Partial<Omit<ImportRequest, 'bytes' | 'layer'>>

/** To be called at the top of a test file. */
export function usingImports() {
  let opened: TestDatabase
  beforeAll(async () => {
    opened = await openTestDatabase()
  })
  afterAll(() => opened.close())
  beforeEach(async () => {
    for (const table of ['hydrants', 'rivers', 'unit_cells', 'grids', 'river_segments', 'import', 'scheme_level', 'scheme']) {
      await opened.database.query(sql`delete from ${identifier(table)}`)
    }
  })

  return {
    query: ((statement) => opened.database.query(statement)) as Database['query'],
    bring: (layer: string, bytes: Uint8Array, options: Options = {}): Promise<ImportReport> => {
      const request = { fileName: 'a.geojson', map: {}, set: {}, partial: false, ...options, layer, bytes }
      return storeImport(opened.database, prepareImport(request))
    },
    rowsOf: (layer: string) =>
      opened.database.query<Record<string, unknown>>(sql`select * from ${identifier(layer)} order by id`),
    /** All that an import changes, so that nothing changed can be told. */
    stateOf: async (layer: string) => {
      const [state] = await opened.database.query<{ rows: number; imports: number; version: number }>(
        sql`select (select count(*) from ${identifier(layer)}) as rows, (select count(*) from import) as imports,
          (select version from layer_version where layer = ${layer}) as version`,
      )
      return state!
    },
  }
}

export const fixture = (name: string) => readFileSync(new URL(`../../fixtures/imports/${name}`, import.meta.url))

export const geojson = (features: readonly (readonly [geometry: object | null, properties: object])[], more: object = {}) =>
  strToU8(
    JSON.stringify({
      type: 'FeatureCollection',
      features: features.map(([geometry, properties]) => ({ type: 'Feature', geometry, properties })),
      ...more,
    }),
  )

export const point = (x = 114, y = 22) => ({ type: 'Point', coordinates: [x, y] })

/** Degrees. */
export const square = (x: number, y: number, size = 0.001) => {
  const [east, north] = [x + size, y + size]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [east, y],
        [east, north],
        [x, north],
        [x, y],
      ],
    ],
  }
}

export const cell = (number: number) => `440117001001${String(number).padStart(3, '0')}`

export const reasons = ({ refusals }: ImportReport) => refusals.map(({ row, code }) => [row, code])
