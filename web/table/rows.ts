import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../api/client.ts'
import type { FeatureCollection } from '../api/types.ts'

export const PAGE_ROWS = 200

/** One page of rows. Its key begins like every key about the layer, so that a change of the layer forgets it. */
export const pageQuery = (layer: string, search: string, page: number) =>
  queryOptions({
    queryKey: ['layer', layer, 'rows', search, page],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams(search)
      query.set('limit', String(PAGE_ROWS))
      query.set('offset', String(page * PAGE_ROWS))
      return getJson<FeatureCollection>(`/api/collections/${layer}/items?${query}`, signal)
    },
  })

/** The first page and with it the number of rows; while a new question is on its way, those of the last one. */
export const firstPageQuery = (layer: string, search: string) => ({
  ...pageQuery(layer, search, 0),
  placeholderData: keepPreviousData,
})
