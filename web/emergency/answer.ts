/** What the server says about an incident (`GET /api/emergency/incident`). */
import type { Extent, Position } from '../api/types.ts'
import type { Entry } from '../offline/entry.ts'

export interface Mark {
  readonly id: number
  readonly mark: 'unusable' | 'usable' | 'full' | 'has_room'
  readonly note: string | null
  readonly account_name: string
  readonly received_at: string
  readonly clock_implausible: boolean
}

export interface CurrentMark extends Mark {
  readonly disagreement: readonly Mark[]
}

export interface Reached {
  readonly rank: number
  readonly id: number
  readonly point: Position
  readonly way: 'road' | 'straight'
  readonly distance_m: number
  readonly straight_m: number
  readonly line: readonly Position[] | null
  readonly roads: readonly string[]
  readonly mark: CurrentMark | null
  /** With every road open; null where it would not be listed; left out where no road is closed. */
  readonly without_closures?: { readonly rank: number; readonly distance_m: number } | null
  readonly properties: Readonly<Record<string, unknown>>
}

export interface Water extends Reached {
  readonly layer: 'hydrants' | 'water_sources'
  readonly hoses: number
  readonly reasons: readonly string[]
}

export interface Hazard {
  readonly id: number
  readonly name: string
  readonly kind: string
  readonly distance_m: number
}

export interface Shelter extends Reached {
  readonly hazards: readonly Hazard[]
}

export interface OfferedShelter extends Shelter {
  readonly room: number
  readonly assigned: number
  readonly figure_age_days: number | null
  readonly figure_is_old: boolean
  readonly within_service_distance: boolean
}

export interface Near extends Hazard {
  readonly people?: number | null
  readonly grade?: string | null
  readonly point: Position
}

export const WATER_STANDINGS = ['usable', 'unknown', 'unusable'] as const
export type WaterStanding = (typeof WATER_STANDINGS)[number]

export interface Incident {
  readonly at: string
  readonly position: Position
  readonly place: {
    readonly administrative_areas: readonly {
      readonly code: string
      readonly name: string
      readonly name_en: string | null
      readonly level: string
    }[]
    readonly grids: readonly { readonly scheme: string; readonly level: number; readonly code: string; readonly name: string }[]
  }
  readonly road: { readonly on_road: boolean; readonly off_road_m: number | null }
  readonly closures: readonly {
    readonly id: number
    readonly reason: string
    readonly account_name: string
    readonly since: string
  }[]
  readonly water: Readonly<Record<WaterStanding, readonly Water[]>>
  readonly shelters: {
    readonly people: number | null
    readonly placed: number
    readonly unplaced: number
    readonly search_m: number
    readonly offered: readonly OfferedShelter[]
    readonly unmeasured: readonly Shelter[]
    readonly excluded: readonly (Shelter & { readonly reasons: readonly string[] })[]
  }
  readonly hazards: readonly Hazard[]
  readonly within: {
    readonly radius_m: number
    readonly key_sites: readonly Near[]
    readonly hazard_zones: readonly Near[]
    readonly geohazard_points: readonly Near[]
    /** Left out for those who may not see it. */
    readonly residents?: { readonly dwellings: number; readonly households: number; readonly population: number }
  }
}

export interface RoadClosure {
  readonly id: number
  readonly geometry: GeoJSON.LineString | GeoJSON.MultiPolygon
  readonly reason: string
  readonly account_name: string
  readonly since: string
  readonly roads: number
}

/** What is asked about roads, at once or when there is a network again. */
export type ClosureBody =
  | { readonly action: 'close'; readonly geometry: GeoJSON.LineString; readonly reason: string }
  | { readonly action: 'open'; readonly closure: number; readonly reason: string }
export type ClosureEntry = Entry<ClosureBody, true>

export const extentAround = (points: readonly Position[]): Extent => [
  Math.min(...points.map(([x]) => x)),
  Math.min(...points.map(([, y]) => y)),
  Math.max(...points.map(([x]) => x)),
  Math.max(...points.map(([, y]) => y)),
]
