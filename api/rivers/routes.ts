import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/database.ts'
import { monthRoutes } from './month_routes.ts'
import { patrolRoutes } from './patrol_routes.ts'
import type { SegmentPlaces } from './places.ts'
import { patrolRuleRoutes } from './rule_routes.ts'
import { sampleRoutes } from './sample_routes.ts'
import { segmentRoutes } from './segment_routes.ts'
import { signboardRoutes } from './signboard_routes.ts'

/** Rivers and their chiefs: how the water is, who walks along it, and how often. */
export function riverRoutes(app: FastifyInstance, database: Database, places: SegmentPlaces): void {
  segmentRoutes(app, database, places)
  patrolRoutes(app, database, places)
  patrolRuleRoutes(app, database)
  sampleRoutes(app, database)
  signboardRoutes(app, database, places)
  monthRoutes(app, database, places)
}
