import { QueryClient, queryOptions } from '@tanstack/react-query'
import { getJson } from './client.ts'
import { Problem } from './problem.ts'
import type { Feature, FeatureCollection, SearchResult, ServerState } from './types.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The event stream says what changed; nothing needs asking again on a whim.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      // A refusal stays a refusal; a server that is away may come back.
      retry: (count, error) => count < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
    },
  },
})

export const stateQuery = queryOptions({
  queryKey: ['state'],
  queryFn: ({ signal }) => getJson<ServerState>('/api/state', signal),
})

/** Keys of everything about a layer begin with ['layer', id], so that a change of the layer can forget them all. */
export const featureQuery = (layer: string, id: number) =>
  queryOptions({
    queryKey: ['layer', layer, 'feature', id],
    queryFn: ({ signal }) => getJson<Feature>(`/api/collections/${layer}/items/${id}`, signal),
  })

/** How many features have this value: the server counts, one feature comes along unread. */
export const choiceCountQuery = (layer: string, field: string, value: string) =>
  queryOptions({
    queryKey: ['layer', layer, 'count', field, value],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ limit: '1', [field]: value })
      return (await getJson<FeatureCollection>(`/api/collections/${layer}/items?${query}`, signal)).numberMatched
    },
  })

export const searchQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ q: text, limit: '20' })
      return (await getJson<{ results: SearchResult[] }>(`/api/search?${query}`, signal)).results
    },
    enabled: text !== '',
  })

/** Forgets what was asked about these layers and topics; what is on screen is asked again at once. */
export function forgetLayers(layers: readonly string[]): void {
  const changed = new Set(layers)
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [kind, layer] }) =>
      kind === 'state' ||
      kind === 'search' ||
      (kind === 'layer' && changed.has(String(layer))) ||
      (kind === 'plans' && changed.has('plans')) ||
      // Water, shelters, roads and what stands in the way of them: few of these are open, and each must be true.
      kind === 'emergency' ||
      (kind === 'damage' && changed.has('damage')) ||
      (kind === 'cases' && (changed.has('cases') || changed.has('patrols'))) ||
      // What a segment owes and has depends on patrols, cases, samples and chiefs alike.
      kind === 'rivers' ||
      // Who is responsible changes with people, and with the areas that they are responsible for.
      kind === 'responsibility',
  })
}
