import type { Words } from '#geodata/layers/index.ts'

/** West, south, east, north in degrees. */
export type Extent = readonly [number, number, number, number]
export type Position = readonly [longitude: number, latitude: number]

export interface LayerState {
  readonly version: string
  readonly count: number
  readonly extent: Extent | null
  readonly changed_at: string
}

export interface SchemeLevel {
  readonly level: number
  readonly name: Words
}

export interface Scheme {
  readonly id: string
  readonly name: Words
  readonly levels: readonly SchemeLevel[]
}

export interface BaseMap {
  readonly type: 'raster' | 'vector'
  readonly tiles: string
  readonly attribution: string
  readonly minimum_zoom: number
  readonly maximum_zoom: number
  readonly tile_size: number
}

export interface Elevation {
  readonly version: string
  readonly extent: Extent
}

/** What the server says about itself and its data at `/api/state`. */
export interface ServerState {
  readonly version: string
  readonly database: { readonly kind: 'embedded' | 'postgresql'; readonly postgresql: string; readonly postgis: string }
  readonly extent: Extent | null
  readonly layers: Readonly<Record<string, LayerState>>
  readonly schemes: readonly Scheme[]
  /** The heights that are known, for the hillshade. */
  readonly elevation: Elevation | null
  readonly base_map: BaseMap | null
  /** 审图号: the number under which a public map was approved. */
  readonly approval_number: string | null
}

export type Properties = Readonly<Record<string, unknown>>

export interface Feature {
  readonly type: 'Feature'
  readonly id: number
  readonly geometry: GeoJSON.Geometry | null
  readonly properties: Properties
  /** Attributes of the imported file that have no field of their own. */
  readonly source_properties?: Properties | null
}

export interface FeatureCollection {
  readonly type: 'FeatureCollection'
  readonly features: readonly Feature[]
  readonly numberMatched: number
  readonly numberReturned: number
}

export interface SearchResult {
  readonly layer: string
  readonly id: number
  readonly title: string
  /** Null where it has no English name. */
  readonly title_en: string | null
  readonly subtitle: string
  /** Null for a feature without a shape. */
  readonly point: Position | null
  readonly extent: Extent | null
}
