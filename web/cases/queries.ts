import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Handlers } from '#api/cases/handlers_store.ts'
import type {
  Case,
  CaseCounts,
  CaseKind,
  CasePage,
  CasePoint,
  CaseRow,
  Evaluation,
  PhotoOfCase,
  Proposal,
} from '#geodata/cases/records.ts'
import { getJson } from '../api/client.ts'
import { type CaseFilter, filterQuery, type QueueChoice } from './filter.ts'

/** Keys of everything about cases begin with this, so that one step can forget it all. */
export const CASES = 'cases'

const KINDS_KEPT = 'jiangli.cases.kinds'

/** Kept on the device: a case is reported also where there is no network. */
export const kindsQuery = queryOptions({
  queryKey: [CASES, 'kinds'],
  queryFn: async ({ signal }) => {
    const { kinds } = await getJson<{ kinds: readonly CaseKind[] }>('/api/cases/kinds', signal)
    try {
      localStorage.setItem(KINDS_KEPT, JSON.stringify(kinds))
    } catch {
      // Where nothing can be kept, they are there as long as the page is.
    }
    return kinds
  },
  initialData: (): readonly CaseKind[] | undefined => {
    try {
      return JSON.parse(localStorage.getItem(KINDS_KEPT) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  },
  initialDataUpdatedAt: 0,
})

export const PAGE = 100

export const caseListQuery = (queue: QueueChoice, filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: [CASES, 'list', queue, filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<CasePage>(`/api/cases?${filterQuery(queue, filter, { limit: String(PAGE), offset: String(pageParam) })}`, signal),
    initialPageParam: 0,
    getNextPageParam: ({ total, cases }, _pages, offset) =>
      cases.length > 0 && offset + cases.length < total ? offset + cases.length : undefined,
  })

/** The first few, for short lists. */
export const fewCasesQuery = (queue: QueueChoice, filter: CaseFilter, limit: number) =>
  queryOptions({
    queryKey: [CASES, 'few', queue, filter, limit],
    queryFn: ({ signal }) => getJson<CasePage>(`/api/cases?${filterQuery(queue, filter, { limit: String(limit) })}`, signal),
  })

export const casePointsQuery = (queue: QueueChoice, filter: CaseFilter) =>
  queryOptions({
    queryKey: [CASES, 'points', queue, filter],
    queryFn: async ({ signal }) =>
      (await getJson<{ points: readonly CasePoint[] }>(`/api/cases/points?${filterQuery(queue, filter)}`, signal)).points,
  })

export const countsQuery = queryOptions({
  queryKey: [CASES, 'counts'],
  queryFn: ({ signal }) => getJson<CaseCounts>('/api/cases/counts', signal),
})

export const caseQuery = (id: number) =>
  queryOptions({
    queryKey: [CASES, 'case', id],
    queryFn: ({ signal }) => getJson<Case>(`/api/cases/${id}`, signal),
  })

export type NearbyCase = CaseRow & { readonly distance_m: number }

export const nearbyQuery = (id: number) =>
  queryOptions({
    queryKey: [CASES, 'nearby', id],
    queryFn: async ({ signal }) => (await getJson<{ cases: readonly NearbyCase[] }>(`/api/cases/${id}/nearby`, signal)).cases,
  })

export type { Handlers }

/** Whom a case can be dispatched to, the proposed one first. */
export const handlersQuery = (id: number, text: string) =>
  queryOptions({
    queryKey: [CASES, 'handlers', id, text],
    queryFn: ({ signal }) =>
      getJson<Handlers>(`/api/cases/${id}/handlers${text && `?${new URLSearchParams({ q: text })}`}`, signal),
  })

export const proposalQuery = (asked: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: [CASES, 'proposal', asked],
    queryFn: ({ signal }) => getJson<Proposal>(`/api/cases/proposal?${new URLSearchParams(asked)}`, signal),
    // Deadlines count from now.
    staleTime: 60_000,
    retry: false,
  })

export const evaluationQuery = (asked: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: [CASES, 'evaluation', asked],
    queryFn: ({ signal }) => getJson<Evaluation>(`/api/cases/evaluation?${new URLSearchParams(asked)}`, signal),
  })

export const photoAddress = (id: number, { id: photo }: Pick<PhotoOfCase, 'id'>, size: 'full' | 'small'): string =>
  `/api/cases/${id}/photos/${photo}?size=${size}`
