import { insertAccount } from '#api/access/accounts_store.ts'
import { storeToken } from '#api/access/store.ts'
import { newSecret, secretHash, TOKEN_PREFIX } from '#api/access/visitors.ts'
import type { Database } from '#api/database/database.ts'

const SECRET = `${TOKEN_PREFIX}${newSecret()}`

/** With this every question of the benchmark is asked. */
export const AUTHORIZATION = `Bearer ${SECRET}`

/** Makes the account that AUTHORIZATION belongs to: one that sees everything everywhere. */
export async function letIn(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    const account = {
      name: 'bench',
      display_name: 'bench',
      person_id: null,
      roles: [{ role: 'administrator', territory_code: '' }],
    } as const
    const account_id = await insertAccount(transaction, account, { hash: 'none', mustChange: false })
    await storeToken(transaction, { account_id, name: 'bench', token_hash: secretHash(SECRET), read_only: false, days: 1 })
  })
}
