import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ASSIGNMENT_COLUMNS } from '#geodata/responsibility/assignment_columns.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import type { Database, Transaction } from '../database/database.ts'
import { rehearse } from '../database/rehearse.ts'
import { languageOf } from '../http/language.ts'
import { readParameters } from '../http/parameters.ts'
import { readSheetFormat, sendSheet } from '../spreadsheets/download.ts'
import { fileProblem, sayFaults } from '../spreadsheets/gather.ts'
import { readUpload, takeFiles } from '../spreadsheets/upload.ts'
import { writeTable } from '../spreadsheets/write.ts'
import { recordExport } from '../staff/export_store.ts'
import { PREVIEW_ROWS } from '../staff/file_routes.ts'
import { readFlag } from '../staff/questions.ts'
import { readAssignmentSheet } from './export_store.ts'
import { type Imported, importAssignments } from './import.ts'
import { ASSIGNMENT_FILTERS, assignmentFilter } from './list.ts'
import { reportOf } from './report.ts'
import { queueForWriting } from './store.ts'

/** Lists of assignments as files, in and out. */
export function assignmentFileRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/assignments/export', { config: { right: 'responsibility.read' } }, async (request, reply) => {
    const { format: wanted, ...filters } = readParameters(request, [...ASSIGNMENT_FILTERS, 'format'])
    const format = readSheetFormat(wanted)
    const where = assignmentFilter(filters)
    const language = languageOf(request)
    const rows = await act(database, actorOf(request), async (transaction) => {
      const read = await readAssignmentSheet(transaction, where, language)
      await recordExport(transaction, 'assignments', { rows: read.length, format, filters })
      return read
    })
    const header = Object.values(ASSIGNMENT_COLUMNS).map(({ label }) => label[language])
    const name = language === 'zh' ? '责任分工' : 'assignments'
    return sendSheet(reply, format, name, writeTable(format, name, header, rows))
  })
  void app.register(async (scope) => {
    await takeFiles(scope)
    scope.post('/api/assignments/import', { config: { right: 'assignments.write' } }, (request, reply) =>
      take(database, request, reply),
    )
  })
}

/** `replace=true` ends who has the role and standing now, as an assignment request does. */
async function take(database: Database, request: FastifyRequest, reply: FastifyReply) {
  const parameters = readParameters(request, ['dry_run', 'replace'])
  const dryRun = readFlag('dry_run', parameters.dry_run)
  const replace = readFlag('replace', parameters.replace)
  const table = await readUpload(request)
  const { imported, report } = await rehearse(
    (work: (transaction: Transaction) => Promise<{ imported: Imported; report: object }>) =>
      act(database, actorOf(request), work),
    dryRun,
    async (transaction) => {
      await queueForWriting(transaction)
      const found = await importAssignments(transaction, visitorOf(request), table, replace)
      if (found.faults.length > 0 && !dryRun) throw fileProblem(found.faults)
      return { imported: found, report: await describe(transaction, found) }
    },
  )
  reply.code(dryRun ? 200 : 201)
  return { dry_run: dryRun, rows: table.rows.length, ...report, faults: sayFaults(imported.faults, languageOf(request)) }
}

async function describe(transaction: Transaction, { recognised, lines, plan, changed, unchanged }: Imported) {
  const changes = plan ? await reportOf(transaction, plan, null) : { created: [], ended: [], kept: [], unchanged: [] }
  const ending = changed.filter(({ ends }) => ends).length
  return {
    columns: recognised.columns,
    added: changes.created.length,
    changed: changed.length - ending,
    ended: changes.ended.length + ending,
    unchanged: unchanged.length + changes.unchanged.length,
    preview: lines.slice(0, PREVIEW_ROWS).map(({ row, said }) => ({ row, ...said })),
    changes: {
      created: changes.created.map(({ index, ...rest }) => ({ row: index + 1, ...rest })),
      changed: changed.map(({ row, held, ends }) => ({ row, id: held.id, ends })),
      ended: changes.ended,
      kept: changes.kept,
    },
  }
}
