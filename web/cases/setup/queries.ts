import { queryOptions } from '@tanstack/react-query'
import type { Notice } from '#geodata/cases/calendar.ts'
import type { DayKind, OfficeHours } from '#geodata/cases/clock.ts'
import { getJson, sendJson } from '../../api/client.ts'
import { CASES } from '../queries.ts'

export interface Department {
  readonly duty: string
  readonly territory_code: string
  readonly organisation_id: number
  readonly name: string
  readonly name_en: string | null
  readonly telephone: string | null
}

export interface Departments {
  readonly departments: readonly Department[]
  /** Those that kinds in force ask for, with how many of them. */
  readonly duties: readonly { readonly duty: string; readonly kinds: number }[]
}

export const departmentsQuery = queryOptions({
  queryKey: [CASES, 'departments'],
  queryFn: ({ signal }) => getJson<Departments>('/api/cases/departments', signal),
})

/** Null takes it away. */
export const setDepartment = (duty: string, territory_code: string, organisation_id: number | null): Promise<Departments> =>
  sendJson('PUT', '/api/cases/departments', { body: { duty, territory_code, organisation_id } })

export interface OwnDay {
  readonly day: string
  readonly kind: DayKind
  readonly name: string | null
  readonly source: string
}

export interface OfficeYear {
  readonly year: number
  /** Whether its holidays are entered, so that deadlines in it can be relied on. */
  readonly known: boolean
  readonly office_hours: { readonly hours: readonly OfficeHours[]; readonly source: string }
  readonly notice: Notice | null
  readonly own: readonly OwnDay[]
}

export const officeYearQuery = (year: number) =>
  queryOptions({
    // Not among what is asked again with every step of a case.
    queryKey: ['office_year', year],
    queryFn: ({ signal }) => getJson<OfficeYear>(`/api/cases/calendar?year=${year}`, signal),
  })

/** Null takes it away: then the notice, or the weekday, counts. */
export const setOfficeDay = (day: string, body: Omit<OwnDay, 'day'> | { readonly kind: null }): Promise<OfficeYear> =>
  sendJson('PUT', `/api/cases/calendar/${day}`, { body })
