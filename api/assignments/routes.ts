import type { FastifyInstance } from 'fastify'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { rehearse } from '../database/rehearse.ts'
import { readIfMatch } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { idOf, tagged } from '../staff/ids.ts'
import { demandVersion } from '../staff/writing.ts'
import { checkCandidates } from './checks.ts'
import { demandAssigned } from './demand.ts'
import { rowsProblem } from './faults.ts'
import { assignmentFileRoutes } from './file_routes.ts'
import { listAssignments, readAssignmentQuestion, readListed } from './list.ts'
import { candidatesOf, readChanged, readOrder } from './order.ts'
import { carryOut, overlapFault, planAssignments } from './plan.ts'
import { reportOf } from './report.ts'
import {
  type Assignment,
  changeAssignment,
  findOverlaps,
  type NewAssignment,
  queueForWriting,
  readAssignment,
  readToday,
  removeAssignments,
} from './store.ts'

const READ = { config: { right: 'responsibility.read' } } as const
const WRITE = { config: { right: 'assignments.write' } } as const
/** Twenty thousand objects by their ids. */
const BODY_BYTES = 4 * 1024 * 1024

type OfId = { Params: { id: string } }

/** Who is responsible for what, from when to when. */
export function assignmentRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/assignments', READ, async (request) => {
    const { rows, total } = await listAssignments(database, readAssignmentQuestion(request))
    return { assignments: rows, total }
  })

  app.get<OfId>('/api/assignments/:id', READ, async (request, reply) => {
    readParameters(request, [])
    return tagged(reply, await readListed(database, idOf(request)))
  })

  app.post('/api/assignments', { ...WRITE, bodyLimit: BODY_BYTES }, async (request, reply) => {
    readParameters(request, [])
    const order = readOrder(request)
    const run = (work: (transaction: Transaction) => Promise<object>) => act(database, actorOf(request), work)
    const report = await rehearse(run, order.dry_run, async (transaction) => {
      await queueForWriting(transaction)
      const candidates = await candidatesOf(transaction, order, await readToday(transaction))
      const plan = await planAssignments(transaction, visitorOf(request), candidates, order.replace)
      if (plan.faults.length > 0) throw rowsProblem(plan.faults)
      const ids = await carryOut(transaction, plan)
      return reportOf(transaction, plan, order.dry_run ? null : ids)
    })
    reply.code(order.dry_run ? 200 : 201)
    return { dry_run: order.dry_run, ...report }
  })

  app.patch<OfId>('/api/assignments/:id', WRITE, async (request, reply) => {
    readParameters(request, [])
    const version = readIfMatch(request)
    const changed = await act(database, actorOf(request), async (transaction) => {
      await queueForWriting(transaction)
      const row = await readAssignment(transaction, idOf(request), true)
      await demandAssigned(transaction, visitorOf(request), [row])
      demandVersion(row, version, await readListed(transaction, row.id))
      await changeAssignment(
        transaction,
        row.id,
        await checkChange(transaction, visitorOf(request), row, readChanged(request, row)),
      )
      return readListed(transaction, row.id)
    })
    return tagged(reply, changed)
  })

  app.delete<OfId>('/api/assignments/:id', WRITE, async (request, reply) => {
    readParameters(request, [])
    const version = request.headers['if-match'] === undefined ? undefined : readIfMatch(request)
    await act(database, actorOf(request), async (transaction) => {
      await queueForWriting(transaction)
      const row = await readAssignment(transaction, idOf(request), true)
      await demandAssigned(transaction, visitorOf(request), [row])
      if (version !== undefined) demandVersion(row, version, await readListed(transaction, row.id))
      // What was in force stays in the history: it is ended.
      if (row.valid_from <= (await readToday(transaction))) throw new Problem(409, 'assignment_begun')
      await removeAssignments(transaction, [row.id])
    })
    return reply.code(204).send()
  })

  assignmentFileRoutes(app, database)
}

/** A change that only ends it sooner or remarks on it is allowed also where person or object are long gone. */
async function checkChange(
  transaction: Transaction,
  visitor: Visitor,
  row: Assignment,
  wanted: NewAssignment,
): Promise<NewAssignment> {
  const isLonger = wanted.valid_to === null ? row.valid_to !== null : row.valid_to !== null && wanted.valid_to > row.valid_to
  const lasting = wanted.person_id !== row.person_id || wanted.valid_from < row.valid_from || isLonger
  const { faults, sound } = await checkCandidates(transaction, visitor, [{ ...wanted, index: 0 }], { lasting })
  const overlaps = (await findOverlaps(transaction, sound)).filter(
    (held) => held.id !== row.id && (held.person_id === wanted.person_id || wanted.standing !== 'joint'),
  )
  const clashes = overlaps.map((held) => ({ index: 0, layer: row.layer, id: row.object_id, fault: overlapFault(held) }))
  if (faults.length + clashes.length > 0) throw rowsProblem([...faults, ...clashes])
  return sound[0]!
}
