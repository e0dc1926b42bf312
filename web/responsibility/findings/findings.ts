import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { create } from 'zustand'
import { getJson } from '../../api/client.ts'
import { RESPONSIBILITY } from '../queries.ts'
import { type Filter, type Finding, type FindingCount, type FindingKind, filterQuery, type Group } from './finding.ts'

export interface FindingsView {
  readonly territory: string | null
  readonly scheme: string | null
  readonly kind: FindingKind | null
  readonly group: Group | null
  readonly offset: number
}

/** What the tab shows; stays while other tabs are looked at. */
export const useFindings = create<FindingsView>(() => ({ territory: null, scheme: null, kind: null, group: null, offset: 0 }))

export interface Summary {
  readonly at: string
  readonly totals: Readonly<Record<FindingKind, number>>
  readonly counts: readonly FindingCount[]
}

export const summaryQuery = (filter: Filter) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'findings', 'summary', filter],
    queryFn: ({ signal }) =>
      getJson<Summary>(`/api/responsibility/findings/summary?${new URLSearchParams(filterQuery(filter))}`, signal),
  })

export interface FindingsPage {
  readonly matched: number
  readonly offset: number
  readonly findings: readonly Finding[]
}

export const PAGE = 50

export const listQuery = (kind: FindingKind, filter: Filter, group: Group | null, offset: number, limit = PAGE) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'findings', 'list', kind, filter, group, offset, limit],
    queryFn: ({ signal }) => readPage(kind, filter, group, { limit, offset }, signal),
  })

/** The most that one answer gives. */
const LARGEST = 1000
/** More marks than this on one map are a carpet. */
export const MOST_MARKS = 5000

export const marksQuery = (kind: FindingKind, filter: Filter, group: Group | null) =>
  infiniteQueryOptions({
    queryKey: [RESPONSIBILITY, 'findings', 'marks', kind, filter, group],
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => readPage(kind, filter, group, { limit: LARGEST, offset: pageParam }, signal),
    getNextPageParam: ({ offset, matched, findings }: FindingsPage) =>
      findings.length > 0 && offset + findings.length < Math.min(matched, MOST_MARKS) ? offset + findings.length : undefined,
  })

/** Everything of a kind, for the file. */
export async function readAllFindings(
  kind: FindingKind,
  filter: Filter,
  group: Group | null,
  signal: AbortSignal,
  progress: (read: number, total: number) => void,
): Promise<Finding[]> {
  const all: Finding[] = []
  for (;;) {
    const { matched, findings } = await readPage(kind, filter, group, { limit: LARGEST, offset: all.length }, signal)
    all.push(...findings)
    progress(all.length, matched)
    if (findings.length === 0 || all.length >= matched) return all
  }
}

const readPage = (
  kind: FindingKind,
  filter: Filter,
  group: Group | null,
  { limit, offset }: { limit: number; offset: number },
  signal: AbortSignal,
) => {
  const query = new URLSearchParams({ kind, ...filterQuery(filter, group), limit: String(limit), offset: String(offset) })
  return getJson<FindingsPage>(`/api/responsibility/findings?${query}`, signal)
}
