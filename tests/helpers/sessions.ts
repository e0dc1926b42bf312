// People at the console: an account with a password, and what their browser holds once they have signed in.
import { insertAccount } from '#api/access/accounts_store.ts'
import { hashPassword } from '#api/access/passwords.ts'
import type { Grant } from '#api/access/visitor.ts'
import type { TestApp } from './app.ts'

export const PASSWORD = 'seven-wells-of-zeling'
let hashed: Promise<string> | undefined
let made = 0

/** Makes an account that signs in with PASSWORD; resolves to its name. */
export async function makePerson(
  { database }: Pick<TestApp, 'database'>,
  { roles = [{ role: 'viewer', territory_code: '' }] as readonly Grant[], mustChange = false } = {},
): Promise<string> {
  hashed ??= hashPassword(PASSWORD)
  const hash = await hashed
  const name = `person-${++made}`
  const account = { name, display_name: name, person_id: null, roles }
  await database.transaction((transaction) => insertAccount(transaction, account, { hash, mustChange }))
  return name
}

/** What the sign-in page sends. */
export const trySignIn = (url: string, name: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/session`, {
    method: 'POST',
    body: JSON.stringify({ name, password }),
    headers: { 'content-type': 'application/json', ...headers },
  })

export const cookieOf = (response: Response): string => response.headers.get('set-cookie')!.split(';')[0]!

export interface Browser {
  /** Of every request, by itself. */
  readonly cookie: string
  /** Only our own page knows it. */
  readonly csrf: string
  get(path: string): Promise<Response>
  send(method: string, path: string, body?: unknown): Promise<Response>
}

/** Signs in and stays so. */
export async function openBrowser(url: string, name: string, password = PASSWORD): Promise<Browser> {
  const response = await trySignIn(url, name, password)
  if (response.status !== 200) throw new Error(`signing in as ${name} answered ${response.status}`)
  const { csrf_token } = (await response.json()) as { csrf_token: string }
  const cookie = cookieOf(response)
  return {
    cookie,
    csrf: csrf_token,
    get: (path) => fetch(`${url}${path}`, { headers: { cookie } }),
    send: (method, path, body) =>
      fetch(`${url}${path}`, {
        method,
        headers: { cookie, 'x-csrf-token': csrf_token, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  }
}
