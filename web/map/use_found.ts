import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { FOUND } from '../symbols/found_layers.ts'
import { useFoundShapes } from './found.ts'

export function useFound(map: MapLibre | null): void {
  const shapes = useFoundShapes((state) => state.shapes)
  useEffect(() => {
    void map?.getSource<GeoJSONSource>(FOUND)?.setData(shapes)
  }, [map, shapes])
}
