import { getJson } from './client.ts'
import { pagesOf } from './paging.ts'
import type { Feature, FeatureCollection } from './types.ts'

/** The most the server gives at once. */
const LARGEST = 10_000

/** Everything a question finds, so much at a time. */
export function readPages(layer: string, search: string, signal: AbortSignal | undefined, size = LARGEST) {
  return pagesOf((offset) => {
    const query = new URLSearchParams(search)
    query.set('limit', String(size))
    query.set('offset', String(offset))
    return getJson<FeatureCollection>(`/api/collections/${layer}/items?${query}`, signal)
  })
}

export async function readAll(layer: string, search: string, signal?: AbortSignal): Promise<readonly Feature[]> {
  const all: (readonly Feature[])[] = []
  for await (const { features } of readPages(layer, search, signal)) all.push(features)
  return all.flat()
}
