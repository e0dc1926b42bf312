import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/database.ts'
import type { SegmentPlaces } from '../rivers/places.ts'
import { caseRoutes } from './case_routes.ts'
import { evaluationRoutes } from './evaluation_routes.ts'
import { kindRoutes } from './kind_routes.ts'
import { casePhotoRoutes } from './photo_routes.ts'
import { proposalRoutes } from './proposal_routes.ts'
import { caseSetupRoutes } from './setup_routes.ts'

/** What is found, whose it is, and how it is seen through; and the figures made of that. */
export async function casesRoutes(app: FastifyInstance, database: Database, places: SegmentPlaces): Promise<void> {
  kindRoutes(app, database)
  proposalRoutes(app, database, places)
  caseSetupRoutes(app, database)
  evaluationRoutes(app, database, places)
  caseRoutes(app, database, places)
  await casePhotoRoutes(app, database)
}
