import type { LayerSpecification } from 'maplibre-gl'
import { FONT } from '../../symbols/layer_style.ts'
import { PALETTES, type Theme } from '../../symbols/palette.ts'
import { PLAN_COLORS, PREVIEW, previewLayers } from '../map/plan_layers.ts'

export const PAST = 'history-grids'
export const PAST_NAMES = 'history-names'
export const HISTORY_SOURCES = [PAST, PAST_NAMES, PREVIEW] as const

const ROUND = { 'line-join': 'round', 'line-cap': 'round' } as const

/** Grids of a day, and over them what differs between two. */
export function historyLayers(theme: Theme): LayerSpecification[] {
  const { halo, label } = PALETTES[theme]
  const { border } = PLAN_COLORS[theme]
  return [
    { id: 'history/fill', type: 'fill', source: PAST, paint: { 'fill-color': border, 'fill-opacity': 0.07 } },
    {
      id: 'history/casing',
      type: 'line',
      source: PAST,
      layout: ROUND,
      paint: { 'line-color': halo, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1.8, 16, 5], 'line-opacity': 0.75 },
    },
    {
      id: 'history/border',
      type: 'line',
      source: PAST,
      layout: ROUND,
      paint: { 'line-color': border, 'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.7, 16, 2.4] },
    },
    ...previewLayers(theme),
    {
      id: 'history/names',
      type: 'symbol',
      source: PAST_NAMES,
      minzoom: 12.5,
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12, 'text-max-width': 9 },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    },
  ]
}
