import type { FastifyInstance } from 'fastify'
import { calendarKnows } from '#geodata/cases/calendar.ts'
import type { Proposal } from '#geodata/cases/records.ts'
import { visitorOf } from '../access/gate.ts'
import { territoriesOf } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { pattern, readParameters, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { readPosition } from '../responsibility/parameters.ts'
import type { SegmentPlaces } from '../rivers/places.ts'
import { demandPlace, situate } from './collect.ts'
import { deadlinesAfter } from './deadlines.ts'
import { listNearby } from './list_store.ts'
import { describeHandler } from './owner.ts'

/** How far off the same thing may have been seen by somebody else, metres. */
const NEAR_M = { component: 100, event: 100, river: 300 } as const
const MOST_NEARBY = 10

/** What would come of a case, said before it is sent: whose, by when, and whether it is known already. */
export function proposalRoutes(app: FastifyInstance, database: Database, places: SegmentPlaces): void {
  app.get('/api/cases/proposal', { config: { right: 'cases.report' } }, async (request, reply): Promise<Proposal> => {
    const parameters = readParameters(request, ['kind', 'lon', 'lat', 'layer', 'object_id', 'segment_id'])
    const position = readPosition(parameters)
    const [longitude, latitude] = position
    const code = pattern(parameters, 'kind', /^[CER]\d{4}$/)
    if (code === null) throw new Problem(400, 'text_invalid', { field: 'kind' }, { name: 'kind' })
    const layer = pattern(parameters, 'layer', /^[a-z_]{1,50}$/)
    const asked = {
      kind: code,
      longitude,
      latitude,
      layer,
      object_id: idIn(parameters, 'object_id'),
      segment_id: idIn(parameters, 'segment_id'),
      bank: null,
    }
    const visitor = visitorOf(request)
    const situation = await situate(database, asked, chineseDay())
    demandPlace(situation, visitor, await places.within(territoriesOf(visitor, 'cases.report')))
    const { kind, place, river, owner, calendar } = situation
    const now = Date.now()
    const nothing = { stage_due: null, handle_due: null }
    const due = deadlinesAfter('dispatch', now, { limits: kind.limits, calendar }, nothing, null).handle_due!
    reply.header('cache-control', 'no-store')
    return {
      place,
      in_no_grid: place.grids.length === 0,
      river,
      handler: await describeHandler(
        database,
        { organisation_id: owner?.organisation_id ?? null, handler_id: owner?.handler_id ?? null },
        visitor,
      ),
      by: owner?.by ?? null,
      files_itself: kind.files_itself,
      handle_due_at: new Date(due).toISOString(),
      calendar_known: calendarKnows(Number(chineseDay(new Date(due)).slice(0, 4)), calendar),
      nearby: await listNearby(database, position, {
        within_m: NEAR_M[kind.subject],
        class: kind.code.slice(0, 3),
        besides: null,
        territories: territoriesOf(visitor, 'cases.read'),
        account: visitor.account_id,
        limit: MOST_NEARBY,
      }),
    }
  })
}

function idIn(parameters: Readonly<Record<string, string>>, name: string): number | null {
  const text = parameters[name]
  if (text === undefined) return null
  const value = wholeNumber(text)
  if (value === undefined || value < 1 || value >= 2 ** 31) throw new Problem(400, 'id_invalid', { field: name }, { name })
  return value
}
