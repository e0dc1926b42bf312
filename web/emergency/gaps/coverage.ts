import { queryOptions } from '@tanstack/react-query'
import { create } from 'zustand'
import { getJson } from '../../api/client.ts'

export const COVERAGE_KINDS = ['hydrants', 'main_roads', 'roads', 'shelters', 'garbage'] as const
export type CoverageKind = (typeof COVERAGE_KINDS)[number]

export interface CoverageFeature extends GeoJSON.Feature {
  readonly id: number
  readonly properties: Readonly<Record<string, string | number | null>>
}

export interface Coverage {
  readonly at: string
  readonly totals: Readonly<Record<string, number>>
  readonly thresholds: Readonly<
    Record<string, { readonly value: number; readonly unit: string; readonly source: string; readonly edition: string }>
  >
  readonly lists: Readonly<
    Record<
      'cells' | 'dwellings' | 'roads',
      { readonly matched: number; readonly features: readonly CoverageFeature[] } | undefined
    >
  >
  readonly shelters?: readonly {
    readonly id: number
    readonly name: string
    readonly capacity: number | null
    readonly population_in_reach: number
    readonly population_assigned: number
    readonly population_without_room: number
  }[]
}

export const useCoverage = create<{ readonly kind: CoverageKind; readonly territory: string | null }>(() => ({
  kind: 'hydrants',
  territory: null,
}))

export const coverageQuery = (kind: CoverageKind, territory: string | null) =>
  queryOptions({
    queryKey: ['emergency', 'coverage', kind, territory],
    queryFn: ({ signal }) =>
      getJson<Coverage>(`/api/emergency/coverage?${new URLSearchParams({ kind, territory: territory! })}`, signal),
    enabled: territory !== null,
  })

/** For each kind: what is counted beyond, of what, in which unit. */
export const FACTS: Readonly<
  Record<CoverageKind, readonly (readonly [beyond: string, all: string, unit: 'm2' | 'm' | 'people' | 'households'])[]>
> = {
  hydrants: [
    ['cells_beyond_m2', 'cells_m2', 'm2'],
    ['population_beyond', 'population', 'people'],
    ['households_beyond', 'households', 'households'],
  ],
  main_roads: [['roads_beyond_m', 'roads_m', 'm']],
  roads: [['roads_beyond_m', 'roads_m', 'm']],
  shelters: [
    ['population_beyond', 'population', 'people'],
    ['population_without_room', 'population', 'people'],
  ],
  garbage: [
    ['households_beyond', 'households', 'households'],
    ['households_beyond_strict', 'households', 'households'],
  ],
}
