import type { FastifyInstance } from 'fastify'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn, mayIn, territoriesOf, type Visitor } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { readIfMatch } from '../http/body.ts'
import { choice, readParameters } from '../http/parameters.ts'
import { chineseDay } from '../layers/states.ts'
import { idOf, type OfId, tagged } from '../staff/ids.ts'
import { demandVersion } from '../staff/writing.ts'
import { holdEvent, insertEvent, listEvents, readEvent, updateEvent } from './events_store.ts'
import { type EventGiven, readEventChange, readNewEvent } from './reading.ts'
import type { DamageEvent } from './records.ts'
import { readPoints } from './reports_store.ts'
import { isSilent, ranked, sumUp, sumUpTowns } from './totals.ts'
import { readCommunities, readShapes } from './totals_store.ts'

const READ = { config: { right: 'damage.read' } } as const
const WRITE = { config: { right: 'emergency.write' } } as const

/** Events of damage: opened, closed, and how things stand in one. */
export function damageEventRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/damage/events', READ, async (request, reply) => {
    const state = choice(readParameters(request, ['state']), 'state', ['open', 'closed'] as const)
    const visitor = visitorOf(request)
    const events = await listEvents(database, territoriesOf(visitor, 'damage.read'), state && state === 'open')
    reply.header('cache-control', 'no-store')
    return { events: events.map((event) => described(event, visitor)) }
  })

  app.post('/api/damage/events', WRITE, async (request, reply) => {
    readParameters(request, [])
    const given = readNewEvent(request)
    const visitor = visitorOf(request)
    demandAreas(visitor, given)
    const event = await act(database, actorOf(request), async (transaction) => {
      const id = await insertEvent(transaction, given, { id: visitor.account_id, name: visitor.display_name })
      return readEvent(transaction, id, [''])
    })
    reply.code(201)
    return tagged(reply, described(event, visitor))
  })

  app.get<OfId>('/api/damage/events/:id', READ, async (request, reply) => {
    readParameters(request, [])
    const visitor = visitorOf(request)
    const territories = territoriesOf(visitor, 'damage.read')
    const event = await readEvent(database, idOf(request), territories)
    const communities = await readCommunities(database, event, territories, chineseDay())
    return tagged(reply, {
      ...described(event, visitor),
      totals: sumUp(communities),
      towns: sumUpTowns(communities),
      communities: ranked(communities).map((community) => ({ ...community, silent: isSilent(community) })),
    })
  })

  app.patch<OfId>('/api/damage/events/:id', WRITE, async (request, reply) => {
    readParameters(request, [])
    const version = readIfMatch(request)
    const visitor = visitorOf(request)
    const event = await act(database, actorOf(request), async (transaction) => {
      const id = idOf(request)
      await holdEvent(transaction, id, 'change')
      const present = await readEvent(transaction, id, territoriesOf(visitor, 'emergency.write'))
      demandAreas(visitor, present)
      demandVersion(present, version, described(present, visitor))
      const change = readEventChange(request, present)
      demandAreas(visitor, change)
      await updateEvent(transaction, id, change)
      return readEvent(transaction, id, [''])
    })
    return tagged(reply, described(event, visitor))
  })

  app.get<OfId>('/api/damage/events/:id/points', READ, async (request, reply) => {
    readParameters(request, [])
    const territories = territoriesOf(visitorOf(request), 'damage.read')
    const { id } = await readEvent(database, idOf(request), territories)
    reply.header('cache-control', 'no-store')
    return { points: await readPoints(database, id, territories) }
  })

  app.get<OfId>('/api/damage/events/:id/shapes', READ, async (request, reply) => {
    readParameters(request, [])
    const territories = territoriesOf(visitorOf(request), 'damage.read')
    const event = await readEvent(database, idOf(request), territories)
    reply.header('cache-control', 'no-store')
    return { communities: await readShapes(database, event, territories, chineseDay()) }
  })
}

/** An event with what its reader may do in it. */
const described = (event: DamageEvent, visitor: Visitor) => ({
  ...event,
  may: {
    change: event.area_codes.every((code) => mayIn(visitor, 'emergency.write', code)),
    report: event.closed_at === null && territoriesOf(visitor, 'damage.report').length > 0,
  },
})

function demandAreas(visitor: Visitor, { area_codes }: Pick<EventGiven, 'area_codes'>): void {
  for (const code of area_codes) demandIn(visitor, 'emergency.write', code)
}
