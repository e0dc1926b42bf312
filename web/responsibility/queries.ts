import { queryOptions } from '@tanstack/react-query'
import type { PointAnswer } from '#api/responsibility/ask_point.ts'
import type { PastAssignment } from '#api/responsibility/objects.ts'
import type { Responsible } from '#api/responsibility/responsible.ts'
import { getJson } from '../api/client.ts'
import type { Position } from '../api/types.ts'

export type { PastAssignment, PointAnswer, Responsible }

export interface ObjectAnswer {
  readonly at: string
  readonly layer: string
  readonly id: number
  /** Its own chainage, in metres; null for what is not a line. */
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
  readonly responsible: readonly Responsible[]
  readonly history?: readonly PastAssignment[]
}

/** Keys of everything about people and what they are responsible for begin with this, so that one change can forget it all. */
export const RESPONSIBILITY = 'responsibility'

const withDay = (query: Record<string, string>, day: string | null) =>
  new URLSearchParams(day === null ? query : { ...query, at: day }).toString()

/** @param day `YYYY-MM-DD`; null is today */
export const placeQuery = ([longitude, latitude]: Position, day: string | null) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'place', longitude, latitude, day],
    queryFn: ({ signal }) => {
      const query = withDay({ lon: longitude.toFixed(7), lat: latitude.toFixed(7) }, day)
      return getJson<PointAnswer>(`/api/responsibility?${query}`, signal)
    },
  })

export const objectQuery = (layer: string, id: number, day: string | null, history: boolean) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'object', layer, id, day, history],
    queryFn: ({ signal }) => {
      const query = withDay(history ? { history: 'true' } : {}, day)
      return getJson<ObjectAnswer>(`/api/responsibility/objects/${layer}/${id}${query && `?${query}`}`, signal)
    },
  })
