import { type CalendarDay, calendarWith } from '#geodata/cases/calendar.ts'
import type { WorkCalendar } from '#geodata/cases/clock.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'

/** The country's calendar with the days that this place has entered of its own. */
export async function readCalendar(database: Queryable): Promise<WorkCalendar> {
  return calendarWith(await database.query<CalendarDay>(sql`select day, kind from work_calendar_days`))
}
