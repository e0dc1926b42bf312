// Signing in to a running server as a browser does: with a password, and a cookie from then on.
import { expect } from 'vitest'
import type { Grant } from '#api/access/visitor.ts'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import type { Server } from './server.ts'

export interface TestSession {
  readonly name: string
  readonly password: string
  readonly cookie: { readonly name: string; readonly value: string }
  /** Headers of whoever asks in this session. */
  readonly headers: Record<string, string>
}

const ONE_TIME_PASSWORD = /\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b/
const OWN_PASSWORD = 'four unrelated words'

/** As the administrator of the demo, or of a server without demo accounts as the one it has just made. */
export function signInAsAdministrator({ url, output }: Server): Promise<TestSession> {
  return signIn(url, 'admin', ONE_TIME_PASSWORD.exec(output())?.[0] ?? DEMO_PASSWORD)
}

/** Signs in; a password for one use is changed. */
export async function signIn(url: string, name: string, password: string): Promise<TestSession> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  })
  expect(response.status, await response.clone().text()).toBe(200)
  const [, cookie = '', value = ''] = /^(\w+)=([^;]+)/.exec(response.headers.get('set-cookie') ?? '') ?? []
  const { account, csrf_token } = (await response.json()) as { account: { must_change_password: boolean }; csrf_token: string }
  const headers = { cookie: `${cookie}=${value}`, 'x-csrf-token': csrf_token }
  if (account.must_change_password)
    await send(url, headers, 'PUT', '/api/account/password', { present: password, password: OWN_PASSWORD })
  return {
    name,
    password: account.must_change_password ? OWN_PASSWORD : password,
    cookie: { name: cookie, value },
    headers,
  }
}

/** Makes an account of these roles. Its password is for one use. */
export async function makeAccount(
  url: string,
  { headers }: TestSession,
  account: { name: string; display_name?: string; roles: readonly Grant[] },
): Promise<{ id: number; one_time_password: string }> {
  return (await send(url, headers, 'POST', '/api/accounts', account)) as never
}

async function send(url: string, headers: Record<string, string>, method: string, path: string, body: object): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  expect(response.ok, text).toBe(true)
  return JSON.parse(text)
}
