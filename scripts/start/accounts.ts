import { countAccounts, insertAccount, readDemoAccounts } from '#api/access/accounts_store.ts'
import { act } from '#api/access/act.ts'
import { hashPassword, oneTimePassword } from '#api/access/passwords.ts'
import type { Database } from '#api/database/database.ts'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import type { StartWords } from '../words/start.zh-CN.ts'
import { StartError } from './explain.ts'

const FIRST_NAME = 'admin'

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)

/**
 * Sees to it that somebody can sign in: without any account, makes one administrator with a password for one use. Throws a
 * StartError where accounts of a demo, whose password everybody knows, would be reachable from elsewhere.
 */
export async function seeToAccounts(
  database: Database,
  host: string,
  words: StartWords,
  say: (line: string) => void,
): Promise<void> {
  const { all, demo } = await countAccounts(database)
  if (demo > 0 && !isLoopback(host)) throw new StartError(words.demo_exposed(host))
  if (all === 0) say(words.first_account(FIRST_NAME, await makeAdministrator(database)))
  if (demo > 0) {
    say(words.demo_accounts(DEMO_PASSWORD))
    for (const { name, display_name } of await readDemoAccounts(database)) say(`  ${name.padEnd(16)} ${display_name}`)
  }
}

async function makeAdministrator(database: Database): Promise<string> {
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  const account = {
    name: FIRST_NAME,
    display_name: FIRST_NAME,
    person_id: null,
    roles: [{ role: 'administrator', territory_code: '' }] as const,
  }
  const starter = { account_id: null, account_name: 'npm start', via: 'command_line', address: null } as const
  await act(database, starter, (transaction) => insertAccount(transaction, account, { hash, mustChange: true }))
  return password
}
