import { useQuery } from '@tanstack/react-query'
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { featureQuery } from '../api/queries.ts'
import { useConsole } from '../state/store.ts'
import { SELECTION } from '../symbols/selection_layers.ts'

/** Shows the selected feature in whole, whatever of it the tiles hold, and whether its layer is on or not. */
export function useSelectionShape(map: MapLibre | null): void {
  const selection = useConsole((state) => state.selection)
  const { data } = useQuery({ ...featureQuery(selection?.layer ?? '', selection?.id ?? 0), enabled: selection !== null })
  const geometry = selection ? (data?.geometry ?? null) : null

  useEffect(() => {
    void map?.getSource<GeoJSONSource>(SELECTION)?.setData({
      type: 'FeatureCollection',
      features: geometry ? [{ type: 'Feature', geometry, properties: {} }] : [],
    })
  }, [map, geometry])
}
