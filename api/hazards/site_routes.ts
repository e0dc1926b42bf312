import type { FastifyInstance, FastifyRequest } from 'fastify'
import { CHECKED_KINDS, NEAR, POINT_REACH, RELATIONS, VERDICTS, verdictOf } from '#geodata/hazards/site_check.ts'
import { keySites } from '#geodata/layers/key_sites.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { invalid, readBody, readOptionalString, readString } from '../http/body.ts'
import { languageOf } from '../http/language.ts'
import { calendarDay, type Parameters, readLimit, readOffset, readParameters, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { readArea } from '../sheets/store.ts'
import { readSheetFormat, sendSheet } from '../spreadsheets/download.ts'
import { writeTable } from '../spreadsheets/write.ts'
import { exportName, exportTable } from './export.ts'
import { countFindings, type FindingFilter, insertResult, readFindingPlace, readFindings, readResults } from './findings_store.ts'
import { countSites, type Finding, insertCheck, readLastCheck, readPairs, storeFindings } from './sites_store.ts'

const READ = { config: { right: 'map.read' } } as const
const WRITE = { config: { right: 'hazards.write' } } as const
export const FINDING_LIMIT = { standard: 100, maximum: 1000 } as const
export const FINDING_STATES = ['none', 'open', 'done'] as const
/** Kinds of key sites, and shelters. */
export const SITE_KINDS = [
  'shelter',
  ...keySites.fields.flatMap((field) =>
    field.name === 'kind' && field.type === 'choice' ? field.choices.map(({ value }) => value) : [],
  ),
]
const FILTERS = ['territory', 'relation', 'verdict', 'state', 'kind', 'past'] as const
const MOST_NEAR = 2000
type OfFinding = { Params: { id: string } }

/** Which sites lie in or near a danger, and what was found out about each. */
export function siteRoutes(app: FastifyInstance, database: Database): void {
  app.post('/api/hazards/site-checks', WRITE, async (request, reply) => {
    readParameters(request, [])
    const body = readBody(request, ['territory', 'near_m', 'kinds'])
    const territory = readString(body, 'territory', 12)
    const near_m = body.near_m ?? NEAR.distance_m
    if (typeof near_m !== 'number' || !(near_m >= 0 && near_m <= MOST_NEAR)) throw invalid('near_m')
    const kinds = readKinds(body.kinds ?? CHECKED_KINDS)
    await demandArea(database, territory, (field) => invalid(field))
    demandIn(visitorOf(request), 'hazards.write', territory)
    reply.code(201)
    return act(database, actorOf(request), (transaction) =>
      check(transaction, territory, near_m, kinds, visitorOf(request).display_name),
    )
  })

  app.get('/api/hazards/findings', READ, async (request) => {
    const parameters = readParameters(request, [...FILTERS, 'limit', 'offset'])
    const filter = await readFilter(database, parameters)
    const limit = readLimit(parameters.limit, FINDING_LIMIT)
    const offset = readOffset(parameters.offset)
    const day = chineseDay()
    return {
      last_check: (await readLastCheck(database, filter.territory)) ?? null,
      matched: await countFindings(database, filter, day),
      findings: await readFindings(database, filter, day, { limit, offset }),
    }
  })

  app.get('/api/hazards/findings/export', READ, async (request, reply) => {
    const parameters = readParameters(request, [...FILTERS, 'format'])
    const format = readSheetFormat(parameters.format)
    const filter = await readFilter(database, parameters)
    const language = languageOf(request)
    const day = chineseDay()
    const { name, header, rows } = exportTable(await readFindings(database, filter, day), language)
    return sendSheet(reply, format, exportName(name, filter.territory, day), writeTable(format, name, header, rows))
  })

  app.get<OfFinding>('/api/hazards/findings/:id/results', READ, async (request) => {
    readParameters(request, [])
    const { id } = await placeOf(database, request)
    return { results: await readResults(database, id) }
  })

  app.post<OfFinding>('/api/hazards/findings/:id/results', WRITE, async (request, reply) => {
    readParameters(request, [])
    const { id, codes } = await placeOf(database, request)
    for (const code of codes.length > 0 ? codes : ['']) demandIn(visitorOf(request), 'hazards.write', code)
    const body = readBody(request, ['result', 'follow_up', 'due_on', 'state'])
    const due = readOptionalString(body, 'due_on', 10)
    const due_on = due === null ? null : calendarDay(due)
    if (due_on === undefined) throw invalid('due_on')
    const state = body.state ?? 'open'
    if (state !== 'open' && state !== 'done') throw invalid('state')
    const written = {
      result: readString(body, 'result', 2000),
      follow_up: readOptionalString(body, 'follow_up', 2000),
      due_on,
      state,
    } as const
    const { account_id, display_name } = visitorOf(request)
    reply.code(201)
    return act(database, actorOf(request), (transaction) =>
      insertResult(transaction, id, written, { id: account_id, name: display_name }),
    )
  })
}

async function check(
  transaction: Transaction,
  territory: string,
  near_m: number,
  kinds: readonly string[],
  account_name: string,
) {
  const day = chineseDay()
  const pairs = await readPairs(transaction, territory, kinds, day, { zone: near_m, point: near_m + POINT_REACH.distance_m })
  const found = pairs.map((pair): Finding => {
    const isInside = pair.distance_m <= (pair.hazard_layer === 'geohazard_points' ? POINT_REACH.distance_m : 0)
    const relation = isInside ? 'inside' : 'near'
    return { ...pair, relation, verdict: verdictOf(relation, pair.hazard_kind) }
  })
  const sitesOf = (some: readonly Finding[]) => new Set(some.map(({ site_layer, site_id }) => `${site_layer}/${site_id}`))
  const all = sitesOf(found)
  const inside = sitesOf(found.filter(({ relation }) => relation === 'inside')).size
  const sites = await countSites(transaction, territory, kinds, day)
  const totals = { sites, clear: sites - all.size, inside, near: all.size - inside }
  const made = await insertCheck(transaction, { territory_code: territory, day, near_m, kinds, ...totals, account_name })
  await storeFindings(transaction, territory, kinds, found, made)
  return made
}

function readKinds(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every((kind) => SITE_KINDS.includes(kind))) throw invalid('kinds')
  return [...new Set<string>(value)]
}

