import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { searchQuery } from '../api/queries.ts'
import type { Position, SearchResult } from '../api/types.ts'
import { readCoordinates } from './coordinates.ts'

/** Long enough that a word typed without pausing is asked for once. */
const PAUSE_MS = 180

export type Answer =
  | { readonly kind: 'coordinates'; readonly position: Position }
  | { readonly kind: 'feature'; readonly result: SearchResult }

export interface Search {
  readonly answers: readonly Answer[]
  readonly busy: boolean
  readonly error: unknown
}

/** Coordinates are recognised here and at once; everything else the server knows. */
export function useSearch(text: string): Search {
  const wanted = text.trim()
  const [settled] = useDebouncedValue(wanted, PAUSE_MS)
  const position = readCoordinates(wanted)
  const { data, error, isFetching } = useQuery({ ...searchQuery(settled), placeholderData: keepPreviousData })
  if (!wanted) return { answers: [], busy: false, error: null }
  const found = (position ? [] : (data ?? [])).map((result): Answer => ({ kind: 'feature', result }))
  return {
    answers: position ? [{ kind: 'coordinates', position }] : found,
    busy: !position && (isFetching || settled !== wanted),
    error: position ? null : error,
  }
}
