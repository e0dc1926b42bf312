import type { FastifyInstance } from 'fastify'
import { findLayer } from '#geodata/layers/index.ts'
import { visitorOf } from '../../access/gate.ts'
import { hasRight, type Visitor } from '../../access/visitor.ts'
import { checkArea } from '../../areas/ask.ts'
import type { Database } from '../../database/database.ts'
import type { LayerLimits } from '../../layers/limits.ts'
import { garbageCoverage, shelterCoverage } from './households.ts'
import { hydrantCoverage, mainRoadCoverage, roadCoverage } from './hydrants.ts'
import { type CoverageQuestion, readAreaCoverage, readTerritoryQuestion } from './question.ts'

const DWELLINGS = findLayer('household_points')!

/** What is too far from hydrants, shelters and collection points: as map and list in one, and as totals. */
export function coverageRoutes(app: FastifyInstance, database: Database, limits: LayerLimits): void {
  app.get('/api/emergency/coverage', { config: { right: 'map.read' } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return answer(await readTerritoryQuestion(database, request), visitorOf(request))
  })

  // Writes nothing: a drawn outline is too long for an address.
  app.post('/api/emergency/coverage', { config: { right: 'map.read', reads: true } }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return answer(readAreaCoverage(request), visitorOf(request))
  })

  async function answer(question: CoverageQuestion, visitor: Visitor) {
    const { kind, area, day, limit } = question
    const area_m2 = await checkArea(database, area)
    const seesPeople = hasRight(visitor, 'households.read')
    const own = seesPeople ? await limits.of(visitor, [DWELLINGS]) : new Map()
    const asked = { area, day, limits: own }
    const territories = own.get(DWELLINGS.id)
    const coverage = {
      hydrants: () => hydrantCoverage(database, asked, limit, seesPeople),
      roads: () => roadCoverage(database, asked, limit),
      main_roads: () => mainRoadCoverage(database, asked, limit),
      shelters: () => shelterCoverage(database, asked, limit),
      garbage: () => garbageCoverage(database, asked, limit),
    }[kind]
    return { at: day, kind, area_m2, limit, ...(territories ? { territories } : {}), ...(await coverage()) }
  }
}
