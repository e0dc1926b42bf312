import type { FastifyInstance } from 'fastify'
import type { Chief, SignboardPage, SignboardState } from '#geodata/rivers/records.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { territoriesOf } from '../access/visitor.ts'
import { readTerritory } from '../cases/filter.ts'
import type { Database } from '../database/database.ts'
import { readBody } from '../http/body.ts'
import { choice, readLimit, readOffset, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import type { OfId } from '../staff/ids.ts'
import { readChiefs } from './chiefs_store.ts'
import { liesIn, type SegmentPlaces } from './places.ts'
import { LIMIT, segmentIdOf } from './reading.ts'
import { readDay } from './rule_reading.ts'
import { readSignboards } from './signboards.ts'
import { storeBoard } from './signboards_store.ts'
import { readFaces } from './standing_store.ts'

const READ = { config: { right: 'responsibility.read' } } as const
const WRITE = { config: { right: 'rivers.write' } } as const
export const BOARD_STATES = ['due', 'all'] as const

/** Boards at the segments: which of them no longer say who it is, and that one has been made anew. */
export function signboardRoutes(app: FastifyInstance, database: Database, places: SegmentPlaces): void {
  app.get('/api/rivers/signboards', READ, async (request, reply): Promise<SignboardPage> => {
    const parameters = readParameters(request, ['territory', 'state', 'limit', 'offset'])
    const visitor = visitorOf(request)
    const territory = readTerritory(parameters)
    const isAll = choice(parameters, 'state', BOARD_STATES) === 'all'
    const { limit, offset } = { limit: readLimit(parameters.limit, LIMIT), offset: readOffset(parameters.offset) }
    const seen = await places.within(territoriesOf(visitor, 'responsibility.read'))
    const inside = territory === null ? null : await places.within([territory])
    const today = chineseDay()
    const boards = [...(await readSignboards(database, null, today))]
      .filter(([id, { due_on }]) => (isAll || due_on !== null) && (seen?.has(id) ?? true) && (inside?.has(id) ?? true))
      .sort(byUrgency)
    const page = boards.slice(offset, offset + limit)
    const ids = page.map(([id]) => id)
    const [faces, chiefs] = await Promise.all([readFaces(database, ids), readChiefs(database, ids, today, visitor)])
    reply.header('cache-control', 'no-store')
    return {
      total: boards.length,
      boards: page.flatMap(([id, signboard]) => {
        const face = faces.get(id)
        const shown = chiefs
          .get(id)!
          .flatMap(({ level, segment_id: _, ...chief }): Chief[] => (level === null ? [] : [{ ...chief, level }]))
        return face ? [{ ...face, signboard, chiefs: shown }] : []
      }),
    }
  })

  app.put<OfId>('/api/rivers/segments/:id/signboard', WRITE, async (request, reply) => {
    readParameters(request, [])
    const visitor = visitorOf(request)
    const id = segmentIdOf(request)
    const updated_on = readDay(readBody(request, ['updated_on']), 'updated_on')
    const today = chineseDay()
    const place = (await places.all(id)).get(id)
    if (!place) throw new Problem(404, 'segment_not_found', {}, { id: String(id) })
    if (!liesIn(place, territoriesOf(visitor, 'rivers.write'))) throw new Problem(403, 'outside_territory')
    if (updated_on > today) throw new Problem(422, 'signboard_in_future', { field: 'updated_on' })
    reply.header('cache-control', 'no-store')
    return act(database, actorOf(request), async (transaction) => {
      await storeBoard(transaction, id, updated_on, visitor.display_name)
      const state = (await readSignboards(transaction, [id], today)).get(id)
      if (!state) throw new Problem(404, 'segment_not_found', {}, { id: String(id) })
      return state
    })
  })
}

/** The most overdue first, then what is due next. */
const byUrgency = ([a, one]: [number, SignboardState], [b, other]: [number, SignboardState]): number =>
  other.overdue_days - one.overdue_days || (one.due_on ?? '9').localeCompare(other.due_on ?? '9') || a - b
