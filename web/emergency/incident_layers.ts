/** The incident on the map: reach of hydrants, ways to the water, closed roads, numbers. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { FONT_BOLD } from '../symbols/layer_style.ts'
import { PALETTES, type Theme } from '../symbols/palette.ts'

export const INCIDENT = 'incident'

const WATER: Readonly<Record<Theme, string>> = { light: '#0b57b8', dark: '#7db4ff' }
const SHELTER: Readonly<Record<Theme, string>> = { light: '#15803d', dark: '#6fd08c' }
const FIRE: Readonly<Record<Theme, string>> = { light: '#b3261e', dark: '#ff8a7d' }

const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name]
const chosen: ExpressionSpecification = ['boolean', ['get', 'chosen'], false]

export function incidentLayers(theme: Theme): LayerSpecification[] {
  const { halo } = PALETTES[theme]
  const line = (id: string, name: string, paint: object): LayerSpecification => ({
    id: `incident/${id}`,
    type: 'line',
    source: INCIDENT,
    filter: part(name),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint,
  })
  return [
    {
      id: 'incident/reach',
      type: 'fill',
      source: INCIDENT,
      filter: part('reach'),
      paint: { 'fill-color': WATER[theme], 'fill-opacity': 0.08 },
    },
    line('reach-edge', 'reach', { 'line-color': WATER[theme], 'line-width': 1.2, 'line-dasharray': [2, 2] }),
    line('way-edge', 'way', { 'line-color': halo, 'line-width': ['case', chosen, 8, 5], 'line-opacity': 0.85 }),
    line('way', 'way', {
      'line-color': WATER[theme],
      'line-width': ['case', chosen, 5, 2.4],
      'line-opacity': ['case', chosen, 1, 0.65],
    }),
    line('straight', 'straight', {
      'line-color': WATER[theme],
      'line-width': ['case', chosen, 3.4, 1.8],
      'line-dasharray': [1.4, 1.8],
    }),
    line('closed-edge', 'closed', { 'line-color': halo, 'line-width': 8 }),
    line('closed', 'closed', { 'line-color': FIRE[theme], 'line-width': 5, 'line-dasharray': [1, 0.8] }),
    line('drawing', 'drawing', { 'line-color': FIRE[theme], 'line-width': 3, 'line-dasharray': [2, 1] }),
    {
      id: 'incident/number-ground',
      type: 'circle',
      source: INCIDENT,
      filter: ['any', part('water'), part('shelter'), part('corner')],
      paint: {
        'circle-radius': ['case', part('corner'), 4, chosen, 12, 10],
        'circle-color': ['match', ['get', 'part'], 'water', WATER[theme], 'shelter', SHELTER[theme], FIRE[theme]],
        'circle-stroke-color': halo,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'incident/number',
      type: 'symbol',
      source: INCIDENT,
      filter: ['any', part('water'), part('shelter')],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': FONT_BOLD,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': halo },
    },
  ]
}
