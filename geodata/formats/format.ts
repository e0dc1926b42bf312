/** The contract of every file format: bytes in, features out, nothing changed on the way that is not said in a finding. */
import type { CoordinateSystem } from './coordinate_system.ts'

/** A geometry as the file has it: its coordinates may be nonsense, which is for the importer to refuse row by row. */
export interface FileGeometry {
  readonly type: string
  readonly coordinates?: unknown
}

export interface FileFeature {
  /** Counted from 1, as a person counts them in the file. */
  readonly row: number
  readonly geometry: FileGeometry | null
  readonly properties: Readonly<Record<string, unknown>>
  /** Why this row can't be read, while the others can. */
  readonly trouble?: RowTrouble
}

export type RowTrouble = 'not_a_feature' | 'shape_unreadable'

/** Something about the file that a person should know although it can be read. */
export interface Finding {
  readonly code: FindingCode
  readonly detail?: Detail
}

export type FindingCode =
  /** Neither the file nor the user says which coordinate system it is in: taken for degrees. */
  | 'coordinate_system_not_stated'
  /** The file says one thing and the user another: the user's word counts. */
  | 'coordinate_system_overridden'
  /** Not UTF-8, as GeoJSON has to be. */
  | 'read_as_gb18030'
  /** The text was not written in the code page that the file declares. */
  | 'code_page_not_as_declared'
  /** No code page is declared; it was found by trying. */
  | 'code_page_guessed'
  /** Rows that the table marks as deleted were left out. */
  | 'deleted_rows'
  /** Columns of a kind that is not read. */
  | 'columns_not_read'
  /** Shapes without their table of properties. */
  | 'no_table'

export type Detail = Readonly<Record<string, string | number | readonly string[]>>

export interface FileContents {
  readonly coordinateSystem: CoordinateSystem
  readonly features: readonly FileFeature[]
  readonly findings: readonly Finding[]
  /** Names of properties are cut at so many bytes, and are to be compared like that. */
  readonly namesCutAt?: number
}

export type FormatProblem =
  | 'unknown_format'
  | 'empty_file'
  | 'gzip_damaged'
  | 'zip_damaged'
  | 'zip_without_shapefile'
  | 'zip_with_several_shapefiles'
  | 'text_unreadable'
  | 'file_too_large'
  | 'not_json'
  | 'not_geojson'
  | 'unknown_coordinate_system'
  | 'shapefile_damaged'
  | 'table_damaged'
  | 'row_counts_differ'

/** The file as a whole can't be read. `detail` says where: `position` (character or byte, from 0), `line`, `column`, `file`, `name`. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
  readonly code: FormatProblem
  readonly detail: Detail

  constructor(code: FormatProblem, detail: Detail = {}) {
    super(`${code} ${JSON.stringify(detail)}`)
    this.code = code
    this.detail = detail
  }
}
