import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import type { Database } from '../database/database.ts'
import { LANGUAGE_TAG, type Language } from '../words/index.ts'
import { SHEET_TEXT } from '../words/sheet_text.ts'
import { composeSheet, composeWorkbook, readSubject, type Subject } from './compose.ts'
import { contentDisposition } from './file_name.ts'
import { readQuestion, type SheetQuestion } from './question.ts'
import type { SheetThread } from './thread.ts'

export const PDF = 'application/pdf'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The responsibility map and the list of who is responsible, to be printed and handed out. */
export function sheetRoutes(
  app: FastifyInstance,
  database: Database,
  thread: SheetThread,
  approvalNumber: string | undefined,
): void {
  const config = { right: 'responsibility.read' } as const

  app.get('/api/sheets/responsibility.pdf', { config }, async (request, reply) => {
    const { question, subject } = await ask(request)
    const sheet = await composeSheet(database, question, subject, approvalNumber)
    return sendFile(reply, await thread.make({ sheet }), PDF, question, fileName('map', subject, question))
  })

  app.get('/api/sheets/responsibility.xlsx', { config }, async (request, reply) => {
    const { question, subject } = await ask(request)
    const workbook = composeWorkbook(question, subject)
    return sendFile(reply, await thread.make({ workbook }), XLSX, question, fileName('list', subject, question))
  })

  async function ask(request: FastifyRequest) {
    const question = readQuestion(request)
    return { question, subject: await readSubject(database, question, visitorOf(request)) }
  }
}

const fileName = (what: 'map' | 'list', { areaName, schemeName, day }: Subject, { language }: SheetQuestion): string =>
  `${SHEET_TEXT[language].fileName(what, areaName, schemeName, day)}.${what === 'map' ? 'pdf' : 'xlsx'}`

export const sendFile = (
  reply: FastifyReply,
  bytes: Buffer,
  type: string,
  { language }: { readonly language: Language },
  name: string,
) =>
  reply
    .headers({
      'content-type': type,
      'content-disposition': contentDisposition(name),
      'content-language': LANGUAGE_TAG[language],
      // Names and telephones, some of them seen by this visitor only.
      'cache-control': 'no-store',
      vary: 'accept-language',
    })
    .send(bytes)
