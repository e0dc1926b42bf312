import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import type { Database } from '../database/database.ts'
import { PDF, sendFile } from '../sheets/routes.ts'
import type { SheetThread } from '../sheets/thread.ts'
import { PRINT_TEXT } from '../words/print_text.ts'
import { composePoster } from './poster/compose.ts'
import { readBookQuestion, readPosterQuestion } from './question.ts'
import { composeBook } from './water_book/compose.ts'

/** What emergency teams and villages have on paper. */
export function printRoutes(
  app: FastifyInstance,
  database: Database,
  thread: SheetThread,
  approvalNumber: string | undefined,
): void {
  app.get('/api/emergency/water-book', { config: { right: 'map.read' } }, async (request, reply) => {
    const question = readBookQuestion(request)
    const waterBook = await composeBook(database, question, approvalNumber)
    const name = PRINT_TEXT[question.language].bookFile(waterBook.area, question.day)
    return sendFile(reply, await thread.make({ waterBook }), PDF, question, `${name}.pdf`)
  })

  app.get('/api/emergency/poster', { config: { right: 'responsibility.read' } }, async (request, reply) => {
    const question = readPosterQuestion(request)
    const poster = await composePoster(database, question, visitorOf(request), approvalNumber)
    const name = PRINT_TEXT[question.language].posterFile(poster.area, question.day)
    return sendFile(reply, await thread.make({ poster }), PDF, question, `${name}.pdf`)
  })
}
