import type { LayerSpecification } from 'maplibre-gl'
import type { Layer } from '#geodata/layers/index.ts'
import { darker } from './colors.ts'
import { byChoice, colorByChoice, dashByChoice, rankByChoice, titleText, widthByZoom } from './expressions.ts'
import { common, FONT, type LayerStyleInput, visibility } from './layer_style.ts'
import { letteringOf, PALETTES } from './palette.ts'

type Stops = readonly (readonly [number, number])[]

const ROAD_STOPS: Stops = [
  [8, 0.25],
  [11, 0.5],
  [14, 1.1],
  [16, 2],
  [19, 6],
]
const RIVER_STOPS: Stops = [
  [8, 0.55],
  [10, 0.85],
  [12, 1.05],
  [15, 1.5],
  [19, 5],
]
const OTHER_STOPS: Stops = [
  [9, 0.6],
  [13, 1],
  [17, 1.5],
  [20, 2],
]

const stopsOf = ({ id }: Layer): Stops => (id === 'roads' ? ROAD_STOPS : id === 'rivers' ? RIVER_STOPS : OTHER_STOPS)

/** Lines of the ground (rivers, roads) have an edge of their own colour; lines of a theme a white one that lifts them off it. */
export function lineLayers(input: LayerStyleInput): LayerSpecification[] {
  const { layer, visible, opacity, theme } = input
  const { symbol } = layer
  if (symbol.kind !== 'line') return []
  const isRoad = layer.id === 'roads'
  const stops = stopsOf(layer)
  const width = byChoice(layer, (style) => style.width, symbol.width)
  const color = colorByChoice(layer, theme)
  const { roadCasing, halo } = PALETTES[theme]
  const edge = !isRoad
    ? halo
    : theme === 'dark'
      ? roadCasing
      : byChoice(layer, (style) => style.color && roadEdge(style.color), roadCasing)
  const dash = dashByChoice(layer)
  const rank = rankByChoice(layer)
  const layout = {
    visibility: visibility(visible),
    'line-join': 'round' as const,
    'line-cap': (dash ? 'butt' : 'round') as 'butt' | 'round',
    ...(rank && { 'line-sort-key': rank as never }),
  }
  const core: LayerSpecification = {
    ...common(input, 'line'),
    type: 'line',
    layout,
    paint: {
      'line-color': color as string,
      'line-width': widthByZoom(width, stops),
      'line-opacity': opacity,
      ...(dash && { 'line-dasharray': dash as never }),
    },
  }
  if (layer.id === 'rivers') return [core]
  const casing: LayerSpecification = {
    ...common(input, 'casing'),
    type: 'line',
    layout: { ...layout, 'line-cap': 'butt' },
    paint: {
      'line-color': edge as string,
      'line-width': widthByZoom(width, stops, isRoad ? 1.3 : 2.6),
      'line-opacity': (isRoad ? 1 : 0.85) * opacity,
    },
  }
  return [casing, core]
}

const roadEdge = (color: string) => (color === '#ffffff' ? '#bdb6a5' : darker(color, 0.3))

/** Names along the line. */
export function lineLabels(input: LayerStyleInput): LayerSpecification[] {
  const { layer, visible, opacity, language, theme } = input
  const { symbol } = layer
  const { halo, labelRoad, labelWater } = PALETTES[theme]
  if (symbol.kind !== 'line') return []
  const isWater = layer.group === 'water'
  const rank = rankByChoice(layer)
  return [
    {
      ...common(input, 'label'),
      type: 'symbol',
      minzoom: layer.labelFrom,
      layout: {
        visibility: visibility(visible),
        'symbol-placement': 'line',
        'symbol-spacing': 380,
        'text-field': titleText(layer, language),
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 11, 17, 13],
        'text-letter-spacing': isWater && language !== 'en' ? 0.18 : 0.04,
        'text-max-angle': 32,
        'text-padding': 6,
        ...(rank && { 'symbol-sort-key': ['-', 0, rank] as never }),
      },
      paint: {
        'text-color': layer.id === 'roads' ? labelRoad : isWater ? labelWater : letteringOf(symbol, theme),
        'text-halo-color': halo,
        'text-halo-width': isWater ? 2 : 1.4,
        'text-opacity': opacity,
      },
    },
  ]
}
