import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { Grant } from './visitor.ts'

export interface Account {
  readonly id: number
  readonly name: string
  readonly display_name: string
  readonly person: { readonly id: number; readonly name: string } | null
  readonly roles: readonly Grant[]
  readonly must_change_password: boolean
  readonly disabled: boolean
  readonly is_demo: boolean
  readonly created_at: string
  readonly last_seen_at: string | null
  readonly version: number
}

export const readAccounts = (database: Queryable, id: number | null = null) =>
  database.query<Account>(sql`
    select accounts.id, accounts.name, display_name, must_change_password, disabled, is_demo, created_at, accounts.version,
      (select json_build_object('id', people.id, 'name', people.name) from people where people.id = person_id) as person,
      coalesce((select json_agg(json_build_object('role', role, 'territory_code', territory_code) order by role, territory_code)
        from account_roles where account_id = accounts.id), '[]') as roles,
      (select max(last_seen_at) from sessions where account_id = accounts.id) as last_seen_at
    from accounts where ${id}::integer is null or accounts.id = ${id}::integer order by lower(accounts.name)`)

export interface AccountChange {
  readonly name: string
  readonly display_name: string
  readonly person_id: number | null
  readonly disabled: boolean
  readonly roles: readonly Grant[]
}

export async function insertAccount(
  database: Queryable,
  { name, display_name, person_id, roles }: Omit<AccountChange, 'disabled'>,
  { hash, mustChange, isDemo = false }: { hash: string; mustChange: boolean; isDemo?: boolean },
): Promise<number> {
  const [row] = await database.query<{ id: number }>(sql`
    insert into accounts (name, display_name, person_id, password_hash, must_change_password, is_demo)
    values (${name}, ${display_name}, ${person_id}, ${hash}, ${mustChange}, ${isDemo}) returning id`)
  await storeRoles(database, row!.id, roles)
  return row!.id
}

/** False when the account is not of this version any more. */
export async function updateAccount(database: Queryable, id: number, version: number, change: AccountChange): Promise<boolean> {
  const { name, display_name, person_id, disabled, roles } = change
  const changed = await database.query(sql`
    update accounts set name = ${name}, display_name = ${display_name}, person_id = ${person_id}, disabled = ${disabled}
    where id = ${id} and version = ${version} returning id`)
  if (changed.length === 0) return false
  await storeRoles(database, id, roles)
  return true
}

async function storeRoles(database: Queryable, id: number, roles: readonly Grant[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(roles)}::jsonb) as given (role text, territory_code text)`
  await database.query(sql`
    delete from account_roles where account_id = ${id}
      and not exists (select from ${given} where given.role = account_roles.role and given.territory_code = account_roles.territory_code)`)
  await database.query(sql`
    insert into account_roles (account_id, role, territory_code) select ${id}, role, territory_code from ${given}
    on conflict do nothing`)
}

/** The territories that are named, as far as there are such. */
export async function readTerritories(database: Queryable, codes: readonly string[]): Promise<string[]> {
  const rows = await database.query<{ code: string }>(sql`
    select distinct code from administrative_areas where valid_to is null
      and code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb))`)
  return rows.map(({ code }) => code)
}

export async function personExists(database: Queryable, id: number): Promise<boolean> {
  return (await database.query(sql`select from people where id = ${id}`)).length > 0
}

export async function countAccounts(database: Queryable): Promise<{ all: number; demo: number }> {
  const [row] = await database.query<{ all: number; demo: number }>(
    sql`select count(*)::integer as all, (count(*) filter (where is_demo))::integer as demo from accounts`,
  )
  return row!
}

export const readDemoAccounts = (database: Queryable) =>
  database.query<Pick<Account, 'name' | 'display_name' | 'roles'>>(sql`
    select name, display_name,
      coalesce((select json_agg(json_build_object('role', role, 'territory_code', territory_code) order by role, territory_code)
        from account_roles where account_id = accounts.id), '[]') as roles
    from accounts where is_demo and not disabled order by id`)
