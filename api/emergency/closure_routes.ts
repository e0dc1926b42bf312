import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DEGREES } from '#geodata/formats/coordinate_system.ts'
import type { FileGeometry } from '#geodata/formats/format.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import { checkDrawn, MAXIMUM_VERTICES, readDrawn } from '../areas/shape.ts'
import type { Database } from '../database/database.ts'
import { readBody, readString } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { fitShape } from '../imports/shape.ts'
import { chineseDay } from '../layers/states.ts'
import { idOf, type OfId } from '../staff/ids.ts'
import {
  type ClosureShape,
  closedBy,
  endClosure,
  insertClosure,
  type NewClosure,
  type RoadClosure,
  readClosure,
  readClosureOfClient,
  readClosures,
  readCommunitiesOf,
} from './closures_store.ts'
import type { NetworkThread } from './network_thread.ts'
import { authorOf, readClientId } from './reading.ts'

const READ = { config: { right: 'map.read' } } as const
const WRITE = { config: { right: 'emergency.write' } } as const

/** Roads that nobody passes, drawn by hand. */
export function closureRoutes(app: FastifyInstance, database: Database, thread: NetworkThread): void {
  app.get('/api/emergency/closures', READ, async (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-store')
    // Who asks for these is about to ask for ways.
    thread.warm()
    const closures = await readClosures(database)
    const counts = closures.length === 0 ? [] : await countEdges(thread, closures)
    return { closures: closures.map((closure, at) => ({ ...closure, roads: counts[at]! })) }
  })

  app.post('/api/emergency/closures', WRITE, async (request, reply) => {
    readParameters(request, [])
    const wanted = await readNewClosure(database, request)
    await demandPlace(database, request, wanted.geometry)
    const [roads] = await countEdges(thread, [wanted])
    if (roads === 0) throw new Problem(422, 'closure_closes_nothing', { field: 'geometry' })
    const { isNew, closure, isSame } = await act(database, actorOf(request), async (transaction) => {
      const inserted = await insertClosure(transaction, wanted, authorOf(request))
      return { isNew: inserted, ...(await readClosureOfClient(transaction, wanted)) }
    })
    if (!isSame || closure.account_id !== visitorOf(request).account_id)
      throw new Problem(409, 'client_id_taken', { field: 'client_id' })
    reply.code(isNew ? 201 : 200)
    return { ...closure, roads }
  })

  app.delete<OfId>('/api/emergency/closures/:id', WRITE, async (request, reply) => {
    readParameters(request, [])
    const id = idOf(request)
    const closure = await readClosure(database, id)
    if (!closure) throw new Problem(404, 'record_not_found', {}, { id: String(id) })
    await demandPlace(database, request, closure.geometry)
    await act(database, actorOf(request), (transaction) => endClosure(transaction, id, authorOf(request)))
    return reply.code(204).send()
  })
}

/** Of each closure, how many edges of the network it meets. */
async function countEdges(thread: NetworkThread, closures: readonly Pick<RoadClosure, 'geometry'>[]): Promise<number[]> {
  const parts = closures.map(closedBy)
  const counts = await thread.closing(parts.flat())
  let at = 0
  return parts.map((own) => {
    at += own.length
    return counts.slice(at - own.length, at).reduce((sum, count) => sum + count, 0)
  })
}

async function readNewClosure(database: Database, request: FastifyRequest): Promise<NewClosure> {
  const body = readBody(request, ['client_id', 'geometry', 'reason'])
  const client_id = readClientId(body)
  const reason = readString(body, 'reason')
  return { client_id, reason, geometry: await readShape(database, body.geometry) }
}

async function readShape(database: Database, geometry: unknown): Promise<ClosureShape> {
  const type = typeof geometry === 'object' && geometry !== null && 'type' in geometry ? geometry.type : undefined
  if (type === 'Polygon' || type === 'MultiPolygon') {
    const drawn = readDrawn(geometry)
    await checkDrawn(database, drawn)
    return JSON.parse(drawn.text)
  }
  const checked = type === 'LineString' ? fitShape('LineString', geometry as FileGeometry, DEGREES) : undefined
  if (!checked || !('value' in checked)) throw new Problem(400, 'closure_not_drawn', { field: 'geometry' })
  const line = checked.value as ClosureShape
  if (line.coordinates.length > MAXIMUM_VERTICES)
    throw new Problem(
      400,
      'area_too_detailed',
      { field: 'geometry' },
      { vertices: line.coordinates.length, maximum: MAXIMUM_VERTICES },
    )
  return line
}

/** All of it has to lie where the visitor may write. */
async function demandPlace(database: Database, request: FastifyRequest, shape: ClosureShape): Promise<void> {
  const codes = await readCommunitiesOf(database, shape, chineseDay())
  for (const code of codes.length > 0 ? codes : ['']) demandIn(visitorOf(request), 'emergency.write', code)
}
