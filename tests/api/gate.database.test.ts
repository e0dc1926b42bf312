// The gate: what every address asks of who comes, written out here once more, so that a change of rights is a change of two places.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guard } from '#api/access/gate.ts'
import { Visitors } from '#api/access/visitors.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'

const ROLES = [
  'viewer',
  'planner',
  'reporter',
  'river_chief',
  'river_office',
  'supervisor',
  'handler',
  'emergency',
  'dispatcher',
  'administrator',
] as const
type Role = (typeof ROLES)[number]
type Who = 'anybody' | readonly Role[]

const EVERYBODY = ROLES
const PLANNERS: Who = ['planner', 'administrator']
const HAZARDS: Who = ['emergency', 'administrator']
const ADMINISTRATORS: Who = ['administrator']
const RESCUERS: Who = ['emergency', 'dispatcher', 'administrator']
const DAMAGE_READERS: Who = ['planner', 'reporter', 'river_chief', 'emergency', 'dispatcher', 'administrator']
const DAMAGE_REPORTERS: Who = ['reporter', 'river_chief', 'emergency', 'dispatcher', 'administrator']
const CASE_REPORTERS: Who = ['reporter', 'river_chief', 'river_office', 'supervisor', 'handler', 'dispatcher', 'administrator']
const PATROLLERS: Who = ['river_chief', 'administrator']
const RIVER_OFFICE: Who = ['river_office', 'administrator']
const CASE_READERS: Who = ROLES.filter((role) => role !== 'viewer')
const EMERGENCY: Who = ['emergency', 'dispatcher', 'administrator']

