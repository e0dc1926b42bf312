// What the server reads in a file of grids, would make of it, and makes.
import type { Position } from '../../api/types.ts'

export interface LevelNames {
  readonly name_zh: string
  readonly name_en: string
}

export interface NewScheme extends LevelNames {
  readonly id: string
  readonly within_community: boolean
  /** From the highest down. */
  readonly levels: readonly LevelNames[]
}

export interface Column {
  readonly name: string
  /** Rows with something in it. */
  readonly filled: number
  /** How many different values. */
  readonly distinct: number
  readonly samples: readonly string[]
}

export interface FileColumns {
  readonly levels: readonly (LevelNames & { readonly level: number })[]
  /** Its rows name cells that are on the map, and have no areas. */
  readonly is_table: boolean
  readonly rows: number
  readonly coordinate_system: string
  readonly file_findings: readonly { readonly code: string }[]
  readonly columns: readonly Column[]
}

/** Which column says what; null where none does. */
export interface ColumnChoice {
  /** From the highest level down. A null `key` on the lowest: each row is a grid of its own. */
  readonly levels: readonly { readonly key: string | null; readonly name: string | null }[]
  /** Of a table: which cell a row is about. */
  readonly cell: string | null
  readonly community: string | null
  readonly households: string | null
  readonly population: string | null
}

export interface ImportQuestion extends ColumnChoice {
  readonly territory_code: string
  readonly crs: string | null
  readonly tolerance_m: number
  /** Of the preview that was seen. */
  readonly digest?: string
}

/** In the order in which they are told. */
export const FINDING_KINDS = [
  'overlap',
  'gap',
  'outside',
  'multipart',
  'across_communities',
  'cell_cut',
  'invalid',
  'unreadable',
  'without_land',
  'without_grid',
  'unknown_cell',
  'cell_twice',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export interface ImportFinding {
  readonly kind: FindingKind
  /** As a person counts them in the file. */
  readonly rows: readonly number[]
  /** Whether it is a sliver within the tolerance, settled without asking. */
  readonly within: boolean
  readonly outcome: 'given' | 'open' | 'cut' | 'enclave' | 'apart' | 'whole_cells' | 'mended' | 'left_out'
  /** The row whose grid gets the land. */
  readonly to: number | null
  readonly area_m2: number | null
  readonly width_m: number | null
  readonly at: Position | null
  /** A code, or what PostGIS says of an area. */
  readonly reason: string | null
  readonly geometry: GeoJSON.Geometry | null
}

export interface PreviewGrid {
  readonly code: string
  readonly name: string
  /** 1 is the highest. */
  readonly level: number
  readonly cell_count: number
  readonly geometry: GeoJSON.MultiPolygon
}

export interface ImportResult {
  /** The cells that are there get grids as a whole; else cells are made of the file. */
  readonly keeps_cells: boolean
  readonly totals: Readonly<
    Partial<Record<FindingKind, { readonly count: number; readonly above: number; readonly area_m2: number }>>
  >
  /** Those to look at first, and not all where there are very many. */
  readonly findings: readonly ImportFinding[]
  /** From the highest level down. */
  readonly grids: readonly PreviewGrid[]
  readonly without_grid: readonly { readonly code: string; readonly area_m2: number; readonly geometry: GeoJSON.Geometry }[]
  readonly cells_added: number
  readonly grids_added: number
  readonly communities_added: number
  readonly digest: string
}
