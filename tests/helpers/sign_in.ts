// A token for an administrator of a server that was just started, obtained as a person would: through the sign-in page's addresses.
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'

const NAME = 'admin'
const OWN_PASSWORD = 'nine-hydrants-by-the-river'
const ONE_TIME = /(?:One-time password: |一次性密码：\s*)([a-z2-9]{4}(?:-[a-z2-9]{4}){3})/

/** @param output what the server printed: the one-time password, where it made an administrator */
export async function administratorOf(url: string, output: string): Promise<Record<string, string>> {
  const oneTime = ONE_TIME.exec(output)?.[1]
  const first = await signIn(url, oneTime ? [oneTime, OWN_PASSWORD] : [DEMO_PASSWORD, OWN_PASSWORD])
  if (first.mustChange)
    await ask(`${url}/api/account/password`, 'PUT', { present: first.password, password: OWN_PASSWORD }, first.headers)
  const made = await ask(`${url}/api/account/tokens`, 'POST', { name: 'test', read_only: false, days: 1 }, first.headers)
  const { token } = (await made.json()) as { token: string }
  return { authorization: `Bearer ${token}` }
}

/** With the first of these passwords that is right: a server that is asked a second time has a new one. */
async function signIn(url: string, passwords: readonly string[]) {
  for (const password of passwords) {
    const response = await send(`${url}/api/session`, 'POST', { name: NAME, password })
    if (response.status !== 200) continue
    const session = (await response.json()) as { csrf_token: string; account: { must_change_password: boolean } }
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!
    return { password, mustChange: session.account.must_change_password, headers: { cookie, 'x-csrf-token': session.csrf_token } }
  }
  throw new Error(`${url} takes none of the passwords of ${NAME}`)
}

async function ask(url: string, method: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const response = await send(url, method, body, headers)
  if (response.ok) return response
  throw new Error(`${method} ${url} answered ${response.status}: ${await response.text()}`)
}

const send = (url: string, method: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
