/** The rows of a file on their way into the stage: their areas, and what they say about their grids. */

import type { FileContents, FileFeature } from '#geodata/formats/index.ts'
import type { RowGrids } from '#geodata/grid_import/index.ts'
import type { Transaction } from '../../database/database.ts'
import { type Sql, sql } from '../../database/sql.ts'
import { fitShape } from '../../imports/shape.ts'
import { createStage, stager } from '../../imports/stage.ts'
import { textOf } from './columns.ts'
import type { ImportRequest } from './request.ts'

export interface FileRow extends RowGrids {
  readonly community: string | null
  readonly households: number | null
  readonly population: number | null
}

export interface UnreadRow {
  readonly row: number
  readonly reason: string
}

export interface StagedRows {
  readonly rows: ReadonlyMap<number, FileRow>
  readonly unread: readonly UnreadRow[]
}

export async function stageRows(transaction: Transaction, contents: FileContents, request: ImportRequest): Promise<StagedRows> {
  const { coordinateSystem, features } = contents
  await createStage(transaction)
  const stage = stager(transaction, toDegrees(coordinateSystem.projection?.proj))
  const rows = new Map<number, FileRow>()
  const unread: UnreadRow[] = []
  for (const feature of features) {
    const { row, geometry, trouble } = feature
    const fitted = geometry && !trouble ? fitShape('MultiPolygon', geometry, coordinateSystem) : undefined
    if (!fitted || 'code' in fitted) {
      unread.push({ row, reason: trouble ?? fitted?.code ?? 'no_geometry' })
      continue
    }
    rows.set(row, rowOf(feature, request))
    await stage.add({ row, shape: fitted.value, fields: {}, source: {} })
  }
  await stage.end()
  return { rows, unread }
}

const toDegrees =
  (proj: string | undefined) =>
  (shape: Sql): Sql =>
    proj === undefined ? sql`ST_SetSRID(${shape}, 4326)` : sql`ST_Transform(ST_SetSRID(${shape}, 0), ${proj}, 4326)`

export function rowOf({ row, properties }: FileFeature, { levels, community, households, population }: ImportRequest): FileRow {
  const text = (column: string | null) => (column === null ? null : textOf(properties[column]))
  const count = (column: string | null) => {
    const number = Number(text(column) ?? Number.NaN)
    return Number.isFinite(number) && number >= 0 && number < 2 ** 31 ? Math.round(number) : null
  }
  return {
    row,
    keys: levels.map(({ key }) => (key === null ? String(row) : text(key))),
    names: levels.map(({ name }) => text(name)),
    community: text(community),
    households: count(households),
    population: count(population),
  }
}

export interface InvalidRow {
  readonly row: number
  readonly reason: string
  readonly at: readonly [number, number]
}

/** Makes valid what is not, in the way of PostGIS: lines that cross become corners. Answers what was wrong before. */
export async function mend(transaction: Transaction): Promise<InvalidRow[]> {
  const invalid = await transaction.query<InvalidRow>(sql`
    select file_row as row, (detail).reason, json_build_array(ST_X((detail).location), ST_Y((detail).location)) as at
    from import_stage, lateral (select ST_IsValidDetail(shape) as detail) as checked
    where not (detail).valid order by file_row`)
  await transaction.query(sql`
    update import_stage set shape = ST_Multi(ST_CollectionExtract(ST_MakeValid(shape), 3)) where not ST_IsValid(shape)`)
  return invalid
}
