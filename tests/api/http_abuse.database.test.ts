// Requests that are not questions at all: wrong methods, broken bodies, odd headers, and bytes that are no HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'
import { type RawAnswer, sendRaw } from '../helpers/raw.ts'

let test: TestApp

beforeAll(async () => {
  test = await startApp({ demo: false })
})
afterAll(() => test.close())

const checkRaw = ({ status, headers, body }: RawAnswer, about?: string) =>
  problemOf(new Response(body, { status, headers: { 'content-type': headers['content-type'] ?? '' } }), about)

const PATHS = [
  '/api',
  '/api/collections/hydrants/items',
  '/api/collections/hydrants/items/1',
  '/tiles/hydrants/1/1/1.mvt',
  '/healthz',
]

describe('a method that an address does not have', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is answered 405 and told what it has', async (method) => {
    for (const path of PATHS) {
      const response = await test.send(method, path)
      expect(response.headers.get('allow'), path).toBe('GET, HEAD')
      expect((await problemOf(response)).code).toBe('method_not_allowed')
    }
  })

  it('is answered 404 where there is no address', async () => {
    const response = await test.send('DELETE', '/nothing')
    expect((await problemOf(response)).code).toBe('not_found')
    expect(response.headers.get('allow')).toBeNull()
  })

  it('is answered although the server has never heard of it', async () => {
    for (const method of ['PROPFIND', 'TRACE', 'OPTIONS', 'REPORT'])
      expect(
        (await checkRaw(await sendRaw(test.port, `${method} /api HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`))).status,
      ).toBe(405)
    expect((await sendRaw(test.port, 'JIANGLI /api HTTP/1.1\r\nhost: a\r\n\r\n')).status).toBe(400)
  })
})

describe('HEAD', () => {
  it.each(PATHS.filter((path) => !path.endsWith('/1')))('%s has the headers of GET and no body', async (path) => {
    const head = await test.send('HEAD', path)
    const get = await test.get(path)
    await get.body?.cancel()
    expect(head.status).toBe(get.status)
    for (const name of ['content-type', 'cache-control', 'etag', 'vary'])
      expect(head.headers.get(name)).toBe(get.headers.get(name))
    expect(await head.text()).toBe('')
  })

  it('of the event stream is refused, for it has no end', async () => {
    const response = await test.send('HEAD', '/api/events')
    expect([404, 405]).toContain(response.status)
  })
})

it.each(['/api', '/api/collections/hydrants/items', '/nothing'])(
  'a body for %s that is no JSON is a problem, not a failure',
  async (path) => {
    for (const body of ['{', '{"a":}', '\u0000', '[1,', '{"__proto__":1}', '', 'x'.repeat(2_000_000)])
      for (const type of ['application/json', 'application/json; charset=gbk', 'text/xml', 'multipart/form-data', 'nonsense', ''])
        for (const method of ['POST', 'PUT']) {
          const response = await test.send(method, path, body, { 'content-type': type || 'text/plain' })
          expect((await problemOf(response, `${method} ${path} ${type} ${body.slice(0, 9)}`)).status).toBeLessThan(500)
        }
  },
)

describe('a URL', () => {
  const getRaw = (path: string) =>
    sendRaw(
      test.port,
      `GET ${path} HTTP/1.1\r\nhost: a\r\nauthorization: ${test.administrator.authorization}\r\nconnection: close\r\n\r\n`,
    )

  it.each([
    ['of 20 kB in its path', 414, `/api/collections/${'a'.repeat(20_000)}`],
    ['of 20 kB in its query', 414, `/api/collections/hydrants/items?q=${'a'.repeat(20_000)}`],
    ['of 200 kB in its path', 431, `/api/collections/${'a'.repeat(200_000)}`],
    ['of 200 kB in its query', 431, `/api/collections/hydrants/items?q=${'%20'.repeat(70_000)}`],
    ['of a broken escape', 400, '/api/collections/%E4%B8'],
    ['of raw bytes', 400, '/api/collections/\u00ff\u00fe'],
    ['with a space', 400, '/api/collections/a b'],
    ['of surrogates that have no partner', 400, '/api/collections/%ED%A0%80'],
  ])('%s is refused with %i', async (_, status, path) => {
    expect((await checkRaw(await getRaw(path))).status).toBe(status)
  })

  it('of surrogates that have no partner, in its query, is no failure', async () => {
    for (const name of ['q', 'code', 'bbox', 'sortby', 'kind'])
      expect((await getRaw(`/api/collections/hydrants/items?${name}=%ED%A0%80%ED%BF%BF`)).status).toBeLessThan(500)
  })

  it('in the form that proxies send is understood', async () => {
    expect((await getRaw(`http://127.0.0.1:${test.port}/api`)).status).toBe(200)
  })
})

describe('bytes on the socket', () => {
  it.each([
    ['words', 'hello\r\n\r\n'],
    ['TLS', Buffer.from('160301020001000001fc0303', 'hex')],
    ['zeros', Buffer.alloc(100)],
    ['an unknown version of HTTP', 'GET /api HTTP/9.9\r\nhost: a\r\n\r\n'],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['no host', 'GET /api HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['an empty host', 'GET /api HTTP/1.1\r\nhost:\r\nconnection: close\r\n\r\n'],
    ['a header without a colon', 'GET /api HTTP/1.1\r\nhost: a\r\nnonsense\r\n\r\n'],
    ['a header with a zero', 'GET /api HTTP/1.1\r\nhost: a\r\nx: a\u0000b\r\n\r\n'],
    ['two lengths', 'POST /api HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
    ['a length that is none', 'POST /api HTTP/1.1\r\nhost: a\r\ncontent-length: many\r\n\r\nab'],
    ['a length and chunks', 'POST /api HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    [
      'chunks that are none',
      'POST /api HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n',
    ],
    ['headers of 100 kB', `GET /api HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(100_000)}\r\n\r\n`],
  ])('%s get a problem document', async (_, bytes) => {
    const { status } = await checkRaw(await sendRaw(test.port, bytes))
    expect(status).toBeLessThan(500)
  })

  it('leave the server in good health', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => sendRaw(test.port, Buffer.alloc(index, index), 100)))
    expect((await test.get('/healthz')).status).toBe(200)
  })
})

it.each([
  [
    'accept-language',
    ['*', ';;;', 'zh;q=x', ',,,,', 'a'.repeat(5000), `en${';q=0.5'.repeat(500)}`, 'zh\u00ff', 'constructor', '-'],
  ],
  ['accept-encoding', ['', ';;', 'gzip;q=0', '*', 'br', 'gzip;q=1.2.3', 'identity;q=0', 'a'.repeat(5000)]],
  ['if-none-match', ['*', '"', 'W/', 'a'.repeat(5000), ',,,']],
  ['accept', ['text/html', 'nonsense', '*/*;q=0', '']],
  ['range', ['bytes=0-1', 'bytes=9-1', 'nonsense']],
  ['x-forwarded-host', ['evil.example', '']],
  ['content-type', ['nonsense', 'application/json; charset=\u00ff']],
  ['origin', ['null', 'http://evil.example']],
])('odd values of %s are no reason to fail', async (name, values) => {
  for (const value of values)
    for (const path of [
      '/api',
      '/api/collections/hydrants/items',
      '/api/collections/nothing',
      '/tiles/grids/1/1/1.mvt',
      '/healthz',
    ]) {
      const response = await test.get(path, { [name]: value })
      const body = await response.text()
      expect(response.status, `${path} ${name}: ${value.slice(0, 50)}`).toBeLessThan(500)
      expect(body).not.toContain('evil.example')
    }
})
