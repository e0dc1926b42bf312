import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Feature } from '../api/types.ts'
import { firstPageQuery, PAGE_ROWS, pageQuery } from './rows.ts'

export interface Rows {
  /** Undefined until the server has answered for the first time. */
  readonly total: number | undefined
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Feature | undefined
  /** The question whose rows these are. */
  readonly search: string
  /** The rows are those of the question before. */
  readonly stale: boolean
  readonly error: unknown
  readonly retry: () => void
  readonly firstRows: readonly Feature[]
}

/** Pages around what is in view are read as they come into view; those once read stay until the layer changes. */
export function useRows(layer: string, asked: string, from: number, to: number): Rows {
  const first = useQuery(firstPageQuery(layer, asked))
  const answered = first.data !== undefined && !first.isPlaceholderData
  const [shown, setShown] = useState(asked)
  if (answered && shown !== asked) setShown(asked)

  const pages = pagesIn(from, to)
  const read = useQueries({ queries: pages.map((page) => pageQuery(layer, shown, page)) })
  const rowAt = (index: number) => {
    const page = Math.floor(index / PAGE_ROWS)
    const data = read[pages.indexOf(page)]?.data ?? (page === 0 ? first.data : undefined)
    return data?.features[index - page * PAGE_ROWS]
  }
  const failed = [first, ...read].find((query) => query.error && query.data === undefined)
  return {
    total: first.data?.numberMatched,
    rowAt,
    search: shown,
    stale: first.isPlaceholderData,
    error: failed?.error,
    retry: () => void (failed ?? first).refetch(),
    firstRows: first.data?.features ?? [],
  }
}

const pagesIn = (from: number, to: number): readonly number[] => {
  const first = Math.floor(from / PAGE_ROWS)
  const last = Math.floor(Math.max(from, to) / PAGE_ROWS)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
