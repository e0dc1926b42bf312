import type { FastifyInstance } from 'fastify'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import type { Database } from '../database/database.ts'
import { rehearse } from '../database/rehearse.ts'
import { readParameters } from '../http/parameters.ts'
import { handOver } from './handover.ts'
import { readHandOver } from './handover_order.ts'
import { idOf } from './ids.ts'

/** Hands over everything of a person who leaves, or moves to other work. */
export function handOverRoute(app: FastifyInstance, database: Database): void {
  const options = { config: { right: 'assignments.write' } } as const
  app.post<{ Params: { id: string } }>('/api/people/:id/handover', options, async (request) => {
    readParameters(request, [])
    const order = readHandOver(request, idOf(request))
    return rehearse(
      (work) => act(database, actorOf(request), work),
      order.dry_run,
      (transaction) => handOver(transaction, visitorOf(request), order),
    )
  })
}
