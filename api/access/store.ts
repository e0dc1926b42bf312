import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Visitor } from './visitor.ts'

export type KnownVisitor = Omit<Visitor, 'via' | 'read_only'>

const VISITOR = sql`accounts.id as account_id, accounts.name as account_name, accounts.display_name, accounts.person_id,
  accounts.must_change_password, coalesce((
    select json_agg(json_build_object('role', role, 'territory_code', territory_code) order by role, territory_code)
    from account_roles where account_id = accounts.id), '[]') as grants`

export type SessionRow = KnownVisitor & { readonly csrf_token: string; readonly expires_at: string; readonly idle_s: number }

export async function readSession(database: Queryable, tokenHash: string): Promise<SessionRow | undefined> {
  const [row] = await database.query<SessionRow>(sql`
    select ${VISITOR}, csrf_token, expires_at, extract(epoch from now() - last_seen_at)::float8 as idle_s
    from sessions join accounts on accounts.id = sessions.account_id
    where token_hash = ${tokenHash} and expires_at > now() and not disabled`)
  return row
}

export const touchSession = (database: Queryable, tokenHash: string) =>
  database.query(sql`update sessions set last_seen_at = now() where token_hash = ${tokenHash}`)

export async function readToken(
  database: Queryable,
  tokenHash: string,
): Promise<(KnownVisitor & { read_only: boolean; expires_at: string }) | undefined> {
  const [row] = await database.query<KnownVisitor & { read_only: boolean; expires_at: string }>(sql`
    select ${VISITOR}, read_only, access_tokens.expires_at
    from access_tokens join accounts on accounts.id = access_tokens.account_id
    where token_hash = ${tokenHash} and expires_at > now() and not disabled`)
  return row
}

export const touchToken = (database: Queryable, tokenHash: string) =>
  database.query(sql`update access_tokens set last_used_at = now() where token_hash = ${tokenHash}`)

export interface NewSession {
  readonly token_hash: string
  readonly account_id: number
  readonly csrf_token: string
  readonly hours: number
  readonly address: string
  readonly agent: string
}

export async function storeSession(database: Queryable, session: NewSession): Promise<void> {
  const { token_hash, account_id, csrf_token, hours, address, agent } = session
  await database.query(sql`delete from sessions where expires_at < now()`)
  await database.query(sql`
    insert into sessions (token_hash, account_id, csrf_token, expires_at, address, agent)
    values (${token_hash}, ${account_id}, ${csrf_token}, now() + make_interval(hours => ${hours}::integer), ${address}, ${agent})`)
}

export const deleteSession = (database: Queryable, tokenHash: string) =>
  database.query(sql`delete from sessions where token_hash = ${tokenHash}`)

/** Signs the account out everywhere, but for one session where one is named. */
export const deleteSessionsOf = (database: Queryable, accountId: number, butTokenHash = '') =>
  database.query(sql`delete from sessions where account_id = ${accountId} and token_hash <> ${butTokenHash}`)

export interface Credentials {
  readonly id: number
  readonly name: string
  readonly password_hash: string
  readonly disabled: boolean
}

export async function readCredentials(database: Queryable, name: string): Promise<Credentials | undefined> {
  const [row] = await database.query<Credentials>(
    sql`select id, name, password_hash, disabled from accounts where lower(name) = lower(${name})`,
  )
  return row
}

export const storePassword = (database: Queryable, accountId: number, hash: string, mustChange: boolean) =>
  database.query(sql`
    update accounts set password_hash = ${hash}, must_change_password = ${mustChange} where id = ${accountId}`)

/** Minutes that the name is still locked for; 0 when it is free. */
export async function minutesLocked(database: Queryable, name: string): Promise<number> {
  const [row] = await database.query<{ minutes: number }>(sql`
    select ceil(extract(epoch from locked_until - now()) / 60)::integer as minutes
    from sign_in_failures where name = lower(${name}) and locked_until > now()`)
  return row?.minutes ?? 0
}

/** Five failures lock a name for a minute, each further one for twice as long, up to an hour; a quiet day forgets them. */
export const countFailure = (database: Queryable, name: string) =>
  database.query(sql`
    insert into sign_in_failures as known (name, failures, failed_at) values (lower(${name}), 1, now())
    on conflict (name) do update set
      failures = case when known.failed_at < now() - interval '1 day' then 1 else known.failures + 1 end,
      failed_at = now(),
      locked_until = case when known.failures >= 4 and known.failed_at >= now() - interval '1 day'
        then now() + least(interval '1 minute' * power(2, known.failures - 4), interval '1 hour') end`)

export const forgetFailures = (database: Queryable, name: string) =>
  database.query(sql`delete from sign_in_failures where name = lower(${name})`)

export interface Token {
  readonly id: number
  readonly name: string
  readonly read_only: boolean
  readonly created_at: string
  readonly expires_at: string
  readonly last_used_at: string | null
}

export const readTokens = (database: Queryable, accountId: number) =>
  database.query<Token>(sql`
    select id, name, read_only, created_at, expires_at, last_used_at
    from access_tokens where account_id = ${accountId} order by id`)

export async function storeToken(
  database: Queryable,
  token: { account_id: number; name: string; token_hash: string; read_only: boolean; days: number },
): Promise<Token> {
  const [row] = await database.query<Token>(sql`
    insert into access_tokens (account_id, name, token_hash, read_only, expires_at)
    values (${token.account_id}, ${token.name}, ${token.token_hash}, ${token.read_only}, now() + make_interval(days => ${token.days}::integer))
    returning id, name, read_only, created_at, expires_at, last_used_at`)
  return row!
}

export const deleteToken = (database: Queryable, accountId: number, id: number) =>
  database.query<{ id: number }>(sql`delete from access_tokens where account_id = ${accountId} and id = ${id} returning id`)
