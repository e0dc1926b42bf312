// What the server knows of the past of a scheme's grids. All of it changes when grids do, and is forgotten with them.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, sendJson } from '../../api/client.ts'
import { readAll } from '../../api/pages.ts'
import type { FeatureCollection } from '../../api/types.ts'
import type { ComparedGrid } from './comparison.ts'
import { forgetPlans } from './plans.ts'
import type { Plan } from './types.ts'

/** A plan's numbers, or those of a level or of cells that came without one. */
export interface Summary {
  readonly grids_added?: number
  readonly grids_changed?: number
  readonly grids_ended?: number
  readonly level?: number
  readonly territory?: string
  readonly cells_added?: number
}

export interface Revision {
  readonly number: number
  readonly plan_id: number | null
  readonly plan_name: string | null
  readonly effective_on: string
  readonly published_at: string
  readonly account_name: string
  readonly summary: Summary
}

/** The most that the server compares at once. */
export const MOST_COMPARED = 2000

const key = (...parts: readonly unknown[]) => ['layer', 'grids', 'history', ...parts]
const path = (scheme: string) => `/api/schemes/${encodeURIComponent(scheme)}`

/** The newest first. */
export const revisionsQuery = (scheme: string) =>
  queryOptions({
    queryKey: key(scheme, 'revisions'),
    queryFn: async ({ signal }) =>
      (await getJson<{ revisions: Revision[] }>(`${path(scheme)}/revisions`, signal)).revisions.map((revision) => ({
        ...revision,
        effective_on: revision.effective_on.slice(0, 10),
      })),
  })

/** The day on which the first grid of the scheme began; null where there has been none. */
export const firstDayQuery = (scheme: string) =>
  queryOptions({
    queryKey: key(scheme, 'first day'),
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ scheme, datetime: '../..', sortby: 'valid_from', limit: '1' })
      const { features } = await getJson<FeatureCollection>(`/api/collections/grids/items?${query}`, signal)
      const day = features[0]?.properties.valid_from
      return typeof day === 'string' ? day.slice(0, 10) : null
    },
  })

export const daysQuery = (scheme: string, from: string, to: string) =>
  queryOptions({
    queryKey: key(scheme, 'compared', from, to),
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ from, to })
      return (await getJson<{ grids: ComparedGrid[] }>(`${path(scheme)}/comparison?${query}`, signal)).grids
    },
  })

/** While another day is on its way, the map keeps the one before: a slider that flickers shows no change. */
export const gridsOnDayQuery = (scheme: string, level: number, day: string) =>
  queryOptions({
    queryKey: key(scheme, 'grids', level, day),
    queryFn: ({ signal }) => {
      const properties = 'code,name,name_en,level'
      return readAll('grids', String(new URLSearchParams({ scheme, level: String(level), datetime: day, properties })), signal)
    },
    placeholderData: keepPreviousData,
    // Shapes of whole counties are not kept for long.
    gcTime: 60_000,
  })

/** A plan that leads back to before a revision. */
export async function revertRevision(scheme: string, number: number, name: string): Promise<Plan> {
  const plan = await sendJson<Plan>('POST', `${path(scheme)}/revisions/${number}/revert`, { body: { name } })
  forgetPlans()
  return plan
}
