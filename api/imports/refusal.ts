/** Why something is not stored, as codes. The words for them are in words/. */
import type { Detail, FileContents, FormatProblem, RowTrouble } from '#geodata/formats/index.ts'
import { DatabaseError } from '../database/database.ts'

export type ValueReason =
  | 'required'
  | 'not_integer'
  | 'not_number'
  | 'below_minimum'
  | 'above_maximum'
  | 'not_boolean'
  | 'not_date'
  | 'not_a_choice'
  | 'not_text'
  | 'code_rounded'
  | 'code_scientific'
  | 'code_not_digits'
  | 'code_wrong_length'

export type ShapeReason =
  | 'no_geometry'
  | 'wrong_geometry_type'
  | 'several_parts'
  | 'empty_geometry'
  | 'not_a_coordinate'
  | 'not_degrees'
  | 'outside_coordinate_system'
  | 'too_near_pole'
  | 'too_few_points'
  | 'unclosed_ring'
  | 'zero_length'

/** Found by asking the database. */
export type StoreReason =
  | 'invalid_polygon'
  | 'invalid_when_snapped'
  | 'too_small'
  | 'too_far_from_zone'
  | 'duplicate_in_file'
  | 'duplicate_of_stored'
  | 'not_after'
  | 'no_such_level'

export type Reason = RowTrouble | ValueReason | ShapeReason | StoreReason | 'unstorable_text'

/** What a person should know about a file that was read. */
export interface ImportFinding {
  readonly code: FileContents['findings'][number]['code']
  readonly detail?: Detail
}

/** Why a file as a whole can't be read. */
export interface UnreadableFile {
  readonly format: FormatProblem
  readonly detail: Detail
}

export interface Refusal {
  readonly row: number
  readonly code: Reason
  /** A field of the layer; left out where the geometry or the whole row is at fault. */
  readonly field?: string
  /** What the file has there. */
  readonly value?: unknown
  readonly detail?: Detail
}

/** What a check answers: a value fit to be stored, or why not. */
export type Checked<Value, Code extends Reason> = { readonly value: Value } | { readonly code: Code; readonly detail?: Detail }

export type UsageProblem =
  | 'unknown_layer'
  | 'unknown_field'
  | 'derived_field'
  | 'unknown_source'
  | 'field_twice'
  | 'field_not_provided'
  | 'constant_unfit'
  | 'unknown_coordinate_system'

/** The request makes no sense for this file or layer: nothing was read into the database. */
export class ImportUsageError extends Error {
  override readonly name = 'ImportUsageError'
  readonly code: UsageProblem
  readonly detail: Detail

  constructor(code: UsageProblem, detail: Detail) {
    super(`${code} ${JSON.stringify(detail)}`)
    this.code = code
    this.detail = detail
  }
}

/** The database refused rows that all checks had let pass: somebody changed it meanwhile, or a check is missing here. */
export class ImportStoreError extends Error {
  override readonly name = 'ImportStoreError'
  readonly code: 'changed_meanwhile' | 'table_refuses' | 'already_imported'
  readonly detail: Detail

  constructor(code: ImportStoreError['code'], detail: Detail) {
    super(`${code} ${JSON.stringify(detail)}`)
    this.code = code
    this.detail = detail
  }
}

/** SQLSTATE class 23: integrity constraint violation. Everything else is passed on as it is. */
export function translated(error: unknown): unknown {
  if (!(error instanceof DatabaseError) || !error.code?.startsWith('23')) return error
  const detail = { constraint: error.constraint ?? error.column ?? '', message: error.message }
  return new ImportStoreError(error.code === '23505' ? 'changed_meanwhile' : 'table_refuses', detail)
}
