import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { FONT_BOLD } from './layer_style.ts'
import { PALETTES, type Theme } from './palette.ts'

/** What an open list is about: findings of a kind, or all that a person is responsible for. Each has `mark`, a character that says why. */
export const FOUND = 'found'

/** Vermilion, which no layer of the catalogue uses for lines, and dashes, so that it is told without its colour, too. */
const COLOR: Readonly<Record<Theme, string>> = { light: '#b3261e', dark: '#ff8a7d' }

const is = (type: string): ExpressionSpecification => ['==', ['geometry-type'], type]

export function foundShapes(theme: Theme): LayerSpecification[] {
  const line = (id: string, paint: object): LayerSpecification => ({
    id: `found/${id}`,
    type: 'line',
    source: FOUND,
    filter: ['!', is('Point')],
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint,
  })
  return [
    {
      id: 'found/fill',
      type: 'fill',
      source: FOUND,
      filter: is('Polygon'),
      paint: { 'fill-color': COLOR[theme], 'fill-opacity': 0.13 },
    },
    line('edge', { 'line-color': PALETTES[theme].halo, 'line-width': 5, 'line-opacity': 0.9 }),
    line('dashes', { 'line-color': COLOR[theme], 'line-width': 2.6, 'line-dasharray': [2.2, 1.1] }),
  ]
}

/** Dots from afar, and from near what they mean. */
export function foundMarks(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'found/dot',
      type: 'circle',
      source: FOUND,
      filter: is('Point'),
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 3, 12, 5.5, 14, 9],
        'circle-color': COLOR[theme],
        'circle-stroke-color': PALETTES[theme].halo,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 1, 13, 2],
      },
    },
    {
      id: 'found/mark',
      type: 'symbol',
      source: FOUND,
      filter: is('Point'),
      minzoom: 13,
      layout: {
        'text-field': ['get', 'mark'],
        'text-font': FONT_BOLD,
        'text-size': 11,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': PALETTES[theme].halo },
    },
  ]
}
