import type { FastifyInstance } from 'fastify'
import { applyStep, replay, shapesOf, squareBox } from '#geodata/planning/index.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { idOf, type OfId, tagged } from '../staff/ids.ts'
import { changing } from './changing.ts'
import { demandRead, describePlan } from './describe.ts'
import { demandDay } from './effective_day.ts'
import { readLines } from './line_store.ts'
import { OpenPlans } from './open.ts'
import { proposalRoutes } from './proposals/routes.ts'
import { publishRoutes } from './publish/routes.ts'
import { readChangedPlan, readEdits, readNewPlan, readSquare, readState } from './reading.ts'
import { reviewRoutes } from './review_routes.ts'
import { appendStep, changePlan, dropStep, insertPlan, listPlans, moveCursor, readEvents, readPlan, touchPlan } from './store.ts'

const READ = { config: { right: 'responsibility.read' } } as const
const WRITE = { config: { right: 'plans.write' } } as const
/** A proposal for a county as one step. */
const BODY_BYTES = 8 * 1024 * 1024

/** Drafts of a scheme's grids: made, drawn, undone. */
export function planRoutes(app: FastifyInstance, database: Database): void {
  const plans = new OpenPlans()

  app.get('/api/plans', READ, async (request) => {
    const { state, scheme } = readParameters(request, ['state', 'scheme'])
    const rows = await listPlans(database, readState(state), scheme)
    return { plans: rows.map((plan) => describePlan(plan, visitorOf(request))) }
  })

  app.post('/api/plans', WRITE, async (request, reply) => {
    readParameters(request, [])
    const wanted = readNewPlan(request)
    const visitor = visitorOf(request)
    demandIn(visitor, 'plans.write', wanted.territory_code)
    const plan = await act(database, actorOf(request), async (transaction) => {
      await demandDay(transaction, wanted)
      return readPlan(transaction, await insertPlan(transaction, wanted, { id: visitor.account_id, name: visitor.display_name }))
    })
    reply.code(201)
    return tagged(reply, describePlan(plan, visitor))
  })

  app.get<OfId>('/api/plans/:id', READ, async (request, reply) => {
    readParameters(request, [])
    const plan = await readPlan(database, idOf(request))
    return tagged(reply, { ...describePlan(plan, visitorOf(request)), events: await readEvents(database, plan.id) })
  })

  app.patch<OfId>('/api/plans/:id', WRITE, async (request, reply) => {
    const changed = await changing(database, request, 'edit', async (transaction, plan) => {
      const wanted = readChangedPlan(request, plan)
      if (wanted.effective_on !== plan.effective_on) await demandDay(transaction, { ...plan, ...wanted })
      await changePlan(transaction, plan.id, wanted)
    })
    return tagged(reply, describePlan(changed, visitorOf(request)))
  })

  app.get<OfId>('/api/plans/:id/land', WRITE, async (request, reply) => {
    readParameters(request, [])
    const plan = await readPlan(database, idOf(request))
    demandRead(visitorOf(request), plan)
    reply.header('cache-control', 'no-store')
    return (await plans.land(database, plan)).land
  })

  app.get<OfId>('/api/plans/:id/lines', WRITE, async (request, reply) => {
    const square = readSquare(readParameters(request, ['column', 'row']))
    const plan = await readPlan(database, idOf(request))
    demandRead(visitorOf(request), plan)
    const { srid } = (await plans.land(database, plan)).land
    reply.header('cache-control', 'no-store')
    return { lines: await readLines(database, squareBox(...square), srid) }
  })

  app.get<OfId>('/api/plans/:id/steps', READ, async (request, reply) => {
    readParameters(request, [])
    const { plan, steps, outcomes, draft, scope } = await plans.open(database, idOf(request))
    // What would become of those that were undone, were they done again.
    const ahead = replay(
      draft,
      scope,
      steps.flatMap((step) => (step.state === 'undone' ? { ...step, state: 'done' as const } : [])),
    )
    const conflicts = new Map([...outcomes, ...ahead.outcomes].map(({ number, conflict }) => [number, conflict]))
    return tagged(reply, {
      version: plan.version,
      steps: steps.map(({ number, edits, state, shapes }) => {
        const conflict = conflicts.get(number)
        return { number, label: edits[0]!.kind, edits, state, ...(conflict ? { conflict, shapes } : {}) }
      }),
    })
  })

  app.post<OfId>('/api/plans/:id/steps', { ...WRITE, bodyLimit: BODY_BYTES }, async (request, reply) => {
    const edits = readEdits(request)
    let number = 0
    const plan = await changing(database, request, 'edit', async (transaction, { id }) => {
      const { draft, scope } = await plans.open(transaction, id)
      const result = applyStep(draft, scope, edits)
      if ('refused' in result) {
        const refusal = { ...result.refused, index: result.index }
        throw new Problem(422, 'edit_refused', { members: () => ({ refusal }) }, { reason: refusal.code })
      }
      const shapes = shapesOf(draft, result.fabric, scope, result.changes)
      number = await appendStep(transaction, id, { edits, before: result.before, shapes })
      await touchPlan(transaction, id)
    })
    reply.code(201)
    return tagged(reply, { version: plan.version, number })
  })

  for (const [path, state, problem] of [
    ['undo', 'undone', 'nothing_to_undo'],
    ['redo', 'done', 'nothing_to_redo'],
  ] as const)
    app.post<OfId>(`/api/plans/:id/${path}`, WRITE, async (request, reply) => {
      let number: number | undefined
      const plan = await changing(database, request, 'edit', async (transaction, { id }) => {
        number = await moveCursor(transaction, id, state)
        if (number === undefined) throw new Problem(409, problem)
        await touchPlan(transaction, id)
      })
      return tagged(reply, { version: plan.version, number })
    })

  app.post<{ Params: { id: string; number: string } }>('/api/plans/:id/steps/:number/drop', WRITE, async (request, reply) => {
    const plan = await changing(database, request, 'edit', async (transaction, { id }) => {
      if (!/^\d{1,9}$/.test(request.params.number) || !(await dropStep(transaction, id, Number(request.params.number))))
        throw new Problem(404, 'step_not_found')
      await touchPlan(transaction, id)
    })
    return tagged(reply, { version: plan.version })
  })

  reviewRoutes(app, database, plans)
  publishRoutes(app, database, plans)
  proposalRoutes(app, database, plans)
}