/** Each method and address of the server, and who gets in. */
const DOORS: Readonly<Record<string, Who>> = {
  'DELETE /api/account/tokens/:id': EVERYBODY,
  'DELETE /api/assignments/:id': PLANNERS,
  'DELETE /api/emergency/closures/:id': RESCUERS,
  'DELETE /api/session': EVERYBODY,
  'DELETE /api/sessions': EVERYBODY,
  'GET /api': 'anybody',
  'GET /api/account/tokens': EVERYBODY,
  'GET /api/accounts': ADMINISTRATORS,
  'GET /api/assignments': EVERYBODY,
  'GET /api/assignments/:id': EVERYBODY,
  'GET /api/assignments/export': EVERYBODY,
  'GET /api/audit': ADMINISTRATORS,
  'GET /api/audit/objects/:layer/:id': EVERYBODY,
  'GET /api/cases': CASE_READERS,
  'GET /api/cases/:id': CASE_READERS,
  'GET /api/cases/:id/handlers': CASE_READERS,
  'GET /api/cases/:id/nearby': CASE_READERS,
  'GET /api/cases/:id/photos/:photo': CASE_READERS,
  'GET /api/cases/counts': CASE_READERS,
  'GET /api/cases/bulletin.pdf': CASE_READERS,
  'GET /api/cases/bulletin.xlsx': CASE_READERS,
  'GET /api/cases/calendar': CASE_READERS,
  'GET /api/cases/departments': CASE_READERS,
  'GET /api/cases/evaluation': CASE_READERS,
  'GET /api/cases/kinds': CASE_READERS,
  'GET /api/cases/points': CASE_READERS,
  'GET /api/cases/proposal': CASE_REPORTERS,
  'GET /api/collections': EVERYBODY,
  'GET /api/collections/:collection': EVERYBODY,
  'GET /api/collections/:collection/items': EVERYBODY,
  'GET /api/collections/:collection/items/:id': EVERYBODY,
  'GET /api/collections/:collection/queryables': EVERYBODY,
  'GET /api/collections/:collection/tiles': EVERYBODY,
  'GET /api/collections/:collection/tiles/:set': EVERYBODY,
  'GET /api/collections/:collection/tiles/:set/:z/:row/:column': EVERYBODY,
  'GET /api/conformance': 'anybody',
  'GET /api/emergency/closures': EVERYBODY,
  'GET /api/emergency/coverage': EVERYBODY,
  'GET /api/emergency/incident': EVERYBODY,
  'GET /api/emergency/incident/sheet': EVERYBODY,
  'GET /api/emergency/marks': EVERYBODY,
  'GET /api/emergency/poster': EVERYBODY,
  'GET /api/emergency/water-book': EVERYBODY,
  'GET /api/damage/events': DAMAGE_READERS,
  'GET /api/damage/events/:id': DAMAGE_READERS,
  'GET /api/damage/events/:id/points': DAMAGE_READERS,
  'GET /api/damage/events/:id/reports': DAMAGE_READERS,
  'GET /api/damage/events/:id/shapes': DAMAGE_READERS,
  'GET /api/damage/reports/:id': DAMAGE_READERS,
  'GET /api/damage/reports/:id/photos/:photo': DAMAGE_READERS,
  'PATCH /api/damage/events/:id': EMERGENCY,
  // Who may take which step is the step's.
  'POST /api/cases': CASE_REPORTERS,
  'POST /api/cases/:id/events': CASE_READERS,
  'POST /api/cases/:id/events/:number/photos': CASE_READERS,
  'POST /api/damage/events': EMERGENCY,
  'POST /api/damage/events/:id/reports': DAMAGE_REPORTERS,
  'POST /api/damage/reports/:id/photos': DAMAGE_REPORTERS,
  'GET /api/events': EVERYBODY,
  'GET /api/hazards/faults/:id/zones': EVERYBODY,
  'POST /api/hazards/faults/:id/zones': HAZARDS,
  'GET /api/hazards/findings': EVERYBODY,
  'GET /api/hazards/findings/:id/results': EVERYBODY,
  'POST /api/hazards/findings/:id/results': HAZARDS,
  'GET /api/hazards/findings/export': EVERYBODY,
  'GET /api/hazards/rules': EVERYBODY,
  'POST /api/hazards/site-checks': HAZARDS,
  'GET /api/openapi.json': 'anybody',
  'GET /api/organisations': EVERYBODY,
  'GET /api/organisations/:id': EVERYBODY,
  'GET /api/people': EVERYBODY,
  'GET /api/people/:id': EVERYBODY,
  'GET /api/people/export': EVERYBODY,
  'GET /api/plans': EVERYBODY,
  'GET /api/plans/:id': EVERYBODY,
  'GET /api/plans/:id/comments': EVERYBODY,
  'GET /api/plans/:id/comparison': PLANNERS,
  'GET /api/plans/:id/consequences': PLANNERS,
  'GET /api/plans/:id/findings': PLANNERS,
  'GET /api/plans/:id/land': PLANNERS,
  'GET /api/plans/:id/lines': PLANNERS,
  'GET /api/plans/:id/proposals/:job': PLANNERS,
  'GET /api/plans/:id/steps': EVERYBODY,
  'POST /api/plans/:id/proposals': PLANNERS,
  'DELETE /api/plans/:id/proposals/:job': PLANNERS,
  'GET /api/posts': EVERYBODY,
  'GET /api/packs/:pack': EVERYBODY,
  'POST /api/packs': EVERYBODY,
  'GET /api/posts/:id': EVERYBODY,
  'GET /api/responsibility': EVERYBODY,
  'GET /api/responsibility/findings': EVERYBODY,
  'GET /api/responsibility/findings/summary': EVERYBODY,
  'GET /api/responsibility/objects/:layer/:id': EVERYBODY,
  'GET /api/responsibility/people/:id/places': EVERYBODY,
  'GET /api/rivers': EVERYBODY,
  'GET /api/rivers/:id/strip': EVERYBODY,
  'GET /api/rivers/month': EVERYBODY,
  'GET /api/rivers/month.pdf': EVERYBODY,
  'GET /api/rivers/month.xlsx': EVERYBODY,
  'GET /api/rivers/patrol-rules': EVERYBODY,
  'GET /api/rivers/patrols': EVERYBODY,
  'GET /api/rivers/patrols/:id': EVERYBODY,
  'GET /api/rivers/segments': EVERYBODY,
  'GET /api/rivers/segments/:id': EVERYBODY,
  'GET /api/rivers/segments/:id/signboard.pdf': EVERYBODY,
  'GET /api/rivers/signboards': EVERYBODY,
  'GET /api/rivers/stations/:id/samples': EVERYBODY,
  'GET /api/responsibility/roles': EVERYBODY,
  'GET /api/schemes': EVERYBODY,
  'GET /api/schemes/:scheme': EVERYBODY,
  'GET /api/schemes/:scheme/cells': EVERYBODY,
  'GET /api/schemes/:scheme/comparison': EVERYBODY,
  'GET /api/schemes/:scheme/download': EVERYBODY,
  'GET /api/schemes/:scheme/grids': EVERYBODY,
  'GET /api/schemes/:scheme/revisions': EVERYBODY,
  'POST /api/schemes/:scheme/cells': ADMINISTRATORS,
  'POST /api/schemes/:scheme/grids': PLANNERS,
  'POST /api/schemes/:scheme/import': ADMINISTRATORS,
  'POST /api/schemes/:scheme/import/columns': ADMINISTRATORS,
  'POST /api/schemes/:scheme/grids/:code/retire': PLANNERS,
  'POST /api/schemes': ADMINISTRATORS,
  'POST /api/schemes/:scheme/levels': ADMINISTRATORS,
  'POST /api/rivers/patrol-rules': RIVER_OFFICE,
  'POST /api/rivers/patrols': PATROLLERS,
  'POST /api/rivers/patrols/rehearsal': PATROLLERS,
  'POST /api/rivers/stations/:id/samples': RIVER_OFFICE,
  'PUT /api/rivers/patrol-rules/:id': RIVER_OFFICE,
  'PUT /api/rivers/segments/:id/signboard': RIVER_OFFICE,
  'PUT /api/cases/calendar/:day': ADMINISTRATORS,
  'PUT /api/cases/departments': ADMINISTRATORS,
  'PUT /api/cases/kinds/:code': ADMINISTRATORS,
  'PUT /api/schemes/:scheme/rules': ADMINISTRATORS,
  'DELETE /api/schemes/:scheme': ADMINISTRATORS,
  'GET /api/search': EVERYBODY,
  'GET /api/session': 'anybody',
  'GET /api/sheets/responsibility.pdf': EVERYBODY,
  'GET /api/sheets/responsibility.xlsx': EVERYBODY,
  'GET /api/state': EVERYBODY,
  'GET /api/tenures/:id': EVERYBODY,
  'GET /api/tileMatrixSets': 'anybody',
  'GET /api/tileMatrixSets/:set': 'anybody',
  'GET /basemap/:z/:x/:y': EVERYBODY,
  'GET /healthz': 'anybody',
  'GET /tiles/:file': EVERYBODY,
  'GET /tiles/:layers/:z/:x/:file': EVERYBODY,
  'GET /tiles/elevation/:z/:x/:file': EVERYBODY,
  'PATCH /api/accounts/:id': ADMINISTRATORS,
  'PATCH /api/assignments/:id': PLANNERS,
  'PATCH /api/organisations/:id': PLANNERS,
  'PATCH /api/people/:id': PLANNERS,
  'PATCH /api/plans/:id': PLANNERS,
  'PATCH /api/plans/:id/comments/:comment': PLANNERS,
  'PATCH /api/posts/:id': PLANNERS,
  'PATCH /api/tenures/:id': PLANNERS,
  'POST /api/account/tokens': EVERYBODY,
  'POST /api/accounts': ADMINISTRATORS,
  'POST /api/accounts/:id/password': ADMINISTRATORS,
  'POST /api/areas/ask': EVERYBODY,
  'POST /api/assignments': PLANNERS,
  'POST /api/assignments/import': PLANNERS,
  'POST /api/emergency/closures': RESCUERS,
  'POST /api/emergency/coverage': EVERYBODY,
  'POST /api/emergency/marks': RESCUERS,
  'POST /api/emergency/marks/:id/undo': RESCUERS,
  'POST /api/organisations': PLANNERS,
  'POST /api/people': PLANNERS,
  'POST /api/people/:id/handover': PLANNERS,
  'POST /api/people/import': PLANNERS,
  'POST /api/plans': PLANNERS,
  'POST /api/plans/:id/approve': PLANNERS,
  'POST /api/plans/:id/comments': PLANNERS,
  'POST /api/plans/:id/publish': PLANNERS,
  'POST /api/plans/:id/redo': PLANNERS,
  'POST /api/plans/:id/return': PLANNERS,
  'POST /api/plans/:id/steps': PLANNERS,
  'POST /api/plans/:id/steps/:number/drop': PLANNERS,
  'POST /api/plans/:id/submit': PLANNERS,
  'POST /api/plans/:id/undo': PLANNERS,
  'POST /api/plans/:id/withdraw': PLANNERS,
  'POST /api/posts': PLANNERS,
  'POST /api/schemes/:scheme/revisions/:number/revert': PLANNERS,
  'POST /api/session': 'anybody',
  'POST /api/tenures': PLANNERS,
  'PUT /api/account/password': EVERYBODY,
  'PUT /api/plans/:id/exceptions': PLANNERS,
}

