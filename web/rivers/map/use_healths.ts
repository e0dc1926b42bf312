import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { SegmentPage } from '#geodata/rivers/records.ts'
import { getJson } from '../../api/client.ts'
import { useSegments } from '../segments/scope.ts'
import { useRiversView } from '../view.ts'
import type { Healths } from './health_layers.ts'

const PAGE = 200
/** Beyond it the map would rather be quick: what is not known is drawn as such. */
const MOST = 3_000

/** How each segment of the territory stands; without a network, those of the list at least. */
export function useHealths(): Healths {
  const level = useRiversView((view) => view.level)
  const { rows } = useSegments()
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['rivers', 'healths', level],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ level, limit: String(PAGE), offset: String(pageParam) })
      return getJson<SegmentPage>(`/api/rivers/segments?${query}`, signal)
    },
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.length * PAGE
      return read < total && read < MOST ? read : undefined
    },
  })
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return useMemo(() => {
    const known = [...(data?.pages.flatMap(({ segments }) => segments) ?? []), ...(rows ?? [])]
    return new Map(known.map(({ id, health }) => [id, health]))
  }, [data, rows])
}