async function readFilter(database: Database, parameters: Parameters): Promise<FindingFilter> {
  const { territory = '', relation, verdict, state, kind, past } = parameters
  const oneOf = (field: string, value: string | undefined, known: readonly string[]) => {
    if (value !== undefined && !known.includes(value)) throw new Problem(400, 'hazard_question_invalid', { field }, { field })
    return value
  }
  await demandArea(database, territory, (field) => new Problem(400, 'hazard_question_invalid', { field }, { field }))
  return {
    territory,
    relation: oneOf('relation', relation, RELATIONS),
    verdict: oneOf('verdict', verdict, VERDICTS),
    state: oneOf('state', state, FINDING_STATES),
    kind: oneOf('kind', kind, SITE_KINDS),
    past: oneOf('past', past, ['true', 'false']) === 'true',
  }
}

async function demandArea(database: Database, territory: string, refuse: (field: string) => Problem): Promise<void> {
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(territory)) throw refuse('territory')
  const day = chineseDay()
  if (!(await readArea(database, territory, day)))
    throw new Problem(404, 'sheet_area_not_found', { field: 'territory' }, { code: territory, day })
}

async function placeOf(database: Database, { params }: FastifyRequest<OfFinding>) {
  const id = wholeNumber(params.id)
  const codes = id === undefined || id >= 2 ** 31 ? undefined : await readFindingPlace(database, id, chineseDay())
  if (id === undefined || codes === undefined) throw new Problem(404, 'site_finding_not_found')
  return { id, codes }
}
