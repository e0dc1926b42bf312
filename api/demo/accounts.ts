import type { DemoAccount } from '#geodata/county/demo.ts'
import type { Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'

/** Printed at every start of a demo, and shown at its door: such a server is never reachable from elsewhere. */
export const DEMO_PASSWORD = 'jiangli-demo'

/** The people whose accounts they are must be there. @param passwordHash Argon2id in the PHC format */
export async function storeDemoAccounts(
  transaction: Transaction,
  accounts: readonly DemoAccount[],
  passwordHash: string,
): Promise<void> {
  const given = JSON.stringify(accounts)
  await transaction.query(sql`
    insert into accounts (name, display_name, person_id, password_hash, is_demo)
    select element.account ->> 'name', element.account ->> 'display_name', people.id, ${passwordHash}, true
    from jsonb_array_elements(${given}::jsonb) with ordinality as element (account, position)
    left join people on people.code = element.account ->> 'person_code' order by position`)
  await transaction.query(sql`
    insert into account_roles (account_id, role, territory_code)
    select accounts.id, granted.role, granted.territory_code
    from jsonb_to_recordset(${given}::jsonb) as given (name text, roles jsonb)
    join accounts on accounts.name = given.name
    cross join jsonb_to_recordset(given.roles) as granted (role text, territory_code text)`)
}
