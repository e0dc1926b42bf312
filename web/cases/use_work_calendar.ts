import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { calendarWith } from '#geodata/cases/calendar.ts'
import type { WorkCalendar } from '#geodata/cases/clock.ts'
import { today } from '../values/times.ts'
import { type OfficeYear, officeYearQuery } from './setup/queries.ts'

/** The country's calendar with this place's own days of this year and the next; without a network, or before they are here, the country's alone. */
export function useWorkCalendar(): WorkCalendar {
  const year = Number(today().slice(0, 4))
  return useQueries({ queries: [officeYearQuery(year), officeYearQuery(year + 1)], combine: calendarOf })
}

const calendarOf = (years: UseQueryResult<OfficeYear>[]): WorkCalendar =>
  calendarWith(years.flatMap(({ data }) => data?.own ?? []))
