import { queryOptions } from '@tanstack/react-query'
import type { Listed } from '#api/assignments/list.ts'
import type { reportOf } from '#api/assignments/report.ts'
import type { Person } from '#api/staff/store.ts'
import type { Standing } from '#geodata/responsibility/roles.ts'
import { getJson, sendJson } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { queryClient } from '../../api/queries.ts'
import { RESPONSIBILITY } from '../queries.ts'

export type { Listed, Person }

/** What an order does, or would do. */
export type Report = Awaited<ReturnType<typeof reportOf>> & { readonly dry_run: boolean }

export interface Order {
  readonly role: string
  readonly standing: Standing
  readonly person_id: number
  /** `YYYY-MM-DD`; null is today. */
  readonly valid_from: string | null
  /** The first day on which it is over; null is open. */
  readonly valid_to: string | null
  readonly remark: string | null
  readonly replace: boolean
  readonly objects: readonly {
    readonly layer: string
    readonly id: number
    readonly chainage_from_m?: number
    readonly chainage_to_m?: number
  }[]
}

/** Why one of the objects is refused. */
export interface RefusedRow {
  readonly index: number
  readonly layer: string
  readonly id: number
  readonly code: string
  readonly detail: string
}

export const sendOrder = (order: Order, dry_run: boolean) =>
  sendJson<Report>('POST', '/api/assignments', { body: { ...order, dry_run } })

export const refusedRows = (error: unknown): readonly RefusedRow[] =>
  error instanceof Problem && Array.isArray(error.members.rows) ? (error.members.rows as RefusedRow[]) : []

/** What somebody else has made of it meanwhile; undefined where that is not the trouble. */
export const currentOf = (error: unknown): Listed | undefined =>
  error instanceof Problem && error.status === 412 ? (error.members.current as Listed | undefined) : undefined

export interface Change {
  readonly standing?: Standing
  readonly person_id?: number
  readonly chainage_from_m?: number | null
  readonly chainage_to_m?: number | null
  readonly valid_from?: string
  readonly valid_to?: string | null
  readonly remark?: string | null
}

export const sendChange = (id: number, body: Change, version: number) =>
  sendJson<Listed>('PATCH', `/api/assignments/${id}`, { body, version })

/** Of one that has not begun yet: it has never been. */
export const sendRemoval = (id: number, version: number) => sendJson<void>('DELETE', `/api/assignments/${id}`, { version })

/** Always as it is now: what is changed must be what is there. */
export const assignmentQuery = (id: number) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'assignment', id],
    queryFn: ({ signal }) => getJson<Listed>(`/api/assignments/${id}`, signal),
    gcTime: 0,
  })

const FOUND_LIMIT = '20'

/** Nobody who has left: they can't be given anything. */
export const peopleFoundQuery = (text: string) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'people-found', text],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ ...(text && { q: text }), left: 'false', limit: FOUND_LIMIT })
      return getJson<{ people: Person[]; total: number }>(`/api/people?${query}`, signal)
    },
  })

/**
 * After a write: whatever is on screen about who is responsible is asked again. Findings take longest, and nobody waits for them: the
 * dialog is done once what it was opened from is.
 */
export async function forgetResponsibility(): Promise<void> {
  const isFinding = ({ queryKey: [, kind] }: { queryKey: readonly unknown[] }) => kind === 'findings'
  void queryClient.invalidateQueries({ queryKey: [RESPONSIBILITY], predicate: isFinding })
  await queryClient.invalidateQueries({ queryKey: [RESPONSIBILITY], predicate: (query) => !isFinding(query) })
}
