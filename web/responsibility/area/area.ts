import { create } from 'zustand'
import { useConsole } from '../../state/store.ts'
import type { Selection } from '../../state/url.ts'

export const DRAWING_MODES = ['polygon', 'rectangle', 'circle'] as const
export type DrawingMode = (typeof DRAWING_MODES)[number]
export type AreaTool = DrawingMode | 'pick'

export interface Drawn {
  readonly mode: DrawingMode
  readonly geometry: GeoJSON.Polygon
}

/** The server refuses more. */
export const MAXIMUM_PICKED = 500

/** The area that is asked about: drawn, or put together from areas that there are, never both. */
export interface AreaState {
  /** What the clicks on the map do just now. */
  readonly tool: AreaTool | null
  readonly drawn: Drawn | null
  readonly picked: readonly Selection[]
  /** The layer that picking takes from; null is the smallest area under the click. */
  readonly pickLayer: string | null
  /** What is being drawn or dragged, before it is let go. */
  readonly stroke: GeoJSON.Polygon | null
  /** The layer whose features in the area are listed. */
  readonly listed: string | null

  take: (tool: AreaTool | null) => void
  draw: (drawn: Drawn) => void
  toggle: (key: Selection) => void
  pickFrom: (layer: string | null) => void
  follow: (stroke: GeoJSON.Polygon | null) => void
  list: (layer: string | null) => void
  clear: () => void
}

export const useArea = create<AreaState>()((set) => ({
  tool: null,
  drawn: null,
  picked: [],
  pickLayer: null,
  stroke: null,
  listed: null,

  take: (tool) => set({ tool, stroke: null }),
  draw: (drawn) => set({ drawn, picked: [], tool: null, stroke: null }),
  toggle: (key) =>
    set(({ picked }) => {
      const without = picked.filter((one) => one.layer !== key.layer || one.id !== key.id)
      const isNew = without.length === picked.length
      return { picked: isNew && picked.length < MAXIMUM_PICKED ? [...picked, key] : without, drawn: null }
    }),
  pickFrom: (pickLayer) => set({ pickLayer }),
  follow: (stroke) => set({ stroke }),
  list: (listed) => set({ listed }),
  clear: () => set({ drawn: null, picked: [], stroke: null, listed: null, tool: null }),
}))

// Whoever turns to something else gets the map back; what was drawn stays.
useConsole.subscribe(({ workspace, side }) => {
  const isHere = workspace === 'responsibility' && side === 'area'
  if (!isHere && useArea.getState().tool) useArea.getState().take(null)
})
