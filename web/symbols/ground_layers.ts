import type { LayerSpecification } from 'maplibre-gl'
import { GROUND, LAND } from './ground.ts'

/** The land in pale tints from this zoom; further out the cells would be too many for what they tell. */
export const LAND_FROM = 11

/** Our own base map's paper: the county on a darker ground, tinted by land use. Rivers and roads are catalogue layers above it. */
export function groundLayers(visible: boolean, landSource: string): LayerSpecification[] {
  const visibility = visible ? ('visible' as const) : ('none' as const)
  return [
    { id: 'ground/background', type: 'background', paint: { 'background-color': GROUND.outside } },
    {
      id: 'ground/county',
      type: 'fill',
      source: 'ground',
      'source-layer': 'administrative_areas',
      filter: ['==', ['get', 'level'], 'county'],
      layout: { visibility },
      paint: { 'fill-color': GROUND.county },
    },
    {
      id: 'ground/land',
      type: 'fill',
      source: landSource,
      'source-layer': 'unit_cells',
      minzoom: LAND_FROM,
      layout: { visibility },
      paint: {
        'fill-color': ['match', ['get', 'land_use'], ...Object.entries(LAND).flat(), GROUND.county] as never,
        'fill-antialias': false,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], LAND_FROM, 0, LAND_FROM + 1, 1],
      },
    },
  ]
}
