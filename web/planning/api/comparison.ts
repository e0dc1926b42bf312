import { queryOptions } from '@tanstack/react-query'
import type { Measures } from '#geodata/planning/index.ts'
import { getJson } from '../../api/client.ts'

/** A draft knows what lies in its grids, a day who is responsible for them. */
export type ComparedMeasures = Partial<Measures & { readonly staff: number }>

export interface ComparedGrid {
  readonly id: string
  readonly code: string | null
  readonly name: string
  readonly name_en: string | null
  /** Where two days are compared: what it was called before. */
  readonly name_before?: string | null
  readonly name_en_before?: string | null
  readonly level: number
  readonly kind: 'new' | 'changed' | 'ended'
  readonly before: ComparedMeasures | null
  readonly after: ComparedMeasures | null
  readonly before_shape: GeoJSON.MultiPolygon | null
  readonly after_shape: GeoJSON.MultiPolygon | null
  readonly predecessors: readonly string[]
  readonly successors: readonly string[]
}

export type Choice = 'keep' | 'move' | 'split' | 'end' | 'copy' | 'vacant'

interface Side {
  readonly id: string
  readonly name: string
  readonly name_en: string | null
}

/** Things that one and the same change concerns, to be decided about together. */
export interface Group {
  readonly key: string
  readonly layer: string
  readonly from: Side | null
  readonly to: Side | null
  readonly count: number
  readonly objects: readonly { readonly id: number; readonly title: string }[]
  readonly choices: readonly Choice[]
  readonly decision: Choice
  /** Lines of which less than half goes to the other grid. */
  readonly partial?: boolean
}

export const comparisonQuery = (id: number) =>
  queryOptions({
    queryKey: ['plans', 'comparison', id],
    queryFn: async ({ signal }) => (await getJson<{ grids: ComparedGrid[] }>(`/api/plans/${id}/comparison`, signal)).grids,
  })

export const consequencesQuery = (id: number) =>
  queryOptions({
    queryKey: ['plans', 'consequences', id],
    queryFn: async ({ signal }) => (await getJson<{ groups: Group[] }>(`/api/plans/${id}/consequences`, signal)).groups,
  })
