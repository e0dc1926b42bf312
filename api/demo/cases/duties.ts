import { NOTICES } from '#geodata/cases/calendar.ts'
import type { DemoDepartment } from '#geodata/county/demo.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { daysFrom } from './days.ts'

export const storeDepartments = (transaction: Transaction, departments: readonly DemoDepartment[]) =>
  transaction.query(sql`
    insert into case_departments (duty, territory_code, organisation_id)
    select given.duty, given.territory_code, organisations.id
    from jsonb_to_recordset(${JSON.stringify(departments)}::jsonb) as given (duty text, territory_code text, organisation_code text)
    join organisations on organisations.code = given.organisation_code
    order by given.territory_code, given.duty`)

/** The country's holidays, so that whoever looks at the table sees by what deadlines are told. */
export async function storeWorkCalendar(transaction: Transaction): Promise<void> {
  const days = NOTICES.flatMap(({ source, holidays }) =>
    holidays.flatMap(({ name, from, to, workdays }) => [
      ...[...daysFrom(from, to)].map((day) => ({ day, kind: 'holiday', name: name.zh, source })),
      ...workdays.map((day) => ({ day, kind: 'workday', name: `${name.zh}调休`, source })),
    ]),
  )
  await transaction.query(sql`
    insert into work_calendar_days (day, kind, name, source)
    select day, kind, name, source from jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
      as given (day date, kind text, name text, source text) order by day`)
}
