import { queryOptions } from '@tanstack/react-query'
import { getJson, sendJson } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'

export interface Token {
  readonly id: number
  readonly name: string
  readonly read_only: boolean
  readonly created_at: string
  readonly expires_at: string
  readonly last_used_at: string | null
}

/** A token as it is said once, when it is made. */
export type NewToken = Token & { readonly token: string }

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await getJson<{ tokens: Token[] }>('/api/account/tokens', signal)).tokens,
  // When they were used last is told by no event.
  staleTime: 0,
})

export async function makeToken(asked: { name: string; read_only: boolean; days: number }): Promise<NewToken> {
  const token = await sendJson<NewToken>('POST', '/api/account/tokens', { body: asked })
  void queryClient.invalidateQueries(tokensQuery)
  return token
}

export async function deleteToken(id: number): Promise<void> {
  await sendJson('DELETE', `/api/account/tokens/${id}`)
  await queryClient.invalidateQueries(tokensQuery)
}
