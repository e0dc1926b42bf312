import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { seesMobileOf, type Visitor } from '../access/visitor.ts'
import { groupBy } from '../assignments/groups.ts'
import { readTitles } from '../assignments/objects.ts'
import type { Database, Transaction } from '../database/database.ts'
import { readIfMatch } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { staffFileRoutes } from './file_routes.ts'
import { handOverRoute } from './handover_route.ts'
import { idOf, type OfId, tagged } from './ids.ts'
import { readChange, readNew } from './members.ts'
import { readStaffQuestion } from './questions.ts'
import { addRecord, changeRecord, type Row, readRecord, TABLES, type Table } from './records.ts'
import { type Duty, listOrganisations, listPeople, listPosts, readDuties, readPerson, readTenures } from './store.ts'
import { checkRow, demandRow, demandVersion, territoriesOfRow } from './writing.ts'

const READ = { config: { right: 'responsibility.read' } } as const
const WRITE = { config: { right: 'people.write' } } as const

/** Organisations, posts, people and who held which post when. */
export function staffRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/organisations', READ, async (request) => {
    const { rows, total } = await listOrganisations(database, readStaffQuestion(request, 'organisations'))
    return { organisations: rows, total }
  })
  app.get('/api/posts', READ, async (request) => {
    const { rows, total } = await listPosts(database, readStaffQuestion(request, 'posts'))
    return { posts: rows, total }
  })
  app.get('/api/people', READ, async (request) => {
    const { rows, total } = await listPeople(database, readStaffQuestion(request, 'people'), visitorOf(request))
    return { people: rows, total }
  })
  app.get<OfId>('/api/people/:id', READ, async (request, reply) => answerPerson(database, request, reply))
  for (const table of TABLES) {
    if (table !== 'people')
      app.get<OfId>(`/api/${table}/:id`, READ, async (request, reply) => {
        readParameters(request, [])
        return tagged(reply, await readRecord(database, table, idOf(request)))
      })
    writingRoutes(app, database, table)
  }
  handOverRoute(app, database)
  staffFileRoutes(app, database)
}

function writingRoutes(app: FastifyInstance, database: Database, table: Table): void {
  app.post(`/api/${table}`, WRITE, async (request, reply) => {
    readParameters(request, [])
    const values = readNew(request, table)
    const added = await act(database, actorOf(request), async (transaction) => {
      await checkRow(transaction, visitorOf(request), table, values)
      return seen(transaction, visitorOf(request), table, await addRecord(transaction, table, values))
    })
    reply.code(201).header('location', `/api/${table}/${added.id}`)
    return tagged(reply, added)
  })
  app.patch<OfId>(`/api/${table}/:id`, WRITE, async (request, reply) => {
    readParameters(request, [])
    const version = readIfMatch(request)
    const values = readChange(request, table)
    const changed = await act(database, actorOf(request), async (transaction) => {
      const visitor = visitorOf(request)
      const row = await readRecord(transaction, table, idOf(request), true)
      // In the territory from which it is taken as much as in the one to which it goes.
      await demandRow(transaction, visitor, table, row)
      demandVersion(row, version, await seen(transaction, visitor, table, row))
      await checkRow(transaction, visitor, table, { ...row, ...values })
      return seen(transaction, visitor, table, await changeRecord(transaction, table, row.id, values))
    })
    return tagged(reply, changed)
  })
}

/** A row as the visitor may see it. */
async function seen(transaction: Transaction, visitor: Visitor, table: Table, row: Row): Promise<Row> {
  if (table !== 'people') return row
  const [territory] = await territoriesOfRow(transaction, table, row)
  if (seesMobileOf(visitor, territory!)) return row
  const { mobile: _hidden, ...rest } = row
  return rest as Row
}

async function answerPerson(database: Database, request: FastifyRequest<OfId>, reply: FastifyReply) {
  readParameters(request, [])
  const id = idOf(request)
  const person = await readPerson(database, id, visitorOf(request))
  if (!person) throw new Problem(404, 'record_not_found', {}, { id })
  const duties = await readDuties(database, id)
  const titles = await readTitles(database, duties)
  const groups = groupBy(duties, ({ layer, role }) => `${layer}/${role}`)
  const assignments = [...groups.values()].map((group) => ({
    layer: group[0]!.layer,
    role: group[0]!.role,
    count: group.length,
    objects: group.map((duty: Duty) => ({ ...duty, ...titles.of(duty) })),
  }))
  return tagged(reply, { ...person, tenures: await readTenures(database, id), assignments })
}
