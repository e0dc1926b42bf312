import type { FastifyInstance, FastifyRequest } from 'fastify'
import { MOST_LEVELS, RULES, type Rule, type RuleName, ruleKey, SEVERITIES } from '#geodata/planning/index.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { invalid, readBody, readBoolean, readIfMatch, readMembers, readOptionalString, readString } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { queuePublication } from '../plans/publish/publish.ts'
import { tagged } from '../staff/ids.ts'
import { demandVersion } from '../staff/writing.ts'
import { cellsFromGrids } from './cells.ts'
import { comparisonRoutes } from './compare.ts'
import { schemeDeletionRoute } from './delete.ts'
import { type Described, describeScheme } from './describe.ts'
import { schemeDownloadRoutes } from './download.ts'
import { schemeExportRoutes } from './export.ts'
import { gridImportRoutes } from './import/routes.ts'
import { otherGridRoutes } from './other_grids.ts'
import {
  fillLevel,
  insertLevel,
  insertScheme,
  type LevelName,
  listSchemes,
  lockScheme,
  raiseRevision,
  replaceRules,
} from './store.ts'

const READ = { config: { right: 'responsibility.read' } } as const
const WRITE = { config: { right: 'schemes.write' } } as const

type OfScheme = { Params: { scheme: string } }

/** Schemes of grids: their levels and rules. A scheme concerns everywhere, and so must the right of who changes it. */
export function schemeRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/schemes', READ, async (request) => {
    readParameters(request, [])
    return { schemes: await listSchemes(database) }
  })

  app.get<OfScheme>('/api/schemes/:scheme', READ, async (request, reply) => {
    readParameters(request, [])
    return tagged(reply, await describeScheme(database, request.params.scheme))
  })

  app.post('/api/schemes', WRITE, async (request, reply) => {
    const body = readBody(request, ['id', 'name_zh', 'name_en', 'within_community', 'levels'])
    const id = readString(body, 'id', 40)
    if (!/^[a-z][a-z0-9_]*$/.test(id)) throw invalid('id')
    const names = readNames(body)
    const levels = body.levels
    if (!Array.isArray(levels) || levels.length === 0 || levels.length > MOST_LEVELS) throw invalid('levels')
    const named = levels.map((level, index) => readNames(readMembers(level, ['name_zh', 'name_en'], `levels.${index}.`)))
    const scheme = { id, ...names, within_community: readBoolean(body, 'within_community', true) }
    reply.code(201)
    return writing(database, request, id, (transaction) => insertScheme(transaction, scheme, named))
  })

  app.post<OfScheme>('/api/schemes/:scheme/levels', WRITE, async (request, reply) => {
    const names = readNames(readBody(request, ['name_zh', 'name_en']))
    const id = request.params.scheme
    reply.code(201)
    return writing(database, request, id, async (transaction) => {
      await queuePublication(transaction)
      const { levels } = await lockScheme(transaction, id)
      const level = levels.length + 1
      if (level > MOST_LEVELS) throw new Problem(409, 'levels_exhausted', {}, { maximum: MOST_LEVELS })
      await insertLevel(transaction, id, level, names)
      const grids_added = await fillLevel(transaction, id, level)
      await raiseRevision(transaction, id, visitorOf(request).display_name, { level, grids_added })
    })
  })

  app.post<OfScheme>('/api/schemes/:scheme/cells', WRITE, async (request, reply) => {
    const id = request.params.scheme
    const territory = readString(readBody(request, ['territory_code']), 'territory_code', 12)
    if (!/^(\d{6}|\d{9}|\d{12})$/.test(territory)) throw invalid('territory_code')
    reply.code(201)
    return writing(database, request, id, async (transaction) => {
      await queuePublication(transaction)
      await lockScheme(transaction, id)
      const cells_added = await cellsFromGrids(transaction, id, territory)
      await raiseRevision(transaction, id, visitorOf(request).display_name, { territory, cells_added })
    })
  })

  app.put<OfScheme>('/api/schemes/:scheme/rules', WRITE, async (request, reply) => {
    const id = request.params.scheme
    const version = readIfMatch(request)
    const { rules } = readBody(request, ['rules'])
    if (!Array.isArray(rules) || rules.length > 100) throw invalid('rules')
    const read = rules.map((rule, index) => readRule(rule, `rules.${index}.`))
    const keys = new Set(read.map(ruleKey))
    if (keys.size !== read.length) throw invalid('rules')
    const changed = await writing(database, request, id, async (transaction) => {
      const scheme = await lockScheme(transaction, id)
      demandVersion(scheme, version, await describeScheme(transaction, id))
      const { levels } = scheme
      if (read.some(({ level }) => level !== null && level > levels.length)) throw invalid('rules.level')
      await replaceRules(transaction, id, read)
    })
    return tagged(reply, changed)
  })

  schemeDeletionRoute(app, database)
  comparisonRoutes(app, database)
  otherGridRoutes(app, database)
  schemeExportRoutes(app, database)
  schemeDownloadRoutes(app, database)
  gridImportRoutes(app, database)
}

async function writing(
  database: Database,
  request: FastifyRequest,
  scheme: string,
  work: (transaction: Parameters<typeof lockScheme>[0]) => Promise<void>,
): Promise<Described> {
  readParameters(request, [])
  demandIn(visitorOf(request), 'schemes.write', '')
  return act(database, actorOf(request), async (transaction) => {
    await work(transaction)
    return describeScheme(transaction, scheme)
  })
}

const readNames = (body: Parameters<typeof readString>[0]): LevelName => ({
  name_zh: readString(body, 'name_zh', 60),
  name_en: readString(body, 'name_en', 60),
})

function readRule(value: unknown, path: string): Rule {
  const body = readMembers(value, ['rule', 'level', 'severity', 'minimum', 'maximum', 'source', 'edition'], path)
  const number = (name: 'level' | 'minimum' | 'maximum') => {
    const given = body[name] ?? null
    if (given !== null && !(typeof given === 'number' && Number.isFinite(given) && given >= 0)) throw invalid(path + name)
    return given as number | null
  }
  const [level, minimum, maximum] = [number('level'), number('minimum'), number('maximum')]
  if (!(RULES as readonly unknown[]).includes(body.rule)) throw invalid(`${path}rule`)
  if (!(SEVERITIES as readonly unknown[]).includes(body.severity)) throw invalid(`${path}severity`)
  if (level !== null && (!Number.isInteger(level) || level < 1)) throw invalid(`${path}level`)
  if (minimum !== null && maximum !== null && maximum < minimum) throw invalid(`${path}maximum`)
  return {
    rule: body.rule as RuleName,
    severity: body.severity as Rule['severity'],
    level,
    minimum,
    maximum,
    source: readOptionalString(body, 'source'),
    edition: readOptionalString(body, 'edition'),
  }
}
