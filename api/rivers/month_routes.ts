import type { FastifyInstance } from 'fastify'
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import { visitorOf } from '../access/gate.ts'
import { territoriesOf } from '../access/visitor.ts'
import { readTerritory } from '../cases/filter.ts'
import type { Database } from '../database/database.ts'
import { calendarDay, choice, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { BYS, readMonth } from './month.ts'
import type { SegmentPlaces } from './places.ts'

const READ = { config: { right: 'responsibility.read' } } as const

export function monthRoutes(app: FastifyInstance, database: Database, places: SegmentPlaces): void {
  app.get('/api/rivers/month', READ, async (request, reply) => {
    const parameters = readParameters(request, ['month', 'by', 'level', 'territory'])
    const today = chineseDay()
    const question = {
      month: readMonthName(parameters.month, today),
      by: choice(parameters, 'by', BYS) ?? 'town',
      level: choice(parameters, 'level', CHIEF_LEVELS) ?? 'village',
      territory: readTerritory(parameters),
    }
    const seen = await places.within(territoriesOf(visitorOf(request), 'responsibility.read'))
    reply.header('cache-control', 'no-store')
    return readMonth(database, { ...question, today, seen, places: await places.all() })
  })
}

/** `YYYY-MM`; without one, this month. */
export function readMonthName(text: string | undefined, today: string): string {
  if (text === undefined) return today.slice(0, 7)
  if (calendarDay(`${text}-01`) === undefined || `${text}-01` > today) throw new Problem(400, 'month_invalid', { field: 'month' })
  return text
}
