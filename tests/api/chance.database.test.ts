// Questions that nobody would think of.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LAYERS } from '#geodata/layers/index.ts'
import { startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'

let test: TestApp

beforeAll(async () => {
  test = await startApp({ demo: false })
})
afterAll(() => test.close())

it('no question that chance can think of makes the server fail', async () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '0',
      '-1',
      '1e9',
      'NaN',
      '..',
      '/',
      '%00',
      '\u0000',
      "'",
      '"',
      '*',
      '\\',
      '__proto__',
      '9999-12-31',
      '2026-02-29/..',
    ),
  )
  const layer = fc.oneof(fc.constantFrom(...LAYERS.map(({ id }) => id)), word)
  const escaped = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
  const parameter = fc.tuple(
    fc.oneof(
      fc.constantFrom('bbox', 'datetime', 'limit', 'offset', 'q', 'sortby', 'properties', 'f', 'v', 'code', 'name', 'kind'),
      word,
    ),
    fc.oneof(
      word,
      fc.array(word, { maxLength: 6 }).map((words) => words.join(',')),
    ),
  )
  const query = fc.array(parameter, { maxLength: 3 }).map((all) => all.map((pair) => pair.map(escaped).join('=')).join('&'))
  const path = fc.oneof(
    fc.tuple(layer, word).map(([id, last]) => `/api/collections/${escaped(id)}/items/${escaped(last)}`),
    layer.map((id) => `/api/collections/${escaped(id)}/items`),
    fc
      .tuple(layer, word, word, word)
      .map(([id, z, x, y]) => `/tiles/${escaped(id)}/${escaped(z)}/${escaped(x)}/${escaped(y)}.mvt`),
    fc.constantFrom('/api/search', '/api', '/tiles/hydrants.json', '/api/collections'),
    fc.array(word, { maxLength: 5 }).map((words) => `/${words.map(escaped).join('/')}`),
  )
  await fc.assert(
    fc.asyncProperty(path, query, async (where, what) => {
      const response = await test.get(`${where}?${what}`)
      if (response.status >= 400) expect((await problemOf(response.clone(), `${where}?${what}`)).status).toBeLessThan(500)
      await response.arrayBuffer()
    }),
    { numRuns: 400 },
  )
})
