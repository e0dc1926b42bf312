import { getJson } from './client.ts'
import type { Feature, FeatureCollection } from './types.ts'

/** The most the server gives at once. */
const LARGEST = 10_000

export interface Progress {
  readonly read: number
  readonly total: number
}

export class ChangedMeanwhile extends Error {}

/** Everything a question finds, page after page. Throws when the number found changes on the way: rows could be missing or twice. */
export async function* readPages(
  layer: string,
  search: string,
  signal: AbortSignal | undefined,
  size = LARGEST,
): AsyncGenerator<Progress & { readonly features: readonly Feature[] }> {
  let read = 0
  let expected: number | undefined
  do {
    const query = new URLSearchParams(search)
    query.set('limit', String(size))
    query.set('offset', String(read))
    const { features, numberMatched: total } = await getJson<FeatureCollection>(
      `/api/collections/${layer}/items?${query}`,
      signal,
    )
    expected ??= total
    if (total !== expected || (features.length === 0 && read < total)) throw new ChangedMeanwhile()
    read += features.length
    yield { features, read, total }
  } while (read < expected)
}

export async function readAll(layer: string, search: string, signal?: AbortSignal): Promise<readonly Feature[]> {
  const all: Feature[] = []
  for await (const { features } of readPages(layer, search, signal)) all.push(...features)
  return all
}
