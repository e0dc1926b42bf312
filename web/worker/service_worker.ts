/** Stands between the console and the network: keeps the console itself, and answers from the pack when the network does not. */
import { PACK_ENTRIES } from '#geodata/pack/pack.ts'
import { answerFrom } from '../offline/answers/answer.ts'
import { FROM_PACK_HEADER, PACK_CHANGED } from '../offline/messages.ts'
import { KeptPack } from '../offline/pack_store.ts'
import { forgetOpening, isForOpening, keepOpening, openingFrom, takeOpening } from './opening.ts'

declare const self: ServiceWorkerGlobalScope
/** Everything that the console is built of, and a name for this build: put here when it is built. */
declare const SHELL_FILES: readonly string[]
declare const BUILD: string

const SHELL = `jiangli-shell-${BUILD}`
const PAGE = '/'
/** What the pack can answer is not waited for longer on a network that says nothing. */
const PATIENCE_MS = 8_000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll([PAGE, ...SHELL_FILES])))
  void self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldShells().then(() => self.clients.claim()))
  takeOpening().catch(() => {})
})

async function forgetOldShells(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith('jiangli-shell-') && name !== SHELL).map((name) => caches.delete(name)),
  )
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' && /^\/api\/sessions?$/.test(url.pathname)) event.waitUntil(forgetOpening())
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname === '/api/events') return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (SHELL_FILES.includes(url.pathname)) event.respondWith(shellFile(request))
  else if (url.pathname.startsWith('/api/') || url.pathname.startsWith('/tiles/')) event.respondWith(orKept(event, url))
})

self.addEventListener('message', ({ data }) => {
  if (data === PACK_CHANGED) opened = undefined
})

/** As long as nothing is heard: an answer that has begun may take its time. */
async function fetchPatiently(request: Request): Promise<Response> {
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), PATIENCE_MS)
  try {
    return await fetch(request, { signal: silence.signal })
  } finally {
    clearTimeout(timer)
  }
}

async function page(request: Request): Promise<Response> {
  try {
    return await fetchPatiently(request)
  } catch (error) {
    const kept = await caches.match(PAGE, { cacheName: SHELL })
    if (!kept) throw error
    return kept
  }
}

const shellFile = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName: SHELL, ignoreSearch: true })) ?? fetch(request)

let opened: Promise<KeptPack | null> | undefined
const pack = (): Promise<KeptPack | null> => {
  opened ??= KeptPack.open()
  return opened
}

/** The network first, also for what the console opens with. */
async function orKept(event: FetchEvent, url: URL): Promise<Response> {
  const { request } = event
  if (!isForOpening(url)) return orFromPack(request, url)
  try {
    const response = await orFromPack(request, url)
    if (isAway(response)) return (await openingFrom(url)) ?? response
    if (!response.headers.has(FROM_PACK_HEADER)) event.waitUntil(keepOpening(url, response.clone()))
    return response
  } catch (error) {
    const kept = await openingFrom(url)
    if (!kept) throw error
    return kept
  }
}

/** What a proxy says whose server is away. */
const isAway = ({ status }: Response): boolean => [502, 503, 504].includes(status)

/** The network first: a pack is old from the minute it was made. */
async function orFromPack(request: Request, url: URL): Promise<Response> {
  const kept = await pack()
  if (!kept) return isForOpening(url) ? fetchPatiently(request) : fetch(request)
  try {
    const response = await (canAnswer(url) ? fetchPatiently(request) : fetch(request))
    return isAway(response) ? ((await fromPack(kept, url)) ?? response) : response
  } catch (error) {
    const response = await fromPack(kept, url)
    if (!response) throw error
    return response
  }
}

const canAnswer = ({ pathname }: URL): boolean =>
  /^\/(tiles|api\/(session|state|search|collections|responsibility|emergency\/(incident|closures|marks)))(\/|$)/.test(pathname)

const fromPack = (kept: KeptPack, url: URL): Promise<Response | undefined> =>
  url.pathname.startsWith('/tiles/') ? tile(kept, url) : json(kept, url)

async function json(kept: KeptPack, url: URL): Promise<Response | undefined> {
  const answer = await answerFrom(kept, url, Date.now())
  if (answer === undefined) return undefined
  const [status, body] = answer === null ? [404, { status: 404, code: 'not_in_pack' }] : [200, answer]
  const type = status === 200 ? 'application/json' : 'application/problem+json'
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': type, [FROM_PACK_HEADER]: kept.manifest.id } })
}

/** All layers are in one tile; MapLibre takes those that it asked for. A place without a tile is an empty one. */
async function tile(kept: KeptPack, { pathname }: URL): Promise<Response | undefined> {
  const [, z, x, y] = /^\/tiles\/[a-z0-9_,]+\/(\d+)\/(\d+)\/(\d+)\.mvt$/.exec(pathname) ?? []
  if (z === undefined) return undefined
  const bytes = await kept.bytes(PACK_ENTRIES.tile(Number(z), Number(x), Number(y)))
  const headers = { 'content-type': 'application/vnd.mapbox-vector-tile', [FROM_PACK_HEADER]: kept.manifest.id }
  return bytes ? new Response(bytes, { headers }) : new Response(null, { status: 204, headers })
}
