import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/database.ts'
import { damageEventRoutes } from './event_routes.ts'
import { damageReportRoutes } from './report_routes.ts'

export async function damageRoutes(app: FastifyInstance, database: Database): Promise<void> {
  damageEventRoutes(app, database)
  await damageReportRoutes(app, database)
}
