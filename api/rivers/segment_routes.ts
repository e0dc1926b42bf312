import type { FastifyInstance } from 'fastify'
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import { visitorOf } from '../access/gate.ts'
import { territoriesOf, type Visitor } from '../access/visitor.ts'
import { readTerritory } from '../cases/filter.ts'
import type { Database } from '../database/database.ts'
import { choice, flag, readLimit, readOffset, readParameters, readText } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import type { OfId } from '../staff/ids.ts'
import { readOwnStretches } from './chiefs_store.ts'
import { readNumber } from './patrol_reading.ts'
import { liesIn, type SegmentPlaces } from './places.ts'
import { LIMIT, riverIdOf, segmentIdOf } from './reading.ts'
import { readSegmentDetail } from './segment_detail.ts'
import { listRivers } from './segment_store.ts'
import { listSegments, STATES } from './segments.ts'
import { readSetting } from './standing.ts'
import { readStrip } from './strip.ts'

const READ = { config: { right: 'responsibility.read' } } as const

/** Segments of rivers: how they stand, somebody's own and all of a territory. */
export function segmentRoutes(app: FastifyInstance, database: Database, places: SegmentPlaces): void {
  const seenBy = (visitor: Visitor) => places.within(territoriesOf(visitor, 'responsibility.read'))

  app.get('/api/rivers', READ, async (request, reply) => {
    readParameters(request, [])
    const seen = await seenBy(visitorOf(request))
    reply.header('cache-control', 'no-store')
    return { rivers: await listRivers(database, seen && [...seen], chineseDay()) }
  })

  app.get('/api/rivers/segments', READ, async (request, reply) => {
    const parameters = readParameters(request, ['mine', 'level', 'territory', 'river', 'state', 'q', 'limit', 'offset'])
    const visitor = visitorOf(request)
    const territory = readTerritory(parameters)
    const question = {
      level: choice(parameters, 'level', CHIEF_LEVELS),
      mine: flag(parameters, 'mine') ?? false,
      river: readNumber(parameters, 'river'),
      q: parameters.q === undefined ? null : readText('q', parameters.q),
      state: choice(parameters, 'state', STATES),
      page: { limit: readLimit(parameters.limit, LIMIT), offset: readOffset(parameters.offset) },
    }
    // What is somebody's own he sees wherever his account's territory ends.
    const seen = both(question.mine ? null : await seenBy(visitor), territory === null ? null : await places.within([territory]))
    const setting = await readSetting(database, await places.all(), chineseDay())
    reply.header('cache-control', 'no-store')
    return listSegments(database, { ...question, seen }, visitor, setting)
  })

  app.get<OfId>('/api/rivers/segments/:id', READ, async (request, reply) => {
    readParameters(request, [])
    const visitor = visitorOf(request)
    const id = segmentIdOf(request)
    const today = chineseDay()
    const all = await places.all(id)
    const place = all.get(id)
    if (!place) throw new Problem(404, 'segment_not_found', {}, { id: String(id) })
    if (!liesIn(place, territoriesOf(visitor, 'responsibility.read')) && !(await isOwn(database, visitor, id, today)))
      throw new Problem(403, 'outside_territory')
    reply.header('cache-control', 'no-store')
    return readSegmentDetail(database, id, visitor, all, today)
  })

  app.get<OfId>('/api/rivers/:id/strip', READ, async (request, reply) => {
    const level = choice(readParameters(request, ['level']), 'level', CHIEF_LEVELS) ?? 'village'
    const visitor = visitorOf(request)
    const question = { river: riverIdOf(request), level, seen: await seenBy(visitor), today: chineseDay() }
    reply.header('cache-control', 'no-store')
    return readStrip(database, question, visitor, await places.all())
  })
}

const both = (one: ReadonlySet<number> | null, other: ReadonlySet<number> | null): ReadonlySet<number> | null =>
  one && other ? new Set([...one].filter((id) => other.has(id))) : (one ?? other)

/** A chief sees his segments wherever his account's territory ends. */
async function isOwn(database: Database, { person_id }: Visitor, id: number, today: string): Promise<boolean> {
  const own = person_id === null ? [] : await readOwnStretches(database, person_id, today)
  return own.some(({ segment_id }) => segment_id === id)
}