/** Layers that not everybody may see. */
const GUARDED_LAYERS: Readonly<Record<string, readonly Role[]>> = {
  household_points: ['planner', 'emergency', 'dispatcher', 'administrator'],
}

let test: TestApp
const routes: string[] = []
const headers = {} as Record<Role, Record<string, string>>
const gather = (message: unknown) => {
  const { fastify } = message as { fastify: FastifyInstance }
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push(`${each} ${url}`)
  })
}

beforeAll(async () => {
  subscribe('fastify.initialization', gather)
  test = await startApp({ demo: false })
  unsubscribe('fastify.initialization', gather)
  for (const role of ROLES) headers[role] = await test.signIn([{ role, territory_code: '' }])
})
afterAll(() => test.close())

const VALUES: Readonly<Record<string, string>> = {
  layers: 'hydrants',
  collection: 'hydrants',
  set: 'WebMercatorQuad',
  layer: 'grids',
}
/** Of nothing that is there, so that who gets in changes nothing. */
const NO_ID = '2147483647'
const addressOf = (url: string) =>
  url
    .replace('/tiles/:file', '/tiles/hydrants.json')
    .replace(':file', '1.mvt')
    .replace(':id', NO_ID)
    .replace(/:(\w+)/g, (_, name: string) => VALUES[name] ?? '1')

