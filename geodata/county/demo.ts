/** What the generator hands over: one list of features per layer of the catalogue, and how grids are made of cells. */
import type { ElevationModel } from '../elevation/model.ts'
import type { DemoResponsibility } from './responsible/records.ts'

export type * from './responsible/records.ts'

export type Position = readonly [easting: number, northing: number]

/** GeoJSON's shapes, but in whole millimetres on the plane instead of degrees. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

export type Properties = Readonly<Record<string, string | number | boolean | null>>

export interface DemoFeature {
  readonly properties: Properties
  readonly geometry: Geometry | null
}

export interface DemoRule {
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'off'
  readonly minimum?: number
  readonly maximum?: number
  readonly source?: string
}

export interface Demo {
  /** CGCS2000 3° Gauss-Kruger zone of 114° E, false easting 500 km, in millimetres. */
  readonly srid: 920114
  readonly schemes: readonly {
    readonly id: string
    readonly name_zh: string
    readonly name_en: string
    /** Whether each grid stays in one community; they do, unless it is said. */
    readonly within_community?: boolean
    readonly levels: readonly { readonly level: number; readonly name_zh: string; readonly name_en: string }[]
    /** In the place of the standard ones. */
    readonly rules?: readonly DemoRule[]
  }[]
  /** By layer id. */
  readonly features: Readonly<Record<string, readonly DemoFeature[]>>
  /** The lie of the land; a flat place has none. */
  readonly elevation?: ElevationModel
  /** The cells of every grid of class A, by code. */
  readonly gridCells: readonly { readonly scheme: string; readonly grid_code: string; readonly cell_codes: readonly string[] }[]
  /** The river of which every segment is a part, both by code. */
  readonly riverSegments: readonly { readonly river_code: string; readonly segment_code: string }[]
  /** Who works there, and is responsible for what. */
  readonly responsibility?: DemoResponsibility
}

/** The day from which everything temporal in the demo holds. */
export const VALID_FROM = '2026-01-01'
