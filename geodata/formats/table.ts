/** What a file of features is made of, for every format that is written. */

export interface OutColumn {
  /** As the file calls it: letters, digits and `_`, at most ten, so that it fits into a Shapefile. */
  readonly name: string
  readonly type: 'text' | 'integer' | 'number'
}

export type OutValue = string | number | null

/** Polygons, each an outer ring and holes, closed, in degrees. */
export type OutPolygons = readonly (readonly (readonly (readonly [number, number])[])[])[]

export interface OutFeature {
  readonly polygons: OutPolygons | null
  /** One for each column. */
  readonly values: readonly OutValue[]
}

export interface OutTable {
  /** Of the layer in the file. */
  readonly name: string
  readonly columns: readonly OutColumn[]
  readonly features: readonly OutFeature[]
}