/** Knocks: with a body of no use, for the same reason. */
async function knock(door: string, who: Record<string, string>): Promise<{ status: number; code: string | undefined }> {
  const [method, url] = door.split(' ') as [string, string]
  const abort = new AbortController()
  const sent = method === 'GET' ? {} : { body: '{}' }
  const type: Record<string, string> = method === 'GET' ? {} : { 'content-type': 'application/json' }
  const response = await fetch(`${test.url}${addressOf(url)}`, {
    method,
    headers: { ...type, ...who },
    signal: abort.signal,
    ...sent,
  })
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem') === true
  const code = isProblem ? (await problemOf(response)).code : undefined
  abort.abort()
  return { status: response.status, code }
}

it('a server with a route that names no right does not start', async () => {
  const app = Fastify()
  const visitors = await Visitors.start(test.database)
  guard(app, visitors)
  app.get('/open', { config: { right: 'public' } }, async () => 'in')
  app.get('/forgotten', async () => 'in')
  await expect(app.ready()).rejects.toThrow(/GET \/forgotten/)
  await visitors.stop()
})

it('the list of doors is whole', () => {
  expect(routes.toSorted()).toEqual(Object.keys(DOORS).toSorted())
})

describe.each(Object.entries(DOORS))('%s', (door, who) => {
  it(who === 'anybody' ? 'is open to anybody' : 'is shut to who has not signed in', async () => {
    const nobody = [
      {},
      { authorization: 'Bearer jlt_nothing' },
      { authorization: `Bearer jlt_${'a'.repeat(43)}` },
      { cookie: `jiangli_session=${'a'.repeat(43)}` },
    ]
    for (const headersOfNobody of nobody) {
      const { status, code } = await knock(door, headersOfNobody as Record<string, string>)
      if (who === 'anybody') expect(code).not.toBe('not_signed_in')
      else expect([status, code]).toEqual([401, 'not_signed_in'])
    }
  })

  it.skipIf(who === 'anybody')('lets in these roles and no others', async () => {
    const inside: Role[] = []
    for (const role of ROLES) {
      const { status, code } = await knock(door, headers[role])
      expect(status, role).not.toBe(401)
      if (code === 'right_missing') expect(status).toBe(403)
      else inside.push(role)
    }
    expect(inside).toEqual(who)
  })
})

describe.each(Object.entries(GUARDED_LAYERS))('the layer %s', (layer, who) => {
  it.each([
    `/api/collections/${layer}`,
    `/api/collections/${layer}/items`,
    `/api/collections/${layer}/items/1`,
    `/api/collections/${layer}/queryables`,
    `/api/collections/${layer}/tiles`,
    `/api/collections/${layer}/tiles/WebMercatorQuad`,
    `/api/collections/${layer}/tiles/WebMercatorQuad/1/1/1`,
    `/tiles/${layer}/1/1/1.mvt`,
    `/tiles/hydrants,${layer}/1/1/1.mvt`,
    `/tiles/${layer}.json`,
  ])('is shown at %s to these roles only', async (path) => {
    const inside: Role[] = []
    for (const role of ROLES) if ((await knock(`GET ${path}`, headers[role])).code !== 'right_missing') inside.push(role)
    expect(inside).toEqual(who)
  })

  it('is named to nobody else', async () => {
    for (const role of ROLES) {
      const { collections } = await test.json('/api/collections', headers[role])
      const { layers } = await test.json('/api/state', headers[role])
      const isNamed = collections.some(({ id }: Json) => id === layer)
      expect([isNamed, layer in layers], role).toEqual([who.includes(role), who.includes(role)])
    }
  })
})

it('a token that may only read does not write, whatever its account may', async () => {
  const made = await test.send('POST', '/api/account/tokens', { name: 'reader', read_only: true })
  const { token } = (await made.json()) as Json
  const reader = { authorization: `Bearer ${token}` }
  expect((await test.get('/api/accounts', reader)).status).toBe(200)
  const questions = ['POST /api/areas/ask', 'POST /api/emergency/coverage', 'POST /api/rivers/patrols/rehearsal']
  for (const door of questions) expect((await knock(door, reader)).code, door).not.toBe('token_read_only')
  const writes = Object.keys(DOORS).filter(
    (one) => !one.startsWith('GET') && DOORS[one] !== 'anybody' && !questions.includes(one),
  )
  for (const door of writes) expect(await knock(door, reader), door).toEqual({ status: 403, code: 'token_read_only' })
})
