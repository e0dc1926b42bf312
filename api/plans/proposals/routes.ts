import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../../access/gate.ts'
import type { Database } from '../../database/database.ts'
import { readBody } from '../../http/body.ts'
import { languageOf } from '../../http/language.ts'
import { readParameters } from '../../http/parameters.ts'
import { idOf, type OfId } from '../../staff/ids.ts'
import { demandAction, demandRead } from '../describe.ts'
import type { OpenPlans } from '../open.ts'
import { readPlan } from '../store.ts'
import { ProposalJobs } from './jobs.ts'
import { editOf, prepare, readWanted } from './request.ts'

const WRITE = { config: { right: 'plans.write' } } as const

type OfJob = { Params: { id: string; job: string } }

/** Land divided by the machine, for a planner to take as a step, or not. */
export function proposalRoutes(app: FastifyInstance, database: Database, plans: OpenPlans): void {
  const jobs = new ProposalJobs()
  app.addHook('onClose', () => jobs.stop())

  app.post<OfId>('/api/plans/:id/proposals', WRITE, async (request, reply) => {
    readParameters(request, [])
    const open = await plans.open(database, idOf(request))
    demandAction(visitorOf(request), open.plan, 'edit')
    const wanted = readWanted(
      readBody(request, ['kind', 'area', 'weight', 'grids', 'band', 'cells', 'tolerance', 'within', 'seed']),
      open.plan,
    )
    const prepared = await prepare(database, open, wanted)
    reply.code(202)
    const language = languageOf(request)
    return { job: jobs.start(open.plan.id, wanted.kind, prepared, (groups) => [editOf(open, groups, language)]).id }
  })

  app.get<OfJob>('/api/plans/:id/proposals/:job', WRITE, async (request, reply) => {
    readParameters(request, [])
    const plan = await readPlan(database, idOf(request))
    demandRead(visitorOf(request), plan)
    reply.header('cache-control', 'no-store')
    const { plan: _, ...job } = jobs.job(plan.id, request.params.job)
    return job
  })

  app.delete<OfJob>('/api/plans/:id/proposals/:job', WRITE, async (request, reply) => {
    readParameters(request, [])
    const plan = await readPlan(database, idOf(request))
    demandRead(visitorOf(request), plan)
    await jobs.cancel(plan.id, request.params.job)
    return reply.code(204).send()
  })
}
