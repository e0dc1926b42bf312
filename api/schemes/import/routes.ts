/** Existing grids of a file made into a scheme's: first the report, then the same again for good. */
import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { act, actorOf } from '../../access/act.ts'
import { visitorOf } from '../../access/gate.ts'
import { demandIn } from '../../access/visitor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { rehearse } from '../../database/rehearse.ts'
import { readParameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { recordImport } from '../../imports/store.ts'
import { queuePublication } from '../../plans/publish/publish.ts'
import { readFlag } from '../../staff/questions.ts'
import { lockScheme, raiseRevision, readScheme } from '../store.ts'
import { columnsOf } from './columns.ts'
import { type GridForm, readGridForm, takeGeodata } from './form.ts'
import { prepare } from './prepare.ts'
import { previewOf } from './preview.ts'
import { type ImportRequest, readRequest } from './request.ts'
import { writeImport } from './write.ts'

const WRITE = { config: { right: 'schemes.write' } } as const

type OfScheme = { Params: { scheme: string } }

export function gridImportRoutes(app: FastifyInstance, database: Database): void {
  void app.register(async (scope) => {
    await takeGeodata(scope)
    scope.post<OfScheme>('/api/schemes/:scheme/import/columns', WRITE, async (request) => {
      readParameters(request, [])
      const scheme = await readScheme(database, request.params.scheme)
      const { contents, is_table } = await readGridForm(request)
      return {
        levels: scheme.levels,
        is_table,
        rows: contents.features.length,
        coordinate_system: contents.coordinateSystem.name,
        file_findings: contents.findings,
        columns: columnsOf(contents),
      }
    })

    scope.post<OfScheme>('/api/schemes/:scheme/import', WRITE, async (request, reply) => {
      const dryRun = readFlag('dry_run', readParameters(request, ['dry_run']).dry_run)
      demandIn(visitorOf(request), 'schemes.write', '')
      const scheme = await readScheme(database, request.params.scheme)
      const form = await readGridForm(request)
      const wanted = readRequest(form.request, columnsOf(form.contents), scheme.levels.length)
      reply.code(dryRun ? 200 : 201)
      return importGrids(database, request, { scheme: scheme.id, form, wanted, dryRun })
    })
  })
}

interface Import {
  readonly scheme: string
  readonly form: GridForm
  readonly wanted: ImportRequest
  readonly dryRun: boolean
}

/** A rehearsal writes and proves everything too, and takes it back. */
function importGrids(database: Database, request: FastifyRequest, { scheme, form, wanted, dryRun }: Import): Promise<object> {
  return rehearse<object>(
    (work) => act(database, actorOf(request), work),
    dryRun,
    async (transaction) => {
      await queuePublication(transaction)
      await lockScheme(transaction, scheme)
      const prepared = await prepare(transaction, scheme, form, wanted)
      if (!dryRun && wanted.digest !== prepared.digest) throw new Problem(409, 'preview_outdated', { field: 'request.digest' })
      const importId = await record(transaction, form, prepared.cells.length)
      const written = await writeImport(transaction, scheme, prepared, importId)
      const summary = { import: importId, territory: wanted.territory_code, ...written }
      await raiseRevision(transaction, scheme, visitorOf(request).display_name, summary)
      return { dry_run: dryRun, ...(await previewOf(transaction, scheme, prepared, importId)), ...written }
    },
  )
}

const record = (transaction: Transaction, { file_name, bytes, contents }: GridForm, stored: number): Promise<number> =>
  recordImport(transaction, {
    layer: 'grids',
    fileName: file_name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    coordinateSystem: contents.coordinateSystem.name,
    mapping: {},
    read: contents.features.length,
    stored,
    refused: 0,
  })
