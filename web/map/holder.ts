import type { Map as MapLibre } from 'maplibre-gl'
import { create } from 'zustand'
import type { Position } from '../api/types.ts'
import type { Spot } from '../state/store.ts'

/** The living map and what moves with it, for the parts of the console that stand around it. Changes with every frame of a
 *  gesture, so it is kept apart from the console's own state. */
export interface MapHolder {
  /** Null before the style is loaded, and while the map is made anew. */
  readonly map: MapLibre | null
  readonly pointer: Position | null
  /** Where the map looks just now, also in the middle of a gesture. */
  readonly camera: { readonly center: Position; readonly zoom: number; readonly bearing: number; readonly pitch: number } | null
  readonly tilesFailed: boolean
  /** A tool that has the map for itself takes every click, and looking at features rests. */
  readonly tool: ((spot: Spot) => void) | null
  /** Symbols of a workspace's own, which come before features: takes what is at a place of the map and says whether there was something. */
  readonly own: ((point: { readonly x: number; readonly y: number }, isClick: boolean) => boolean) | null
  /** Layers that a workspace draws by itself just now, as they are going to be. */
  readonly replaced: readonly string[]
}

export const useMapHolder = create<MapHolder>()(() => ({
  map: null,
  pointer: null,
  camera: null,
  tilesFailed: false,
  tool: null,
  own: null,
  replaced: [],
}))
