import type { LayerSpecification } from 'maplibre-gl'
import { common, FONT_BOLD, type LayerStyleInput, visibility } from './layer_style.ts'

/** Road numbers as on the signs beside Chinese roads: green for motorways, red, yellow and white for national, provincial and county roads. */
export const ROAD_SIGNS: Readonly<Record<string, { readonly ground: string; readonly ink: string }>> = {
  motorway: { ground: '#1f7a4d', ink: '#ffffff' },
  national: { ground: '#b3352a', ink: '#ffffff' },
  provincial: { ground: '#f3c846', ink: '#2b2410' },
  county: { ground: '#ffffff', ink: '#2b2410' },
}

export const SHIELD = 'shield'
/** Road numbers are one letter and up to four digits; what else stands in `code` is a register's number. */
const LONGEST_NUMBER = 6

export function roadShields(input: LayerStyleInput): LayerSpecification[] {
  const { layer, visible, opacity } = input
  if (layer.id !== 'roads') return []
  const inks = Object.entries(ROAD_SIGNS).flatMap(([value, { ink }]) => [value, ink])
  return [
    {
      ...common(input, 'shield'),
      type: 'symbol',
      minzoom: 10.5,
      filter: [
        'all',
        ['has', 'code'],
        ['<=', ['length', ['get', 'code']], LONGEST_NUMBER],
        ['in', ['get', 'class'], ['literal', Object.keys(ROAD_SIGNS)]],
      ],
      layout: {
        visibility: visibility(visible),
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['get', 'code'],
        'text-font': FONT_BOLD,
        'text-size': 9.5,
        'text-rotation-alignment': 'viewport',
        'icon-rotation-alignment': 'viewport',
        'icon-image': ['concat', `${SHIELD}|`, ['get', 'class']],
        'icon-text-fit': 'both',
        'icon-text-fit-padding': [1, 3, 1, 3],
        'text-padding': 24,
      },
      paint: {
        'text-color': ['match', ['get', 'class'], ...inks, '#2b2410'] as never,
        'icon-opacity': opacity,
        'text-opacity': opacity,
      },
    },
  ]
}
