import { infiniteQueryOptions } from '@tanstack/react-query'
import { getJson } from '../api/client.ts'

export type Row = Readonly<Record<string, unknown>>

export interface AuditEntry {
  readonly id: number
  readonly at: string
  readonly account_id: number | null
  readonly account_name: string
  /** Where it came from; left out for those who are no auditors. */
  readonly address?: string | null
  readonly via: string
  readonly action: string
  readonly subject: string
  readonly subject_id: string | null
  readonly layer: string | null
  readonly object_id: number | null
  readonly before: Row | null
  readonly after: Row | null
  /** Entries of one transaction belong together. */
  readonly transaction_id: number
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[]
  /** The entry before which there are more; null where there are none. */
  readonly next: number | null
  /** Of an object's own history: the file that brought it. */
  readonly imported?: { readonly file_name: string; readonly imported_at: string } | null
}

export interface AuditQuestion {
  readonly account: string
  readonly subject: string
  readonly action: string
  /** Days, `2026-03-15`. */
  readonly from: string
  readonly to: string
}

export const EVERYTHING: AuditQuestion = { account: '', subject: '', action: '', from: '', to: '' }

const PAGE = 50

function pages(path: string, key: readonly unknown[], parameters: Readonly<Record<string, string>>) {
  const asked = Object.entries(parameters).filter(([, value]) => value !== '')
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams([...asked, ['limit', String(PAGE)]])
      if (pageParam !== null) query.set('before', String(pageParam))
      return getJson<AuditPage>(`${path}?${query}`, signal)
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    // Every write makes it longer, and no event tells of it.
    staleTime: 0,
  })
}

export const auditQuery = (question: AuditQuestion) =>
  pages('/api/audit', ['audit', question], question as unknown as Record<string, string>)

/** Begins as everything about a layer does, so that a change of it is seen. */
export const historyQuery = (layer: string, id: number) =>
  pages(`/api/audit/objects/${layer}/${id}`, ['layer', layer, 'history', id], {})
