// The API's own definition: what it says there is, there is; what there is, it says.
import { randomUUID } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { LAYERS } from '#geodata/layers/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { photoForm, sendPhoto } from '../helpers/damage.ts'
import { PLAIN } from '../helpers/photos.ts'
import { problemOf } from '../helpers/problems.ts'

let test: TestApp
let document: Json

/** Every method and address that the server has, gathered while it is built. */
const routes: { readonly method: string; readonly url: string }[] = []
const gather = (message: unknown) => {
  const { fastify } = message as { fastify: FastifyInstance }
  fastify.addHook('onRoute', ({ method, url }) => {
    // The HEAD of a GET goes without saying.
    for (const each of [method].flat()) if (each !== 'HEAD') routes.push({ method: each, url })
  })
}

beforeAll(async () => {
  subscribe('fastify.initialization', gather)
  test = await startApp()
  unsubscribe('fastify.initialization', gather)
  const { code } = (await test.json('/api/collections/administrative_areas/items?level=community&limit=1')).features[0].properties
  await test.send('POST', '/api/plans', { name: 'plan', scheme: 'governance', territory_code: code })
  const asked = await test.send('POST', '/api/plans/1/proposals', {
    kind: 'propose',
    weight: 'cells',
    cells: { least: 1, most: 9 },
  })
  GOOD.pack = ((await (await test.send('POST', '/api/packs', { territory_code: '411825100' })).json()) as Json).id
  await test.send('POST', '/api/hazards/site-checks', { territory: code.slice(0, 6), near_m: 2000 })
  GOOD.job = ((await asked.json()) as Json).job
  expect((await sendPhoto(test, 1, photoForm(PLAIN.jpeg))).status).toBe(201)
  const found = await test.send('POST', '/api/cases', {
    client_id: randomUUID(),
    kind: 'C0101',
    source: 'supervisor',
    longitude: 113.196,
    latitude: 35.094,
    noted_at: new Date().toISOString(),
  })
  expect(found.status, await found.clone().text()).toBe(201)
  const { id } = (await found.json()) as Json
  const evidence = await fetch(`${test.url}/api/cases/${id}/events/1/photos`, {
    method: 'POST',
    headers: test.administrator,
    body: photoForm(PLAIN.jpeg),
  })
  expect(evidence.status).toBe(201)
  GOOD.case = String(id)
  GOOD.evidence = String(((await evidence.json()) as Json).id)
  await handInSome()
  document = await test.json('/api/openapi.json', { 'accept-language': 'en' })
})
afterAll(() => test.close())

/** A patrol of the first chief there is. */
async function handInSome(): Promise<void> {
  const [own] = await test.database.query<{ object_id: number; person_id: number }>(sql`
    select object_id, person_id from assignments where layer = 'river_segments' and role = 'river_chief_village' order by id limit 1`)
  const chief = await test.signIn([{ role: 'river_chief', territory_code: '411825' }], { person_id: own!.person_id })
  const now = new Date().toISOString()
  const patrol = { client_id: randomUUID(), segment_id: own!.object_id, level: 'village', track: [], reason: 'no receiver' }
  const handedIn = await test.send(
    'POST',
    '/api/rivers/patrols',
    { ...patrol, started_at: now, ended_at: now, sent_at: now },
    chief,
  )
  expect(handedIn.status, await handedIn.clone().text()).toBe(201)
}

const resolve = (pointer: string): Json =>
  pointer
    .slice(2)
    .split('/')
    .reduce((at, part) => at?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], document)

const parametersOf = (operation: Json): Json[] =>
  (operation.parameters ?? []).map((one: Json) => (one.$ref ? resolve(one.$ref) : one))

const GOOD: Record<string, string> = {
  layers: 'grids',
  layer: 'grids',
  scheme: 'governance',
  id: '1',
  personId: '1',
  number: '1',
  comment: '1',
  photo: '1',
  z: '1',
  x: '1',
  y: '0',
  tileMatrixSetId: 'WebMercatorQuad',
  tileMatrix: '1',
  tileRow: '0',
  tileCol: '1',
  featureId: '1',
  bbox: '0,0,1,1',
  datetime: '2026-03-03',
  limit: '1',
  offset: '0',
  q: 'a',
  sortby: 'id',
  v: 'x',
}

/** A value that the parameter's schema allows. */
function allowed({ name, schema }: Json): string {
  if (schema.enum) return schema.enum[0]
  if (schema.examples) return schema.examples[0]
  if (schema.type === 'boolean') return 'true'
  return GOOD[name] ?? (name === 'properties' ? '' : '1')
}

const operations = (): [path: string, operation: Json, method: string][] =>
  Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, operation]): [string, Json, string] => [path, operation, method.toUpperCase()]),
  )
const questions = () => operations().filter(([, , method]) => method === 'GET')
/** Of cases the one that has the evidence. */
const filled = (path: string) =>
  path.replace('/api/cases/{id}', `/api/cases/${GOOD.case}`).replace(/\{(\w+)\}/g, (_, name: string) => GOOD[name]!)

