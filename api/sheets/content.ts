/** What a sheet says and shows, as plain data that can be handed to the thread that draws it. */
import type { Language } from '../words/index.ts'
import type { Layout } from './layout.ts'
import type { Responsibility } from './list.ts'
import type { List } from './table.ts'

/** Polygons → rings → points, the last point of a ring being the first. In lattice units, from the map's south-west corner. */
export type Shape = readonly (readonly (readonly (readonly [number, number])[])[])[]
export type Lines = readonly (readonly (readonly [number, number])[])[]

/**
 * Everything on the map moves to one lattice of 0.05 mm on paper: finer than a printer's line, and what meets still meets. It is what
 * keeps a sheet small.
 */
export const LATTICE_MM = 0.05

export interface SheetGrid extends Responsibility {
  /** Null for a trade, and for what is too small to be drawn. */
  readonly shape: Shape | null
  /** Names for the map, the longest first: without what its place on the sheet says anyway. */
  readonly shortNames: readonly string[]
}

export interface SheetArea {
  readonly code: string
  readonly name: string
  readonly level: 'county' | 'town' | 'community'
  readonly shape: Shape
}

/** What every map lies on. */
export interface Terrain {
  readonly land: readonly { readonly kind: string; readonly shape: Shape }[]
  readonly roads: readonly {
    readonly class: string
    readonly name: string | null
    readonly name_en: string | null
    readonly lines: Lines
  }[]
  readonly rivers: readonly { readonly rank: string; readonly name: string | null; readonly lines: Lines }[]
}

export interface SheetMap extends Terrain {
  readonly area: SheetArea
  /** Around it, and those that it is made of. */
  readonly areas: readonly SheetArea[]
  readonly grids: readonly SheetGrid[]
}

/** What is said around a map, whatever it shows. */
export interface Plate {
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  readonly layout: Layout
  /** Central meridian of the plane, in degrees. */
  readonly meridian: number
  readonly approvalNumber: string | null
  readonly issuedBy: string | null
  /** Days, `YYYY-MM-DD`: when it was drawn, and for which day it holds. */
  readonly drawnOn: string
  readonly day: string
}

export interface SheetContent extends Plate {
  /** Names of the scheme's levels down to the one shown, from the first. */
  readonly levelNames: readonly string[]
  readonly map: SheetMap
  readonly list: List
}
