// Accounts for tests, with a token instead of a password: hashing one takes longer than most tests.
import { randomBytes } from 'node:crypto'
import { insertAccount } from '#api/access/accounts_store.ts'
import { storeToken } from '#api/access/store.ts'
import type { Grant } from '#api/access/visitor.ts'
import { newSecret, secretHash, TOKEN_PREFIX } from '#api/access/visitors.ts'
import type { Database } from '#api/database/database.ts'

/** Makes an account of these roles, and the headers with which it asks. Nobody can sign in to it. */
export async function makeAccount(
  database: Database,
  roles: readonly Grant[],
  { person_id = null as number | null } = {},
): Promise<Record<string, string>> {
  const name = `test-${randomBytes(6).toString('hex')}`
  const secret = `${TOKEN_PREFIX}${newSecret()}`
  await database.transaction(async (transaction) => {
    const account = { name, display_name: name, person_id, roles }
    const account_id = await insertAccount(transaction, account, { hash: 'none', mustChange: false })
    await storeToken(transaction, { account_id, name, token_hash: secretHash(secret), read_only: false, days: 1 })
  })
  return { authorization: `Bearer ${secret}` }
}