describe('the definition', () => {
  it('is OpenAPI 3.1 with what its info object must have, and titles in the language asked for', async () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    expect(document.info.title).toBe('Jiangli')
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+/)
    expect(document.servers).toEqual([{ url: test.url }])
    expect((await test.json('/api/openapi.json', { 'accept-language': 'zh' })).info.title).toBe('疆理')
    const response = await test.get('/api/openapi.json')
    expect(response.headers.get('content-type')).toMatch(/^application\/vnd\.oai\.openapi\+json/)
    expect(response.headers.get('vary')).toMatch(/accept-language/)
  })

  it('has no reference that leads nowhere', () => {
    const broken: string[] = []
    const walk = (value: Json) => {
      if (typeof value !== 'object' || value === null) return
      if (typeof value.$ref === 'string' && (!value.$ref.startsWith('#/') || resolve(value.$ref) === undefined))
        broken.push(value.$ref)
      Object.values(value).forEach(walk)
    }
    walk(document)
    expect(broken).toEqual([])
  })

  it('gives every operation a name of its own, an answer, and the problem document for all else', () => {
    const names = operations().map(([, { operationId }]) => operationId)
    expect(new Set(names).size).toBe(names.length)
    for (const [path, { responses }, method] of operations()) {
      const done = Object.keys(responses).filter((status) => /^2\d\d$/.test(status))
      if (method === 'GET') expect(done, path).toContain('200')
      else expect(done.length, `${method} ${path}`).toBeGreaterThan(0)
      expect(responses.default.$ref, path).toBe('#/components/responses/Problem')
    }
  })

  it('defines each parameter of a path as required, and no other twice', () => {
    for (const [path, operation] of operations()) {
      const parameters = parametersOf(operation)
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(
        parameters.filter((one) => one.in === 'path').map(({ name }) => name),
        path,
      ).toEqual(inPath)
      expect(parameters.filter((one) => one.in === 'path').every(({ required }) => required === true)).toBe(true)
      const names = parameters.map(({ name }) => name)
      expect(new Set(names).size, path).toBe(names.length)
    }
  })

  it('lists the parameters in the order and with the limits that the answers keep', async () => {
    for (const [path, operation] of questions()) {
      const limit = parametersOf(operation).find(({ name }) => name === 'limit')
      if (!limit) continue
      const required = parametersOf(operation).filter((one) => one.in === 'query' && one.required)
      const others = required.map((one) => `&${one.name}=${allowed(one)}`).join('')
      const ask = (value: number) => test.get(`${filled(path)}?limit=${value}${others}`)
      expect((await ask(limit.schema.maximum)).status, path).toBe(200)
      expect((await problemOf(await ask(limit.schema.maximum + 1))).code, path).toBe('limit_invalid')
    }
  })
})

describe('what it lists', () => {
  it('answers at every path that can be asked', async () => {
    for (const [path, operation] of questions()) {
      const required = parametersOf(operation).filter((one) => one.in === 'query' && one.required)
      const abort = new AbortController()
      const query = required.map((one) => `${one.name}=${allowed(one)}`).join('&')
      const response = await fetch(`${test.url}${filled(path)}?${query}`, { signal: abort.signal, headers: test.administrator })
      const type = response.headers.get('content-type')?.replace(/[" ]/g, '') ?? ''
      abort.abort()
      if (path.startsWith('/basemap')) expect(response.status).toBe(404)
      else expect([200, 204], path).toContain(response.status)
      const { content } = operation.responses[200].$ref ? resolve(operation.responses[200].$ref) : operation.responses[200]
      if (response.status === 200)
        expect(
          Object.keys(content).some((known) => type.startsWith(known)),
          `${path} ${type}`,
        ).toBe(true)
    }
  })

  it('is taken, parameter by parameter, and nothing besides', async () => {
    for (const [path, operation] of questions()) {
      if (path === '/api/events' || path.startsWith('/basemap')) continue
      const parameters = parametersOf(operation).filter((one) => one.in === 'query')
      for (const one of parameters) {
        const others = parameters.filter(({ name, required }) => required && name !== one.name)
        const query = [one, ...others].map((each) => `${each.name}=${encodeURIComponent(allowed(each))}`).join('&')
        const response = await test.get(`${filled(path)}?${query}`)
        await response.body?.cancel()
        expect([200, 204], `${path}?${query}: ${response.status}`).toContain(response.status)
      }
      expect((await problemOf(await test.get(`${filled(path)}?nothing=1`))).code, path).toBe('unknown_parameter')
    }
  })

  it('is everything: each method and address that the server has stands in it, and no other', () => {
    const patternOf = (path: string) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}|:\w+/g, '[^/]+')}$`)
    const known = operations().map(([path, , method]) => ({ method, path, pattern: patternOf(path) }))
    const had = routes.map(({ method, url }) => ({ method, pattern: patternOf(url), address: addressOf(url) }))
    expect(had.length).toBeGreaterThan(25)
    const unsaid = had.filter((one) => !known.some(({ method, pattern }) => method === one.method && pattern.test(one.address)))
    expect(unsaid.map(({ method, address }) => `${method} ${address}`)).toEqual([])
    const missing = known.filter((one) => !had.some(({ method, pattern }) => method === one.method && pattern.test(one.path)))
    expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })
})

/** An address of the pattern with which the server was told of it. */
function addressOf(url: string): string {
  const values: Readonly<Record<string, string>> = { collection: LAYERS[0]!.id, set: 'WebMercatorQuad' }
  return url
    .replace('/tiles/:file', '/tiles/grids.json')
    .replace(':file', '0.mvt')
    .replace(/:(\w+)/g, (_, name: string) => values[name] ?? '1')
}
