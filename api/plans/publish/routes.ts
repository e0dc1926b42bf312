import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Restore } from '#geodata/fabric/index.ts'
import { applyStep, gridId, shapesOf } from '#geodata/planning/index.ts'
import { act, actorOf } from '../../access/act.ts'
import { visitorOf } from '../../access/gate.ts'
import { demandIn } from '../../access/visitor.ts'
import type { Database, Queryable } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { readBody, readString } from '../../http/body.ts'
import { readParameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { idOf, type OfId, tagged } from '../../staff/ids.ts'
import { changing } from '../changing.ts'
import { demandRead, describePlan } from '../describe.ts'
import type { OpenPlans } from '../open.ts'
import { readReason } from '../reading.ts'
import { demandSound } from '../review_routes.ts'
import { addEvent, appendStep, insertPlan, readPlan, setState } from '../store.ts'
import { comparisonOf } from './comparison.ts'
import { consequencesOf } from './consequences.ts'
import { publish, queuePublication } from './publish.ts'

const READ = { config: { right: 'responsibility.read' } } as const
const WRITE = { config: { right: 'plans.write' } } as const
const PUBLISH = { config: { right: 'plans.publish' } } as const

/** What a plan would do, doing it, and going back. */
export function publishRoutes(app: FastifyInstance, database: Database, plans: OpenPlans): void {
  app.get<OfId>('/api/plans/:id/consequences', WRITE, async (request) => {
    readParameters(request, [])
    const open = await plans.open(database, idOf(request))
    demandRead(visitorOf(request), open.plan)
    return { groups: (await consequencesOf(database, open)).map(({ all: _, stretches: __, ...group }) => group) }
  })

  app.get<OfId>('/api/plans/:id/comparison', WRITE, async (request) => {
    readParameters(request, [])
    const open = await plans.open(database, idOf(request))
    demandRead(visitorOf(request), open.plan)
    return { grids: comparisonOf(open) }
  })

  app.post<OfId>('/api/plans/:id/publish', PUBLISH, async (request, reply) => {
    const reason = readReason(request, false)
    const visitor = visitorOf(request)
    const plan = await changing(database, request, 'publish', async (transaction, { id }) => {
      await queuePublication(transaction)
      const open = await plans.open(transaction, id)
      await demandSound(transaction, open)
      await publish(transaction, open, visitor.display_name)
      await setState(transaction, id, 'published')
      await addEvent(transaction, id, visitor.display_name, 'published', reason)
    })
    return tagged(reply, describePlan(plan, visitor))
  })

  app.get<{ Params: { scheme: string } }>('/api/schemes/:scheme/revisions', READ, async (request) => {
    readParameters(request, [])
    return { revisions: await readRevisions(database, request.params.scheme) }
  })

  app.post<{ Params: { scheme: string; number: string } }>(
    '/api/schemes/:scheme/revisions/:number/revert',
    WRITE,
    async (request, reply) => {
      readParameters(request, [])
      const name = readString(readBody(request, ['name']), 'name', 100)
      const visitor = visitorOf(request)
      const plan = await act(database, actorOf(request), async (transaction) => {
        const revision = await readRevision(transaction, request.params)
        demandIn(visitor, 'plans.write', revision.territory_code)
        const { scheme, territory_code } = revision
        const wanted = { name, scheme, territory_code, effective_on: null, remark: null }
        const id = await insertPlan(transaction, wanted, { id: visitor.account_id, name: visitor.display_name })
        const { draft, scope } = await plans.open(transaction, id)
        const edits = [renamed(revision.back, scheme, (grid) => draft.grids.has(grid))]
        const result = applyStep(draft, scope, edits)
        if ('refused' in result)
          throw new Problem(
            409,
            'edit_refused',
            { members: () => ({ refusal: result.refused }) },
            { reason: result.refused.code },
          )
        const shapes = shapesOf(draft, result.fabric, scope, result.changes)
        await appendStep(transaction, id, { edits, before: result.before, shapes })
        return readPlan(transaction, id)
      })
      reply.code(201)
      return tagged(reply, describePlan(plan, visitor))
    },
  )
}

interface Revision {
  readonly scheme: string
  readonly territory_code: string
  readonly back: Restore
}

async function readRevision(database: Queryable, { scheme, number }: { scheme: string; number: string }): Promise<Revision> {
  const [revision] = /^\d{1,9}$/.test(number)
    ? await database.query<Revision>(sql`
        select scheme_revisions.scheme, plans.territory_code, back
        from scheme_revisions join plans on plans.id = plan_id
        where scheme_revisions.scheme = ${scheme} and number = ${Number(number)}`)
    : []
  if (!revision) throw new Problem(404, 'revision_not_found')
  return revision
}

const readRevisions = (database: Queryable, scheme: string): Promise<object[]> =>
  database.query(sql`
    select number, plan_id, plans.name as plan_name, scheme_revisions.effective_on, published_at, account_name, summary
    from scheme_revisions left join plans on plans.id = plan_id
    where scheme_revisions.scheme = ${scheme} order by number desc`)

/** A code is never used again: grids that are gone come back as new ones. */
function renamed(back: Restore, scheme: string, isThere: (grid: string) => boolean): Restore {
  const ids = new Map(
    back.grids.filter(({ id }) => !isThere(id)).map(({ id }) => [id, gridId(scheme, `new-${randomBytes(4).toString('hex')}`)]),
  )
  const now = (id: string) => ids.get(id) ?? id
  return {
    ...back,
    grids: back.grids.map((grid) => ({ ...grid, id: now(grid.id), parent: grid.parent === null ? null : now(grid.parent) })),
    faces: back.faces.map((face) => ({
      ...face,
      grids: Object.fromEntries(Object.entries(face.grids).map(([key, id]) => [key, now(id)])),
    })),
  }
}
