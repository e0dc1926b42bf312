/** An incident as it is printed: what was found out about the place, and the sheet that is made of it. */

import type { PointLook } from '#geodata/layers/look.ts'
import type { Plate } from '../../sheets/content.ts'
import type { Frame } from '../../sheets/store.ts'
import type { List } from '../../sheets/table.ts'
import type { Ground } from '../map/ground.ts'

/** Longitude and latitude in degrees. */
export type Position = readonly [number, number]

interface Found {
  /** Of its list, from 1: the number on the map. */
  readonly number: number
  /** What it is called: name or code. */
  readonly name: string
  readonly at: Position
  /** In words: a mark from the field, an old figure, a hazard zone it lies in. */
  readonly notes: readonly string[]
}

export interface IncidentWater extends Found {
  readonly layer: 'hydrants' | 'water_sources'
  readonly kind: string
  /** Metres along roads; null where there is no way. */
  readonly road_m: number | null
  readonly straight_m: number
  /** Lengths of hose for that distance. */
  readonly hoses: number
  readonly line: readonly Position[] | null
}

export interface IncidentUnknownWater extends IncidentWater {
  /** Why it can't be counted on, in words. */
  readonly why: string
}

export interface IncidentShelter extends Found {
  readonly status: string
  readonly walking_m: number | null
  readonly straight_m: number
  /** Null where nobody knows. */
  readonly room: number | null
}

export interface IncidentHazard {
  readonly name: string
  /** Of hazard zones. */
  readonly kind: string
  /** Null inside of it. */
  readonly distance_m: number | null
  /** Outer and inner rings of its polygons. */
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

/** A site or a geohazard point within the radius of the incident. */
export interface IncidentNeighbour {
  readonly layer: 'key_sites' | 'geohazard_points'
  readonly name: string
  readonly kind: string
  readonly distance_m: number
  /** In it, or threatened by it; null where nobody knows. */
  readonly people: number | null
}

export interface IncidentContact {
  readonly role: string
  readonly name: string
  readonly post: string | null
  /** Those that the printing visitor may see. */
  readonly telephones: readonly string[]
}

export interface IncidentClosure {
  readonly lines: readonly (readonly Position[])[]
  /** Names of the roads that it closes. */
  readonly road: string | null
  readonly reason: string | null
}

/** Everything in the language of the sheet. */
export interface IncidentSubject {
  readonly place: { readonly name: string; readonly at: Position }
  /** Moment, ISO 8601. */
  readonly time: string
  readonly water: readonly IncidentWater[]
  readonly unknown: readonly IncidentUnknownWater[]
  readonly shelters: readonly IncidentShelter[]
  /** To be sheltered, and how many of them find no room; null where nobody has said how many. */
  readonly people: { readonly wanted: number; readonly unplaced: number } | null
  readonly hazards: readonly IncidentHazard[]
  readonly around: {
    readonly radius_m: number
    /** Null for those who may not see them. */
    readonly residents: { readonly dwellings: number; readonly households: number; readonly population: number } | null
    /** The nearest first. */
    readonly neighbours: readonly IncidentNeighbour[]
  }
  /** Null for those who may not see who is in charge: the sheet then doesn't say that nobody is. */
  readonly responsible: readonly IncidentContact[] | null
  readonly closures: readonly IncidentClosure[]
}

/** Whole millimetres on the plane. */
export type PlanePoint = readonly [number, number]

export interface IncidentSymbol {
  readonly look: PointLook
  /** Number on the map: with a letter for those that can't be counted on (U) and shelters (S). */
  readonly label: string
  readonly at: PlanePoint
}

export interface IncidentSection {
  readonly heading: string
  readonly list: List
  /** Said instead of an empty list. */
  readonly none: string
}

export interface IncidentContent {
  readonly plate: Plate
  readonly frame: Frame
  readonly ground: Ground
  readonly place: PlanePoint
  /** The place in words: coordinates and the like. */
  readonly notes: readonly string[]
  readonly ways: readonly (readonly PlanePoint[])[]
  readonly closures: readonly (readonly PlanePoint[])[]
  readonly hazards: readonly { readonly kind: string; readonly polygons: readonly (readonly (readonly PlanePoint[])[])[] }[]
  readonly symbols: readonly IncidentSymbol[]
  /** Over the whole width. */
  readonly water: IncidentSection
  /** In two columns below it. */
  readonly sections: readonly IncidentSection[]
}
