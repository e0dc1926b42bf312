import type { FastifyInstance, FastifyRequest } from 'fastify'
import { visitorOf } from '../../access/gate.ts'
import { territoriesOf } from '../../access/visitor.ts'
import type { Database } from '../../database/database.ts'
import type { SegmentPlaces } from '../../rivers/places.ts'
import { PDF, sendFile, XLSX } from '../../sheets/routes.ts'
import type { SheetThread } from '../../sheets/thread.ts'
import type { OfId } from '../../staff/ids.ts'
import { RIVER_MONTH_TEXT } from '../../words/river_month_text.ts'
import { RIVER_TEXT } from '../../words/river_text.ts'
import { composeMonth, composeMonthBook } from './month/compose.ts'
import { type GatheredMonth, gatherMonth } from './month/gather.ts'
import { readMonthQuestion, readSignboardQuestion } from './question.ts'
import { composeSignboard } from './signboard/compose.ts'

const READ = { config: { right: 'responsibility.read' } } as const

interface Around {
  readonly database: Database
  readonly thread: SheetThread
  readonly places: SegmentPlaces
  readonly approvalNumber: string | undefined
}

/** What is put up at a river, and what is read at the end of a month. */
export function riverPrintRoutes(app: FastifyInstance, { database, thread, places, approvalNumber }: Around): void {
  app.get<OfId>('/api/rivers/segments/:id/signboard.pdf', READ, async (request, reply) => {
    const question = readSignboardQuestion(request)
    const signboard = await composeSignboard(database, question, approvalNumber)
    const name = RIVER_TEXT[question.language].boardFile(signboard.plate.subtitle, question.day)
    return sendFile(reply, await thread.make({ signboard }), PDF, question, `${name}.pdf`)
  })

  app.get('/api/rivers/month.pdf', READ, async (request, reply) => {
    const gathered = await gather(request)
    const report = composeMonth(gathered)
    return sendFile(reply, await thread.make({ report }), PDF, gathered.question, `${fileName(gathered)}.pdf`)
  })

  app.get('/api/rivers/month.xlsx', READ, async (request, reply) => {
    const gathered = await gather(request)
    const reportBook = composeMonthBook(gathered)
    return sendFile(reply, await thread.make({ reportBook }), XLSX, gathered.question, `${fileName(gathered)}.xlsx`)
  })

  const gather = (request: FastifyRequest): Promise<GatheredMonth> => {
    const question = readMonthQuestion(request)
    return gatherMonth(database, question, territoriesOf(visitorOf(request), 'responsibility.read'), places)
  }
}

function fileName({ area, month, question: { level, language } }: GatheredMonth): string {
  const text = RIVER_MONTH_TEXT[language]
  return text.file(text.title(area.name), month, text.levels[level])
}
