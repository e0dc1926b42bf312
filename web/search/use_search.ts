import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { searchQuery } from '../api/queries.ts'
import type { SearchResult } from '../api/types.ts'
import { useMapHolder } from '../map/holder.ts'
import { type Reading, readPlaces } from './readings.ts'

/** Long enough that a word typed without pausing is asked for once. */
const PAUSE_MS = 180

export type Answer = ({ readonly kind: 'coordinates' } & Reading) | { readonly kind: 'feature'; readonly result: SearchResult }

export interface Search {
  readonly answers: readonly Answer[]
  readonly busy: boolean
  readonly error: unknown
}

/** Coordinates are recognised here and at once; everything else the server knows. */
export function useSearch(text: string): Search {
  const wanted = text.trim()
  const [settled] = useDebouncedValue(wanted, PAUSE_MS)
  const readings = readPlaces(wanted, useMapHolder.getState().camera?.center ?? null)
  const isPlace = readings.length > 0
  const { data, error, isFetching } = useQuery({ ...searchQuery(settled), placeholderData: keepPreviousData })
  if (!wanted) return { answers: [], busy: false, error: null }
  const found = (isPlace ? [] : (data ?? [])).map((result): Answer => ({ kind: 'feature', result }))
  return {
    answers: isPlace ? readings.map((reading): Answer => ({ kind: 'coordinates', ...reading })) : found,
    busy: !isPlace && (isFetching || settled !== wanted),
    error: isPlace ? null : error,
  }
}
