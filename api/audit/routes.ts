import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findLayer } from '#geodata/layers/index.ts'
import { visitorOf } from '../access/gate.ts'
import { hasRight, territoriesOf } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { identifier } from '../database/sql.ts'
import { calendarDay, type Parameters, readLimit, readParameters, readText, wholeNumber } from '../http/parameters.ts'
import { layerProblem, Problem } from '../http/problem.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { liesIn } from '../layers/limits_store.ts'
import { demandSeen } from '../layers/seen.ts'
import { type AuditEntry, readEntries, readOrigin, readPeopleNamed } from './store.ts'

const LIMIT = { standard: 50, maximum: 500 } as const
const WORDS = ['subject', 'subject_id', 'layer', 'account', 'action'] as const
const PARAMETERS = [...WORDS, 'object_id', 'from', 'to', 'before', 'limit'] as const

/** The record of writes: all of it for who may read it, and each object's own history beside the object. */
export function auditRoutes(app: FastifyInstance, database: Database, limits: LayerLimits): void {
  app.get('/api/audit', { config: { right: 'audit.read' } }, async (request, reply) => {
    const parameters = readParameters(request, PARAMETERS)
    reply.header('cache-control', 'no-store')
    const territories = territoriesOf(visitorOf(request), 'audit.read')
    return page(database, parameters, { territories: territories.includes('') ? undefined : territories })
  })

  type OfObject = { Params: { layer: string; id: string } }
  app.get<OfObject>('/api/audit/objects/:layer/:id', { config: { right: 'responsibility.read' } }, async (request, reply) => {
    const layer = findLayer(request.params.layer)
    if (!layer) throw layerProblem(request.params.layer)
    demandSeen(visitorOf(request), [layer])
    const id = numberOf(request.params.id)
    const territories = (await limits.of(visitorOf(request), [layer])).get(layer.id)
    // What is gone lies nowhere: its history is for those who see the layer everywhere.
    if (id === undefined || (territories && !(await liesIn(database, layer, id, territories))))
      throw new Problem(404, 'feature_not_found', { field: 'id' }, { layer: layer.id, id: request.params.id.slice(0, 100) })
    const parameters = readParameters(request, ['before', 'limit'])
    reply.header('cache-control', 'no-store')
    const answer = await page(database, parameters, { layer: layer.id, object_id: id })
    const origin = await readOrigin(database, identifier(layer.id), id)
    const entries = seesSources(request) ? answer.entries : answer.entries.map(withoutSources)
    return { ...answer, entries, imported: origin }
  })
}

async function page(
  database: Database,
  parameters: Parameters,
  fixed: { layer?: string; object_id?: number; territories?: readonly string[] | undefined },
) {
  const limit = readLimit(parameters.limit, LIMIT)
  const texts = Object.fromEntries(
    WORDS.flatMap((name) => (parameters[name] === undefined ? [] : [[name, readText(name, parameters[name])]])),
  )
  const question = {
    ...texts,
    object_id: readNumber(parameters, 'object_id'),
    before: readNumber(parameters, 'before'),
    from: readDay(parameters, 'from'),
    to: readDay(parameters, 'to'),
    limit: limit + 1,
    ...fixed,
  }
  const found = await readEntries(database, question)
  const entries = found.slice(0, limit)
  const people = await readPeopleNamed(database, personIds(entries))
  return {
    entries: entries.map((entry) => ({ ...entry, before: named(entry.before, people), after: named(entry.after, people) })),
    next: found.length > limit ? entries.at(-1)!.id : null,
  }
}

type Row = AuditEntry['before']

const personIds = (entries: readonly AuditEntry[]): number[] => [
  ...new Set(
    entries.flatMap(({ before, after }) => [before?.person_id, after?.person_id]).filter((id) => typeof id === 'number'),
  ),
]

/** A person's number says little; his name stands beside it. */
const named = (row: Row, people: ReadonlyMap<number, string>): Row =>
  typeof row?.person_id === 'number' ? { ...row, person_name: people.get(row.person_id) ?? null } : row

const seesSources = (request: FastifyRequest): boolean => hasRight(visitorOf(request), 'mobile.read')

/** What files brought along is for those who may see it, in history as in the present. Where a write came from is for auditors. */
function withoutSources({ address: _, ...entry }: AuditEntry): Omit<AuditEntry, 'address'> {
  const without = (row: Row): Row => row && (({ source_properties: __, ...rest }) => rest)(row)
  return { ...entry, before: without(entry.before), after: without(entry.after) }
}

const numberOf = (text: string): number | undefined => {
  const number = wholeNumber(text)
  return number === undefined || number > 2 ** 31 - 1 ? undefined : number
}

function readNumber(parameters: Parameters, name: string): number | undefined {
  const text = parameters[name]
  if (text === undefined) return undefined
  const number = wholeNumber(text)
  if (number === undefined) throw new Problem(400, 'filter_not_number', { field: name }, { name })
  // Larger than any number of ours finds nothing.
  return name === 'object_id' ? Math.min(number, 2 ** 31 - 1) : number
}

function readDay(parameters: Parameters, name: string): string | undefined {
  const text = parameters[name]
  const day = text === undefined ? undefined : calendarDay(text)
  if (text !== undefined && day === undefined) throw new Problem(400, 'filter_not_date', { field: name }, { name })
  return day
}
