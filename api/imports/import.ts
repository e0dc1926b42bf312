/**
 * Brings a file of geodata into a layer, in three steps: `prepareImport` reads the file and settles which property fills
 * which field; `storeImport` checks every row, here and then in the database, and stores all of them in one transaction,
 * or nothing.
 */
import { createHash } from 'node:crypto'
import { coordinateSystemOf, type FileContents, readFile } from '#geodata/formats/index.ts'
import { findLayer, LAYERS, type Layer } from '#geodata/layers/index.ts'
import { type Actor, act } from '../access/act.ts'
import type { Database, Transaction } from '../database/database.ts'
import { findDuplicates, findHomeless, findInvalid, findReversed, snap, takeOut } from './checks.ts'
import { type Mapping, type MappingRequest, makeMapping } from './mapping.ts'
import { type ImportFinding, ImportStoreError, ImportUsageError, type Refusal, translated } from './refusal.ts'
import { rowReader } from './row.ts'
import { createStage, fromSrid, isAreal, moveToLayer, stager } from './stage.ts'
import { earlierImport, recordImport, sridFor } from './store.ts'

export interface ImportRequest extends MappingRequest {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly layer: string
  /** Stores what can be stored although other rows are refused. */
  readonly partial: boolean
  /** Stores the file although the layer has its very bytes already. */
  readonly again?: boolean
  /** The coordinate system, where the file doesn't say it or says it wrong: `EPSG:4526`. */
  readonly crs?: string | undefined
  /** The machine's user, for the record of who wrote what. */
  readonly importedBy?: string
}

export interface PreparedImport {
  readonly layer: Layer
  readonly fileName: string
  readonly sha256: string
  readonly contents: FileContents
  readonly mapping: Mapping
  readonly partial: boolean
  readonly again: boolean
  readonly importedBy: string
}

export interface ImportReport {
  readonly layer: string
  readonly fileName: string
  readonly sha256: string
  readonly coordinateSystem: string
  readonly mapping: Mapping
  readonly findings: readonly ImportFinding[]
  readonly read: number
  readonly stored: number
  /** Rows, each counted once; one row may be refused for several reasons. */
  readonly refused: number
  readonly refusals: readonly Refusal[]
  /** Where something was stored. */
  readonly importId?: number
  /** SRID of the canonical zone, where areas were stored. */
  readonly zone?: number
}

/** Throws a FormatError for the file, an ImportUsageError for the request. Needs no database. */
export function prepareImport(request: ImportRequest): PreparedImport {
  const layer = findLayer(request.layer)
  if (!layer) throw new ImportUsageError('unknown_layer', { layer: request.layer, layers: LAYERS.map(({ id }) => id) })
  const declared = request.crs === undefined ? undefined : coordinateSystemOf(request.crs)
  if (request.crs !== undefined && !declared) throw new ImportUsageError('unknown_coordinate_system', { name: request.crs })
  const contents = readFile(request.fileName, request.bytes, declared)
  return {
    layer,
    fileName: request.fileName,
    sha256: createHash('sha256').update(request.bytes).digest('hex'),
    contents,
    mapping: makeMapping(layer, contents, request),
    partial: request.partial,
    again: request.again ?? false,
    importedBy: request.importedBy ?? 'npm run import',
  }
}

/** Throws an ImportStoreError when the database refuses what the checks had let pass. */
export async function storeImport(database: Database, prepared: PreparedImport): Promise<ImportReport> {
  const srid = await sridFor(database, prepared.contents.coordinateSystem)
  const actor: Actor = { account_id: null, account_name: prepared.importedBy, via: 'command_line', address: null }
  try {
    return await act(database, actor, (transaction) => checkAndStore(transaction, prepared, srid))
  } catch (error) {
    throw translated(error)
  }
}

async function checkAndStore(transaction: Transaction, prepared: PreparedImport, srid: number): Promise<ImportReport> {
  const { layer, contents, mapping, fileName, sha256, partial, again } = prepared
  const earlier = again ? undefined : await earlierImport(transaction, layer.id, sha256)
  // A layer without unique codes would hold everything twice.
  if (earlier) throw alreadyImported(earlier)
  await createStage(transaction)
  const refusals = await stageRows(transaction, prepared, srid)
  const checked = await checkStaged(transaction, layer)
  refusals.push(...checked.refusals)
  refusals.sort((a, b) => a.row - b.row)

  const read = contents.features.length
  const refused = new Set(refusals.map(({ row }) => row)).size
  const stored = refused > 0 && !partial ? 0 : read - refused
  const coordinateSystem = contents.coordinateSystem.name
  const counts = { read, stored, refused }
  const report: ImportReport = {
    ...{ layer: layer.id, fileName, sha256, coordinateSystem, mapping, ...counts, refusals },
    findings: contents.findings,
  }
  // Nothing is written then: neither a row nor a new version of the layer.
  if (stored === 0) return report
  const record = { map: mapping.sources, set: mapping.constants }
  const importId = await recordImport(transaction, {
    layer: layer.id,
    fileName,
    sha256,
    coordinateSystem,
    mapping: record,
    ...counts,
  })
  await moveToLayer(transaction, layer, importId)
  return { ...report, importId, ...(checked.zone !== undefined && { zone: checked.zone }) }
}

async function stageRows(
  transaction: Transaction,
  { layer, mapping, contents }: PreparedImport,
  srid: number,
): Promise<Refusal[]> {
  const readRow = rowReader(layer, mapping, contents.coordinateSystem)
  const stage = stager(transaction, fromSrid(srid))
  const refusals: Refusal[] = []
  for (const feature of contents.features) {
    const row = readRow(feature)
    if ('fields' in row) await stage.add(row)
    else refusals.push(...row)
  }
  await stage.end()
  return refusals
}

async function checkStaged(transaction: Transaction, layer: Layer): Promise<{ refusals: Refusal[]; zone: number | undefined }> {
  const refusals = await findInvalid(transaction, layer)
  await takeOut(transaction, refusals)
  const snapped = isAreal(layer) ? await snap(transaction) : { zone: undefined, refusals: [] }
  refusals.push(...snapped.refusals)
  for (const check of [findReversed, findHomeless, findDuplicates]) {
    const found = await check(transaction, layer)
    await takeOut(transaction, found)
    refusals.push(...found)
  }
  return { refusals, zone: snapped.zone }
}

const alreadyImported = ({ id, imported_at, stored_count }: { id: number; imported_at: string; stored_count: number }) =>
  new ImportStoreError('already_imported', { import: id, at: imported_at, stored: stored_count })
