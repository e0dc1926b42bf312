/**
 * What the console opens with where there is neither a network nor a pack: who is there and what there is, as the server said it last. Kept
 * for those who work outdoors, whose own work is kept by the page; whoever else signs in, or nobody, finds nothing.
 */
import type { Right } from '#geodata/access/rights.ts'

const STORE = 'jiangli-opening'
const SESSION = '/api/session'
const STATE = '/api/state'
/** As long as a pack. */
const KEPT_MS = 7 * 86_400_000
const KEPT_AT = 'x-jiangli-kept-at'

const OUTDOORS: readonly Right[] = ['rivers.patrol', 'cases.report', 'damage.report']

interface Session {
  readonly account: { readonly id: number } | null
  readonly rights?: Readonly<Record<string, readonly string[]>>
}

export const isForOpening = ({ pathname, search }: URL): boolean => (pathname === SESSION || pathname === STATE) && search === ''

/** Takes what the server has just said in the place of what it said before. */
export async function keepOpening({ pathname }: URL, answer: Response): Promise<void> {
  if (!answer.ok) return
  if (pathname === SESSION) return keepSession((await answer.json()) as Session)
  // Whoever has just signed in was told of his session by another answer than this.
  if (!(await keptSession())) await keepSession((await (await fetch(SESSION)).json()) as Session)
  if (await keptSession()) await put(STATE, await answer.text())
}

/** At the first visit the page has asked before there was anybody to keep what it heard. */
export async function takeOpening(): Promise<void> {
  for (const path of [SESSION, STATE]) await keepOpening(new URL(path, location.origin), await fetch(path))
}

/** Whoever signs in or out begins anew. */
export const forgetOpening = (): Promise<boolean> => caches.delete(STORE)

async function keepSession(session: Session): Promise<void> {
  const before = await keptSession()
  const isOutdoors = OUTDOORS.some((right) => (session.rights?.[right]?.length ?? 0) > 0)
  if (!isOutdoors || session.account?.id !== before?.account?.id) await caches.delete(STORE)
  // The token belongs to the session of the moment; the page gets the next one with the network.
  if (isOutdoors) await put(SESSION, JSON.stringify({ ...session, csrf_token: null }))
}

const keptSession = async (): Promise<Session | undefined> =>
  (await (await caches.open(STORE)).match(SESSION))?.json() as Promise<Session> | undefined

const put = async (path: string, body: string): Promise<void> =>
  (await caches.open(STORE)).put(
    path,
    new Response(body, { headers: { 'content-type': 'application/json', [KEPT_AT]: String(Date.now()) } }),
  )

/** Undefined where nothing was kept, or too long ago. */
export async function openingFrom({ pathname }: URL): Promise<Response | undefined> {
  const kept = await caches.match(pathname, { cacheName: STORE })
  return kept && Date.now() - Number(kept.headers.get(KEPT_AT)) < KEPT_MS ? kept : undefined
}
