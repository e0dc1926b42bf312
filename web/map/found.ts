import { create } from 'zustand'

const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

/** What the open list at the side is about, drawn on the map for as long as the list is there. */
export const useFoundShapes = create<{ readonly shapes: GeoJSON.FeatureCollection }>(() => ({ shapes: NOTHING }))

/** @returns takes it off the map again, unless something else has taken its place */
export function showFound(features: readonly GeoJSON.Feature[]): () => void {
  const shapes: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [...features] }
  useFoundShapes.setState({ shapes })
  return () => {
    if (useFoundShapes.getState().shapes === shapes) useFoundShapes.setState({ shapes: NOTHING })
  }
}
