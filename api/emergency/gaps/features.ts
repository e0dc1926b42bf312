/** How answers about coverage are written: as GeoJSON for the map, which is the list as well. */
import type { Threshold } from '#geodata/emergency/index.ts'

export interface CoverageFeature {
  readonly type: 'Feature'
  readonly id: number
  readonly geometry: object
  readonly properties: Readonly<Record<string, unknown>>
}

/** How many there are, and as many of them as the limit lets through. */
export interface CoverageList {
  readonly matched: number
  readonly type: 'FeatureCollection'
  readonly features: readonly CoverageFeature[]
}

export interface Coverage {
  readonly thresholds: Readonly<Record<string, Threshold>>
  readonly totals: Readonly<Record<string, number>>
  /** By what they are of: cells, roads, dwellings. */
  readonly lists: Readonly<Record<string, CoverageList>>
}

export const featureOf = (id: number, geometry: object, properties: CoverageFeature['properties']): CoverageFeature => ({
  type: 'Feature',
  id,
  geometry,
  properties,
})

export const listOf = (features: readonly CoverageFeature[], limit: number, matched = features.length): CoverageList => ({
  matched,
  type: 'FeatureCollection',
  features: features.slice(0, limit),
})

export const pointOf = ({ longitude, latitude }: { readonly longitude: number; readonly latitude: number }) => ({
  type: 'Point',
  coordinates: [longitude, latitude],
})
