// Who works on this page, and what happens when the session ends under his hands.
import { queryOptions } from '@tanstack/react-query'
import { create } from 'zustand'
import type { AccountRole, Right } from '#geodata/access/rights.ts'
import { getJson, sendJson } from '../api/client.ts'
import { door } from '../api/door.ts'
import type { Problem } from '../api/problem.ts'
import { queryClient } from '../api/queries.ts'
import { forgetOthersPack, forgetPack } from '../offline/fetch_pack.ts'
import { canKeepPacks } from '../offline/register.ts'
import { forgetOthers } from '../rivers/offline/kept_store.ts'

export interface Grant {
  readonly role: AccountRole
  /** Code of a county, town or community; the empty code is everywhere. */
  readonly territory_code: string
}

export interface OwnAccount {
  readonly id: number
  readonly name: string
  readonly display_name: string
  readonly person_id: number | null
  readonly must_change_password: boolean
  readonly roles: readonly Grant[]
}

/** Territories by right. */
export type Rights = Readonly<Partial<Record<Right, readonly string[]>>>

export interface DemoAccount {
  readonly name: string
  readonly display_name: string
  readonly password: string
  readonly roles?: readonly Grant[]
}

export type Session =
  | { readonly account: null; readonly demo_accounts?: readonly DemoAccount[] }
  | { readonly account: OwnAccount; readonly rights: Rights; readonly csrf_token: string | null }

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => hear(await getJson<Session>('/api/session', signal)),
  // Another window of the same browser may have signed in as somebody else.
  refetchOnWindowFocus: 'always',
})

export interface Worker {
  /** The account whose work is on the page, also while its session has ended; null before anybody has signed in. */
  readonly account: OwnAccount | null
  readonly rights: Rights
}

export const useWorker = create<Worker>(() => ({ account: null, rights: {} }))

const waiting = new Set<(open: boolean) => void>()
const answerWaiting = (open: boolean) => {
  for (const resolve of waiting) resolve(open)
  waiting.clear()
}

/** The password just used, for the form that must change it; forgotten as soon as it is changed. */
let justUsed: string | null = null
export const passwordJustUsed = () => justUsed

/** Takes over what the server says about the session. */
function hear(session: Session): Session {
  if (session.account === null) {
    door.csrfToken = null
    return session
  }
  door.csrfToken = session.csrf_token
  if (session.account.must_change_password) return session
  const { account, rights } = session
  const before = useWorker.getState()
  const isOther = before.account !== null && before.account.id !== account.id
  useWorker.setState({ account, rights })
  if (before.account?.id !== account.id) {
    if (canKeepPacks()) void forgetOthersPack(account.id)
    void forgetOthers(account.id)
  }
  if (isOther) forgetEverything()
  else if (before.account !== null && JSON.stringify(rights) !== JSON.stringify(before.rights))
    void queryClient.invalidateQueries({ predicate: isNotSession })
  answerWaiting(!isOther)
  return session
}

const isNotSession = ({ queryKey: [kind] }: { queryKey: readonly unknown[] }) => kind !== 'session'

/** What one may see is not for the next. */
const forgetEverything = () => void queryClient.resetQueries({ predicate: isNotSession })

const take = (session: Session) => queryClient.setQueryData(sessionQuery.queryKey, hear(session))

/** Asks who is signed in: after a refusal, or when the event stream was closed. */
export async function checkSession(): Promise<void> {
  // Not reached: whoever asks again will hear of it.
  await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).catch(() => {})
}

export async function signIn(name: string, password: string): Promise<void> {
  const session = await sendJson<Session>('POST', '/api/session', { body: { name, password } })
  justUsed = session.account?.must_change_password ? password : null
  take(session)
}

export async function changePassword(present: string, password: string): Promise<void> {
  const session = await sendJson<Session>('PUT', '/api/account/password', { body: { present, password } })
  justUsed = null
  take(session)
}

let leaving = false

/** Also when the session had already ended: nobody is signed in afterwards. */
export async function signOut(where: 'here' | 'everywhere'): Promise<void> {
  leaving = true
  try {
    await sendJson('DELETE', where === 'here' ? '/api/session' : '/api/sessions').catch((problem: Problem) => {
      if (problem.status !== 401) throw problem
    })
    // A pack holds what one account may see.
    if (canKeepPacks()) await forgetPack()
    await forgetOthers(null)
    const session = await getJson<Session>('/api/session')
    useWorker.setState({ account: null, rights: {} })
    answerWaiting(false)
    take(session)
    queryClient.removeQueries({ predicate: isNotSession })
  } finally {
    leaving = false
  }
}

door.opensAfter = async ({ status, code }) => {
  if (status === 401 && code === 'not_signed_in')
    return leaving || useWorker.getState().account === null ? false : waitForSignIn()
  // Another window has signed in anew: the same cookie now goes with another token.
  if (code === 'csrf_missing') {
    const before = door.csrfToken
    const worker = useWorker.getState().account?.id
    await checkSession()
    return door.csrfToken !== null && door.csrfToken !== before && worker === useWorker.getState().account?.id
  }
  if (code === 'right_missing' || code === 'password_change_required') void checkSession()
  return false
}

function waitForSignIn(): Promise<boolean> {
  const open = new Promise<boolean>((resolve) => waiting.add(resolve))
  void checkSession()
  return open
}
