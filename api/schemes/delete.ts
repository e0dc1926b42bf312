// Deletes a scheme that was set up by mistake, with the grids that were brought into it. What people have built on it stands in the way.
import type { FastifyInstance } from 'fastify'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import { queueForWriting } from '../assignments/store.ts'
import type { Database, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { readIfMatch } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { queuePublication } from '../plans/publish/publish.ts'
import { demandVersion } from '../staff/writing.ts'
import { describeScheme } from './describe.ts'
import { lockScheme } from './store.ts'

const WRITE = { config: { right: 'schemes.write' } } as const

export function schemeDeletionRoute(app: FastifyInstance, database: Database): void {
  app.delete<{ Params: { scheme: string } }>('/api/schemes/:scheme', WRITE, async (request, reply) => {
    readParameters(request, [])
    const version = readIfMatch(request)
    const id = request.params.scheme
    demandIn(visitorOf(request), 'schemes.write', '')
    await act(database, actorOf(request), async (transaction) => {
      await queuePublication(transaction)
      await queueForWriting(transaction)
      // Also grids that came in meanwhile have not been seen by who deletes them.
      demandVersion(await lockScheme(transaction, id), version, await describeScheme(transaction, id))
      const standing = await readStanding(transaction, id)
      if (Object.values(standing).some((count) => count > 0))
        throw new Problem(409, 'scheme_in_use', { members: () => ({ current: standing }) }, standing)
      await deleteScheme(transaction, id)
    })
    return reply.code(204).send()
  })
}

export interface Standing {
  /** Revisions that a plan has made. */
  readonly published: number
  /** Plans that are neither published nor withdrawn. */
  readonly plans: number
  /** Whose its grids are, were or will be. */
  readonly assignments: number
  /** Kinds of cases that are handed to people of its grids. */
  readonly case_kinds: number
}

async function readStanding(transaction: Transaction, id: string): Promise<Standing> {
  const [row] = await transaction.query<Standing>(sql`
    select
      (select count(*) from scheme_revisions where scheme = ${id} and plan_id is not null) as published,
      (select count(*) from plans where scheme = ${id} and state not in ('published', 'withdrawn')) as plans,
      (select count(*) from assignments where layer = 'grids' and object_id in (select id from grids where scheme = ${id})) as assignments,
      (select count(*) from case_kinds where (valid_to is null or valid_to > today())
        and owner_rule @> ${JSON.stringify([{ scheme: id }])}::jsonb) as case_kinds`)
  return row!
}

/** Unit cells stay: other schemes stand on them. */
async function deleteScheme(transaction: Transaction, id: string): Promise<void> {
  await transaction.query(sql`delete from plans where scheme = ${id}`)
  await transaction.query(sql`delete from grids where scheme = ${id}`)
  await transaction.query(sql`delete from scheme where id = ${id}`)
}
