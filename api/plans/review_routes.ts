import type { FastifyInstance } from 'fastify'
import { checkPlan, type Finding } from '#geodata/planning/index.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import type { Database, Queryable } from '../database/database.ts'
import { readBody, readBoolean } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { idOf, type OfId, readId, tagged } from '../staff/ids.ts'
import { changing } from './changing.ts'
import { demandRead, describePlan } from './describe.ts'
import { demandDay } from './effective_day.ts'
import type { OpenPlan, OpenPlans } from './open.ts'
import { readComment, readException, readReason } from './reading.ts'
import {
  addEvent,
  type Exception,
  insertComment,
  putException,
  readComments,
  readExceptions,
  readPlan,
  resolveComment,
  setState,
  touchPlan,
} from './store.ts'

const READ = { config: { right: 'responsibility.read' } } as const
const WRITE = { config: { right: 'plans.write' } } as const
const REVIEW = { config: { right: 'plans.publish' } } as const

export type ExceptedFinding = Finding & { readonly excepted?: { readonly reason: string; readonly by: string } }

/** From draft to decision: checks, comments, hand in, return, approve. */
export function reviewRoutes(app: FastifyInstance, database: Database, plans: OpenPlans): void {
  app.get<OfId>('/api/plans/:id/findings', WRITE, async (request) => {
    readParameters(request, [])
    const open = await plans.open(database, idOf(request))
    demandRead(visitorOf(request), open.plan)
    return { findings: await findingsOf(database, open) }
  })

  app.put<OfId>('/api/plans/:id/exceptions', WRITE, async (request, reply) => {
    const exception = readException(request)
    const plan = await changing(database, request, 'edit', async (transaction, { id }) => {
      await putException(transaction, id, { ...exception, author_name: visitorOf(request).display_name })
      await touchPlan(transaction, id)
    })
    return tagged(reply, describePlan(plan, visitorOf(request)))
  })

  app.get<OfId>('/api/plans/:id/comments', READ, async (request) => {
    readParameters(request, [])
    return { comments: await readComments(database, (await readPlan(database, idOf(request))).id) }
  })

  app.post<OfId>('/api/plans/:id/comments', WRITE, async (request, reply) => {
    readParameters(request, [])
    const comment = readComment(request)
    const visitor = visitorOf(request)
    const comments = await act(database, actorOf(request), async (transaction) => {
      const plan = await readPlan(transaction, idOf(request))
      demandRead(visitor, plan)
      await insertComment(transaction, plan.id, comment, { id: visitor.account_id, name: visitor.display_name })
      return readComments(transaction, plan.id)
    })
    reply.code(201)
    return { comments }
  })

  app.patch<{ Params: { id: string; comment: string } }>('/api/plans/:id/comments/:comment', WRITE, async (request) => {
    readParameters(request, [])
    const resolved = readBoolean(readBody(request, ['resolved']), 'resolved', true)
    const comments = await act(database, actorOf(request), async (transaction) => {
      const plan = await readPlan(transaction, idOf(request))
      demandRead(visitorOf(request), plan)
      await resolveComment(transaction, plan.id, readId(request.params.comment), resolved)
      return readComments(transaction, plan.id)
    })
    return { comments }
  })

  for (const [path, action, state, options, needsReason] of [
    ['submit', 'submit', 'submitted', WRITE, false],
    ['withdraw', 'withdraw', 'withdrawn', WRITE, false],
    ['return', 'return', 'returned', REVIEW, true],
    ['approve', 'approve', 'approved', REVIEW, false],
  ] as const)
    app.post<OfId>(`/api/plans/:id/${path}`, options, async (request, reply) => {
      const reason = readReason(request, needsReason)
      const visitor = visitorOf(request)
      const plan = await changing(database, request, action, async (transaction, { id, scheme, effective_on }) => {
        if (action === 'submit' || action === 'approve') {
          await demandDay(transaction, { scheme, effective_on })
          await demandSound(transaction, await plans.open(transaction, id))
        }
        await setState(transaction, id, state)
        await addEvent(transaction, id, visitor.display_name, state, reason)
      })
      return tagged(reply, describePlan(plan, visitor))
    })
}

export async function findingsOf(
  database: Queryable,
  { plan, draft, scope, counter, land }: OpenPlan,
): Promise<ExceptedFinding[]> {
  const exceptions = await readExceptions(database, plan.id)
  return checkPlan(draft, scope, counter, land.rules).map((finding) => {
    const exception = exceptions.find((each) => isAbout(each, finding))
    return exception ? { ...finding, excepted: { reason: exception.reason, by: exception.author_name } } : finding
  })
}

const isAbout = ({ rule, grid }: Exception, finding: Finding): boolean =>
  rule === finding.rule && grid === (finding.grid ?? finding.cell)

/** Refuses a plan with steps in conflict, without any effect, or against a rule without exception. */
export async function demandSound(database: Queryable, open: OpenPlan): Promise<void> {
  const conflicts = open.outcomes.filter(({ conflict }) => conflict)
  if (conflicts.length > 0) throw new Problem(409, 'plan_conflicts', {}, { count: conflicts.length })
  if (open.draft === open.fabric) throw new Problem(409, 'plan_empty')
  const present = checkPlan(open.fabric, open.scope, open.counter, open.land.rules)
  // What was so before the plan is no fault of the plan.
  const isOld = ({ rule, grid, cell }: Finding) =>
    present.some((each) => each.rule === rule && each.grid === grid && each.cell === cell)
  const findings = (await findingsOf(database, open)).filter(
    (finding) => finding.severity === 'error' && !finding.excepted && !isOld(finding),
  )
  if (findings.length > 0) throw new Problem(409, 'plan_findings', { members: () => ({ findings }) }, { count: findings.length })
}
