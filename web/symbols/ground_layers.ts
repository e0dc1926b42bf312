import type { LayerSpecification } from 'maplibre-gl'
import { visibility } from './layer_style.ts'
import { PALETTES, type Theme } from './palette.ts'

export const ELEVATION = 'elevation'

/** Our own base map's paper: the county on the colour of what lies around it. Land cover, rivers and roads are catalogue layers above it. */
export function paperLayers(visible: boolean, theme: Theme): LayerSpecification[] {
  const { outside, county } = PALETTES[theme]
  return [
    { id: 'ground/background', type: 'background', paint: { 'background-color': outside } },
    {
      id: 'ground/county',
      type: 'fill',
      source: 'ground',
      'source-layer': 'administrative_areas',
      filter: ['==', ['get', 'level'], 'county'],
      layout: { visibility: visibility(visible) },
      paint: { 'fill-color': county },
    },
  ]
}

/** Light from the north-west, as on printed maps; fainter where the map is about doors and not about hills. */
export function reliefLayers(visible: boolean, theme: Theme): LayerSpecification[] {
  const { reliefShadow, reliefLight } = PALETTES[theme]
  const strength = theme === 'light' ? 1 : 1.15
  return [
    {
      id: 'ground/relief',
      type: 'hillshade',
      source: ELEVATION,
      layout: { visibility: visibility(visible) },
      paint: {
        'hillshade-exaggeration': [
          'interpolate',
          ['linear'],
          ['zoom'],
          8,
          0.55 * strength,
          11,
          0.42 * strength,
          14,
          0.3 * strength,
          17,
          0.12 * strength,
        ],
        'hillshade-illumination-direction': 315,
        'hillshade-illumination-anchor': 'map',
        'hillshade-shadow-color': reliefShadow,
        'hillshade-highlight-color': reliefLight,
        'hillshade-accent-color': reliefShadow,
      },
    },
  ]
}
