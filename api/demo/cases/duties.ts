/** Which office has which duty in the demo. */
import type { DemoDepartment } from '#geodata/county/demo.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'

export const storeDepartments = (transaction: Transaction, departments: readonly DemoDepartment[]) =>
  transaction.query(sql`
    insert into case_departments (duty, territory_code, organisation_id)
    select given.duty, given.territory_code, organisations.id
    from jsonb_to_recordset(${JSON.stringify(departments)}::jsonb) as given (duty text, territory_code text, organisation_code text)
    join organisations on organisations.code = given.organisation_code
    order by given.territory_code, given.duty`)
