import type { FastifyInstance, FastifyRequest } from 'fastify'
import { currentMarks, isClockImplausible, MARKS_OF } from '#geodata/emergency/index.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { invalid, readBody, readInteger, readOptionalString } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { idOf, type OfId } from '../staff/ids.ts'
import {
  insertMark,
  type NewMark,
  readCommunityOf,
  readMark,
  readMarkOfClient,
  readMarks,
  type StoredMark,
  undoMark,
} from './marks_store.ts'
import { authorOf, readClientId, readMoment } from './reading.ts'

const READ = { config: { right: 'map.read' } } as const
const WRITE = { config: { right: 'emergency.write' } } as const
const MAXIMUM_NOTE = 500
const MAXIMUM_ID = 2 ** 31 - 1

/** What teams saw on the spot: two taps, seen by everybody, taken back by anybody who may. */
export function markRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/emergency/marks', READ, async (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-store')
    return { marks: currentMarks(await readMarks(database)) }
  })

  app.post('/api/emergency/marks', WRITE, async (request, reply) => {
    readParameters(request, [])
    const wanted = readNewMark(request)
    await demandPlace(database, request, wanted.layer, wanted.object_id)
    const [isNew, mark] = await act(database, actorOf(request), async (transaction) => {
      const inserted = await insertMark(transaction, wanted, authorOf(request))
      return [inserted, await readMarkOfClient(transaction, wanted.client_id)] as const
    })
    if (!isNew) demandSame(wanted, mark, visitorOf(request).account_id)
    reply.code(isNew ? 201 : 200)
    return mark
  })

  app.post<OfId>('/api/emergency/marks/:id/undo', WRITE, async (request) => {
    readParameters(request, [])
    readBody(request, [])
    const id = idOf(request)
    const mark = await readMark(database, id)
    if (!mark) throw new Problem(404, 'record_not_found', {}, { id: String(id) })
    await demandPlace(database, request, mark.layer, mark.object_id)
    return act(database, actorOf(request), async (transaction) => {
      await undoMark(transaction, id, authorOf(request))
      return readMark(transaction, id)
    })
  })
}

function readNewMark(request: FastifyRequest): NewMark {
  const body = readBody(request, ['client_id', 'layer', 'object_id', 'mark', 'note', 'noted_at'])
  const client_id = readClientId(body)
  const { layer } = body
  if (typeof layer !== 'string' || !Object.hasOwn(MARKS_OF, layer)) throw invalid('layer')
  const mark = MARKS_OF[layer]!.find((kind) => kind === body.mark)
  if (!mark) throw new Problem(422, 'mark_not_of_layer', { field: 'mark' }, { layer, known: MARKS_OF[layer]!.join(', ') })
  const noted_at = readMoment(body, 'noted_at')
  return {
    client_id,
    layer,
    object_id: readInteger(body, 'object_id', 1, MAXIMUM_ID),
    mark,
    note: readOptionalString(body, 'note', MAXIMUM_NOTE),
    noted_at,
    clock_implausible: noted_at !== null && isClockImplausible(noted_at, new Date().toISOString()),
  }
}

/** Refuses what is not there, and what stands outside of the territories in which the visitor may write. */
async function demandPlace(database: Database, request: FastifyRequest, layer: string, id: number): Promise<void> {
  const code = await readCommunityOf(database, layer, id, chineseDay())
  if (code === undefined) throw new Problem(404, 'feature_not_found', { field: 'object_id' }, { layer, id: String(id) })
  demandIn(visitorOf(request), 'emergency.write', code ?? '')
}

/** The same report sent again is answered as before; another one under its id is refused. */
function demandSame(wanted: NewMark, stored: StoredMark, account_id: number): void {
  const isSame =
    stored.account_id === account_id &&
    (['layer', 'object_id', 'mark', 'note', 'noted_at'] as const).every((name) => stored[name] === wanted[name])
  if (!isSame) throw new Problem(409, 'client_id_taken', { field: 'client_id' })
}
