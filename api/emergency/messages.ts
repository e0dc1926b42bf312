/** What the server and the thread that measures ways say to each other. */
import type { Reached } from '#geodata/emergency/index.ts'
import type { Closed, Position, RoadEdge, Travel } from '#geodata/network/index.ts'

/** Sets of places that are looked for: water for engines, and shelters, which are walked to. */
export const TRAVEL_TO = { water: 'drive', shelters: 'walk' } as const satisfies Readonly<Record<string, Travel>>
export type PlaceSet = keyof typeof TRAVEL_TO

export interface SetPoint {
  readonly position: Position
  /** A number of the set's own; how many of which are wanted, each question says. */
  readonly group: number
}

export interface WaysQuestion {
  readonly from: Position
  readonly closed: readonly Closed[]
  readonly sets: readonly {
    readonly set: PlaceSet
    readonly groups: readonly { readonly count: number; readonly limit_m: number }[]
    /** Points that belong to another group than their set says. */
    readonly regrouped: readonly (readonly [point: number, group: number])[]
  }[]
}

export interface WaysAnswer {
  /** Metres to the nearest road that is driven on; null without any road. */
  readonly off_road_m: number | null
  /** Whether it is near enough for ways along roads to mean something. */
  readonly on_road: boolean
  readonly sets: readonly {
    readonly reached: readonly Reached[]
    /** The same with all roads open; only where some are closed. */
    readonly without_closures?: readonly Reached[]
  }[]
}

/** Edges come in parts, so that neither side stops for long; the last part makes the network. */
export type ToThread =
  | { readonly kind: 'edges'; readonly first: boolean; readonly last: boolean; readonly edges: readonly RoadEdge[] }
  | { readonly kind: 'points'; readonly set: PlaceSet; readonly points: readonly SetPoint[] }
  | { readonly kind: 'ways'; readonly id: number; readonly question: WaysQuestion }
  /** How many edges each of these closes. */
  | { readonly kind: 'closing'; readonly id: number; readonly closed: readonly Closed[] }

export type FromThread =
  | { readonly id: number; readonly answer: WaysAnswer | readonly number[] }
  | { readonly id: number; readonly error: string }
