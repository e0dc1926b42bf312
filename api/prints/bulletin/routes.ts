import type { FastifyInstance, FastifyRequest } from 'fastify'
import { visitorOf } from '../../access/gate.ts'
import { territoriesOf } from '../../access/visitor.ts'
import type { Database } from '../../database/database.ts'
import type { SegmentPlaces } from '../../rivers/places.ts'
import { PDF, sendFile, XLSX } from '../../sheets/routes.ts'
import type { SheetThread } from '../../sheets/thread.ts'
import { BULLETIN_TEXT } from '../../words/bulletin_text.ts'
import { composeBulletin, composeBulletinBook } from './compose.ts'
import { type Gathered, gatherBulletin, readCasesOf } from './gather.ts'
import { nameOf } from './period.ts'
import { readBulletinQuestion } from './question.ts'

/** The bulletin (通报) of a week, month or year of cases. */
export function bulletinRoutes(app: FastifyInstance, database: Database, thread: SheetThread, places: SegmentPlaces): void {
  const config = { right: 'cases.read' } as const

  app.get('/api/cases/bulletin.pdf', { config }, async (request, reply) => {
    const gathered = await gather(request)
    const report = composeBulletin(gathered)
    return sendFile(reply, await thread.make({ report }), PDF, gathered.question, `${fileName(gathered)}.pdf`)
  })

  app.get('/api/cases/bulletin.xlsx', { config }, async (request, reply) => {
    const gathered = await gather(request)
    const reportBook = composeBulletinBook(gathered, await readCasesOf(gathered, database))
    return sendFile(reply, await thread.make({ reportBook }), XLSX, gathered.question, `${fileName(gathered)}.xlsx`)
  })

  const gather = (request: FastifyRequest): Promise<Gathered> => {
    const question = readBulletinQuestion(request)
    return gatherBulletin(database, question, territoriesOf(visitorOf(request), 'cases.read'), places)
  }
}

const fileName = ({ title, question: { period, language } }: Gathered): string =>
  BULLETIN_TEXT[language].file(title, nameOf(period.kind, period.first, language))
