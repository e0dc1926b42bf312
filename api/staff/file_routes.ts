import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PEOPLE_COLUMNS } from '#geodata/responsibility/people_columns.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { queueForWriting } from '../assignments/store.ts'
import type { Database, Transaction } from '../database/database.ts'
import { rehearse } from '../database/rehearse.ts'
import { languageOf } from '../http/language.ts'
import { readParameters } from '../http/parameters.ts'
import { readSheetFormat, sendSheet } from '../spreadsheets/download.ts'
import { fileProblem, sayFaults } from '../spreadsheets/gather.ts'
import { readUpload, takeFiles } from '../spreadsheets/upload.ts'
import { writeTable } from '../spreadsheets/write.ts'
import { readPeopleSheet, recordExport } from './export_store.ts'
import { type PeoplePlan, type PersonLine, planPeople } from './people_import.ts'
import { storePeople } from './people_import_store.ts'
import { FILTERS, readFlag, staffFilter } from './questions.ts'

/** Rows that a preview shows. */
export const PREVIEW_ROWS = 20

/** Lists of people as files, in and out. */
export function staffFileRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/people/export', { config: { right: 'responsibility.read' } }, async (request, reply) => {
    const { format: wanted, ...filters } = readParameters(request, [...FILTERS.people, 'format'])
    const format = readSheetFormat(wanted)
    const where = staffFilter(filters, 'people')
    const rows = await act(database, actorOf(request), async (transaction) => {
      const read = await readPeopleSheet(transaction, where, visitorOf(request))
      await recordExport(transaction, 'people', { rows: read.length, format, filters })
      return read
    })
    const language = languageOf(request)
    const header = Object.values(PEOPLE_COLUMNS).map(({ label }) => label[language])
    const name = language === 'zh' ? '人员名单' : 'people'
    return sendSheet(reply, format, name, writeTable(format, name, header, rows))
  })
  void app.register(async (scope) => {
    await takeFiles(scope)
    scope.post('/api/people/import', { config: { right: 'people.write' } }, (request, reply) =>
      importPeople(database, request, reply),
    )
  })
}

async function importPeople(database: Database, request: FastifyRequest, reply: FastifyReply) {
  const dryRun = readFlag('dry_run', readParameters(request, ['dry_run']).dry_run)
  const table = await readUpload(request)
  const plan = await rehearse(
    (work: (transaction: Transaction) => Promise<PeoplePlan>) => act(database, actorOf(request), work),
    dryRun,
    async (transaction) => {
      await queueForWriting(transaction)
      const found = await planPeople(transaction, visitorOf(request), table)
      if (found.faults.length > 0 && !dryRun) throw fileProblem(found.faults)
      if (found.faults.length === 0) await storePeople(transaction, found.lines)
      return found
    },
  )
  reply.code(dryRun ? 200 : 201)
  return { dry_run: dryRun, rows: table.rows.length, ...report(plan), faults: sayFaults(plan.faults, languageOf(request)) }
}

const actionOf = ({ present, changes }: PersonLine) =>
  !present ? 'added' : changes.includes('left_on') ? 'ended' : changes.length > 0 ? 'changed' : 'unchanged'

function report({ recognised, lines }: PeoplePlan) {
  const count = (action: string) => lines.filter((line) => actionOf(line) === action).length
  return {
    columns: recognised.columns,
    added: count('added'),
    changed: count('changed'),
    ended: count('ended'),
    unchanged: count('unchanged'),
    preview: lines.slice(0, PREVIEW_ROWS).map(({ row, said }) => ({ row, ...said })),
    changes: lines
      .filter((line) => actionOf(line) !== 'unchanged')
      .map((line) => ({
        row: line.row,
        action: actionOf(line),
        person_id: line.present?.id ?? null,
        name: line.said.name,
        organisation: line.organisation.name,
        fields: line.changes,
      })),
  }
}
