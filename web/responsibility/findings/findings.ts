import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { create } from 'zustand'
import type { FindingKind } from '#api/responsibility/findings/question.ts'
import type { Finding, FindingCount } from '#api/responsibility/findings/store.ts'
import { getJson } from '../../api/client.ts'
import { RESPONSIBILITY } from '../queries.ts'

export type { Finding, FindingCount, FindingKind }

/** In the order of urgency. */
export const KINDS: readonly FindingKind[] = ['vacant', 'left', 'expired', 'overloaded', 'without_substitute']

/** Which of a kind: all of one layer, scheme and role. */
export interface Group {
  readonly layer: string | null
  readonly scheme: string | null
  readonly role: string
}

export interface FindingsView {
  readonly territory: string | null
  readonly scheme: string | null
  readonly kind: FindingKind | null
  readonly group: Group | null
  readonly offset: number
}

/** What the tab shows; stays while other tabs are looked at. */
export const useFindings = create<FindingsView>(() => ({ territory: null, scheme: null, kind: null, group: null, offset: 0 }))

export interface Filter {
  readonly territory: string | null
  readonly scheme: string | null
  readonly day: string | null
}

/** As the address of the question has it; what is not asked for is left out. */
export function filterQuery({ territory, scheme, day }: Filter, group: Group | null = null): Record<string, string> {
  const chosen: Record<string, string | null> = {
    territory,
    scheme: scheme ?? group?.scheme ?? null,
    layer: group?.layer ?? null,
    role: group?.role ?? null,
    at: day,
  }
  return Object.fromEntries(Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== null))
}

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

export interface GroupCount extends Group {
  readonly count: number
  readonly metres: number | null
}

/** Of one kind, as the catalogue orders them. */
export const groupsOf = (counts: readonly FindingCount[], kind: FindingKind): GroupCount[] =>
  counts.filter((one) => one.kind === kind)

export const sameGroup = (one: Group | null, other: Group | null): boolean =>
  one === other ||
  (one !== null && other !== null && one.layer === other.layer && one.scheme === other.scheme && one.role === other.role)

/** Boxes of what a person carries too much of, places of everything else. */
export function marksOf(findings: readonly Finding[], mark: string): GeoJSON.Feature[] {
  return findings.flatMap(({ kind, bbox, point }): GeoJSON.Feature[] => {
    if (kind === 'overloaded' && bbox) {
      const [west, south, east, north] = bbox
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ]
      return [
        { type: 'Feature', properties: { mark }, geometry: { type: 'LineString', coordinates: ring } },
        {
          type: 'Feature',
          properties: { mark },
          geometry: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
        },
      ]
    }
    return point ? [{ type: 'Feature', properties: { mark }, geometry: { type: 'Point', coordinates: [...point] } }] : []
  })
}
