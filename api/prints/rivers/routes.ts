import type { FastifyInstance } from 'fastify'
import type { Database } from '../../database/database.ts'
import { PDF, sendFile } from '../../sheets/routes.ts'
import type { SheetThread } from '../../sheets/thread.ts'
import type { OfId } from '../../staff/ids.ts'
import { RIVER_TEXT } from '../../words/river_text.ts'
import { readSignboardQuestion } from './question.ts'
import { composeSignboard } from './signboard/compose.ts'

/** What is put up at a river, and what is read at the end of a month. */
export function riverPrintRoutes(
  app: FastifyInstance,
  database: Database,
  thread: SheetThread,
  approvalNumber: string | undefined,
): void {
  app.get<OfId>(
    '/api/rivers/segments/:id/signboard.pdf',
    { config: { right: 'responsibility.read' } },
    async (request, reply) => {
      const question = readSignboardQuestion(request)
      const signboard = await composeSignboard(database, question, approvalNumber)
      const name = RIVER_TEXT[question.language].boardFile(signboard.plate.subtitle, question.day)
      return sendFile(reply, await thread.make({ signboard }), PDF, question, `${name}.pdf`)
    },
  )
}
