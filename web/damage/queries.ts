import { queryOptions } from '@tanstack/react-query'
import type { CommunityRow, DamageEvent, ReportPoint, ReportRow, Totals, TownTotals } from '#api/damage/records.ts'
import type { DamagedKind, Degree, PeopleCount } from '#geodata/damage/grades.ts'
import { getJson, sendJson } from '../api/client.ts'

export type { ReportPoint, Totals }
export type Event = DamageEvent & { readonly may: { readonly change: boolean; readonly report: boolean } }
export type Community = CommunityRow & { readonly silent: boolean }
export type Standing = Event & {
  readonly totals: Totals
  readonly towns: readonly TownTotals[]
  readonly communities: readonly Community[]
}
export type Report = Omit<ReportRow, 'account_id' | 'digest'> & { readonly mine: boolean; readonly may_correct: boolean }
export type ReportDetail = Report & { readonly earlier: readonly Report[] }

/** Keys of everything about damage begin with this, so that one report can forget it all. */
const DAMAGE = 'damage'

export const eventsQuery = queryOptions({
  queryKey: [DAMAGE, 'events'],
  queryFn: async ({ signal }) => (await getJson<{ events: Event[] }>('/api/damage/events', signal)).events,
})

export const standingQuery = (event: number) =>
  queryOptions({
    queryKey: [DAMAGE, 'event', event],
    queryFn: ({ signal }) => getJson<Standing>(`/api/damage/events/${event}`, signal),
  })

export const pointsQuery = (event: number) =>
  queryOptions({
    queryKey: [DAMAGE, 'points', event],
    queryFn: async ({ signal }) =>
      (await getJson<{ points: ReportPoint[] }>(`/api/damage/events/${event}/points`, signal)).points,
  })

export interface CommunityShape {
  readonly code: string
  readonly geometry: GeoJSON.MultiPolygon | GeoJSON.Polygon
}

/** Borders change with the layer of administrative areas, not with reports. @param codes of the communities that are there */
export const shapesQuery = (event: number, codes: string) =>
  queryOptions({
    queryKey: ['layer', 'administrative_areas', 'damage', event, codes],
    queryFn: async ({ signal }) =>
      (await getJson<{ communities: CommunityShape[] }>(`/api/damage/events/${event}/shapes`, signal)).communities,
  })

/** What a number counts. */
export interface Filter {
  readonly territory?: string
  readonly degree?: Degree
  readonly kind?: DamagedKind
  readonly people?: PeopleCount
  readonly nothing_damaged?: boolean
}

export const PAGE = 100

export const reportsQuery = (event: number, filter: Filter, offset: number) =>
  queryOptions({
    queryKey: [DAMAGE, 'reports', event, filter, offset],
    queryFn: ({ signal }) => {
      const given = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
      const query = new URLSearchParams([...given, ['limit', String(PAGE)], ['offset', String(offset)]])
      return getJson<{ total: number; reports: Report[] }>(`/api/damage/events/${event}/reports?${query}`, signal)
    },
  })

export const reportQuery = (id: number) =>
  queryOptions({
    queryKey: [DAMAGE, 'report', id],
    queryFn: ({ signal }) => getJson<ReportDetail>(`/api/damage/reports/${id}`, signal),
  })

export const photoAddress = (report: number, photo: number, size: 'full' | 'small'): string =>
  `/api/damage/reports/${report}/photos/${photo}?size=${size}`

export type EventGiven = Pick<Event, 'name' | 'kind' | 'began_at' | 'area_codes'>

export const openEvent = (event: EventGiven) => sendJson<Event>('POST', '/api/damage/events', { body: event })

export const changeEvent = ({ id, version }: Event, change: Partial<EventGiven> & { closed?: boolean }) =>
  sendJson<Event>('PATCH', `/api/damage/events/${id}`, { body: change, version })
