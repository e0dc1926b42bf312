import { queryOptions } from '@tanstack/react-query'
import type { Account } from '#api/access/accounts_store.ts'
import type { Grant } from '../access/session.ts'
import { getJson, sendJson } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'

export type { Account }

export interface AccountChange {
  readonly name: string
  readonly display_name: string
  readonly roles: readonly Grant[]
  readonly disabled: boolean
}

/** As it is answered when there is a password to be told once. */
export type AccountWithPassword = Account & { readonly one_time_password: string }

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => (await getJson<{ accounts: Account[] }>('/api/accounts', signal)).accounts,
  // No event tells of accounts.
  staleTime: 0,
})

const told = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  const result = await answer
  void queryClient.invalidateQueries(accountsQuery)
  return result
}

export const makeAccount = ({ disabled: _, ...account }: AccountChange) =>
  told(sendJson<AccountWithPassword>('POST', '/api/accounts', { body: account }))

/** Rejects with 412 where somebody has changed it since this version. */
export const changeAccount = ({ id, version }: Account, change: AccountChange) =>
  told(sendJson<Account>('PATCH', `/api/accounts/${id}`, { body: change, version }))

export const resetPassword = ({ id }: Account) => told(sendJson<AccountWithPassword>('POST', `/api/accounts/${id}/password`))

export type AccountState = 'active' | 'fresh' | 'disabled'

export const stateOf = ({ disabled, must_change_password }: Account): AccountState =>
  disabled ? 'disabled' : must_change_password ? 'fresh' : 'active'
