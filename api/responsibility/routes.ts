import type { FastifyInstance } from 'fastify'
import { findLayer } from '#geodata/layers/index.ts'
import { ROLES, STANDINGS } from '#geodata/responsibility/roles.ts'
import { visitorOf } from '../access/gate.ts'
import type { Database } from '../database/database.ts'
import { readParameters, wholeNumber } from '../http/parameters.ts'
import { layerProblem, Problem } from '../http/problem.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { demandSeen } from '../layers/seen.ts'
import { askPoint } from './ask_point.ts'
import { readExtent, readHistory } from './objects.ts'
import { readDay, readPosition } from './parameters.ts'
import { readPlacesOfPerson } from './person_places.ts'
import { keyOf, type ObjectKey, readResponsible } from './responsible.ts'

const READ = { config: { right: 'responsibility.read' } } as const
const MAXIMUM_ID = 2 ** 31 - 1

export function responsibilityRoutes(app: FastifyInstance, database: Database, limits: LayerLimits): void {
  app.get('/api/responsibility', READ, async (request, reply) => {
    const parameters = readParameters(request, ['lon', 'lat', 'at'])
    reply.header('cache-control', 'no-store')
    return askPoint(database, readPosition(parameters), readDay(parameters.at), visitorOf(request))
  })

  app.get('/api/responsibility/roles', READ, (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-cache')
    return { roles: ROLES, standings: STANDINGS }
  })

  app.get<{ Params: { id: string } }>('/api/responsibility/people/:id/places', READ, async (request, reply) => {
    const day = readDay(readParameters(request, ['at']).at)
    const person = readPersonId(request.params.id)
    reply.header('cache-control', 'no-store')
    return { at: day, person_id: person, places: await readPlacesOfPerson(database, person, day) }
  })

  app.get<{ Params: { layer: string; id: string } }>('/api/responsibility/objects/:layer/:id', READ, async (request, reply) => {
    const parameters = readParameters(request, ['at', 'history'])
    const key = readKey(request.params)
    const [visitor, layer] = [visitorOf(request), findLayer(key.layer)!]
    demandSeen(visitor, [layer])
    const day = readDay(parameters.at)
    const withHistory = readFlag('history', parameters.history)
    reply.header('cache-control', 'no-store')
    const territories = (await limits.of(visitor, [layer])).get(layer.id)
    const [extent, people, history] = await Promise.all([
      readExtent(database, key, territories),
      readResponsible(database, [key], day, visitor),
      withHistory ? readHistory(database, key) : undefined,
    ])
    if (!extent) throw new Problem(404, 'feature_not_found', { field: 'id' }, { layer: key.layer, id: String(key.id) })
    return { at: day, ...key, ...extent, responsible: people.get(keyOf(key)) ?? [], ...(history ? { history } : {}) }
  })
}

function readPersonId(text: string): number {
  const id = wholeNumber(text)
  if (id === undefined || id > MAXIMUM_ID) throw new Problem(404, 'record_not_found', {}, { id: text.slice(0, 30) })
  return id
}

function readKey({ layer, id: text }: { layer: string; id: string }): ObjectKey {
  if (!findLayer(layer)) throw layerProblem(layer)
  const id = wholeNumber(text)
  if (id === undefined || id > MAXIMUM_ID)
    throw new Problem(404, 'feature_not_found', { field: 'id' }, { layer, id: text.slice(0, 100) })
  return { layer, id }
}

function readFlag(name: string, text: string | undefined): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false') throw new Problem(400, 'flag_invalid', { field: name }, { name })
  return text === 'true'
}
