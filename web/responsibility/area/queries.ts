import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AreaAnswer } from '#api/areas/ask.ts'
import { sendJson } from '../../api/client.ts'
import type { Selection } from '../../state/url.ts'
import { RESPONSIBILITY } from '../queries.ts'
import type { AreaState } from './area.ts'
import type { ListedFeature } from './listed.ts'

export type { AreaAnswer }

export type AreaBody = { readonly geometry: GeoJSON.Polygon } | { readonly picked: readonly Selection[] }

/** Rows that one request brings: few where somebody scrolls, as many as the server gives where all are wanted. */
const PAGE = 100
const LARGEST_PAGE = 1000

/** Null where there is no area yet. */
export const bodyOf = ({ drawn, picked }: Pick<AreaState, 'drawn' | 'picked'>): AreaBody | null =>
  drawn ? { geometry: drawn.geometry } : picked.length > 0 ? { picked } : null

const ask = (body: AreaBody | null, day: string | null, more: object = {}) =>
  sendJson<AreaAnswer>('POST', '/api/areas/ask', { body: { ...body, ...(day && { at: day }), ...more } })

/** @param day `YYYY-MM-DD`; null is today */
export const areaQuery = (body: AreaBody | null, day: string | null) =>
  queryOptions({
    queryKey: [RESPONSIBILITY, 'area', body, day],
    queryFn: () => ask(body, day),
    enabled: body !== null,
    placeholderData: keepPreviousData,
  })

const askList = async (body: AreaBody | null, day: string | null, layer: string, offset: number, limit: number) =>
  (await ask(body, day, { layers: [layer], list: { layer, offset, limit } })).list!

export const areaListQuery = (body: AreaBody | null, day: string | null, layer: string) =>
  infiniteQueryOptions({
    queryKey: [RESPONSIBILITY, 'area-list', body, day, layer],
    queryFn: ({ pageParam }) => askList(body, day, layer, pageParam, PAGE),
    initialPageParam: 0,
    getNextPageParam: ({ offset, items, matched }) => (offset + items.length < matched ? offset + items.length : undefined),
    enabled: body !== null,
    placeholderData: keepPreviousData,
  })

/** Every feature of the layer in the area. @param progress gets how many have come, and of how many */
export async function readAllInside(
  body: AreaBody,
  day: string | null,
  layer: string,
  signal: AbortSignal,
  progress: (read: number, total: number) => void,
): Promise<readonly ListedFeature[]> {
  const all: ListedFeature[] = []
  for (;;) {
    const { items, matched } = await askList(body, day, layer, all.length, LARGEST_PAGE)
    signal.throwIfAborted()
    all.push(...items)
    progress(all.length, matched)
    if (items.length === 0 || all.length >= matched) return all
  }
}
