import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { byChoice, colorByChoice, dashByChoice, rankByChoice, type Value, widthByZoom } from './expressions.ts'
import { common, type LayerStyleInput, visibility } from './layer_style.ts'
import { PALETTES } from './palette.ts'
import { drawnFrom } from './scales.ts'

const STOPS = [
  [8, 0.35],
  [10, 0.55],
  [12, 0.85],
  [15, 1.15],
  [19, 1.6],
] as const

/** Borders of a higher level are wider. One scheme's levels nest, so weight is what tells them apart. */
const GRID_WEIGHTS: ExpressionSpecification = ['match', ['get', 'level'], 1, 1.6, 2, 1, 3, 0.6, 0.5]

/** Fills lie under all lines of the map. */
export function areaFills(input: LayerStyleInput): LayerSpecification[] {
  const { layer, visible, opacity, theme } = input
  const { symbol } = layer
  if (symbol.kind !== 'area') return []
  return [
    {
      ...common(input, 'fill'),
      type: 'fill',
      minzoom: drawnFrom(layer),
      layout: { visibility: visibility(visible) },
      paint: {
        'fill-color': colorByChoice(layer, theme) as string,
        'fill-opacity': symbol.opacity * opacity,
        'fill-antialias': false,
      },
    },
  ]
}

interface Band {
  /** In the colour of the border, not pale. */
  readonly own: boolean
  /** Pixels beyond the border's own width. */
  readonly extra: number
  readonly opacity: number | ExpressionSpecification
}

/** What lies under a border. Places have the soft band of paper maps, in the border's own colour, so that the road or river they
 *  follow stays visible; themes a pale casing that lifts them off the ground; cells nothing, they are the ground. */
const BANDS: Readonly<Record<string, Band>> = {
  administrative_areas: { own: true, extra: 5, opacity: ['match', ['get', 'level'], 'county', 0.16, 'town', 0.1, 0] },
  grids: { own: false, extra: 1.4, opacity: 0.4 },
  unit_cells: { own: true, extra: 0, opacity: 0 },
}
const THEME_BAND: Band = { own: false, extra: 2, opacity: 0.6 }

/** Borders lie over rivers and roads. */
export function areaBorders(input: LayerStyleInput): LayerSpecification[] {
  const { layer, visible, opacity, theme } = input
  const { symbol } = layer
  if (symbol.kind !== 'area' || layer.isGround) return []
  const isGrids = layer.id === 'grids'
  const plain = byChoice(layer, ({ width }) => width, symbol.width)
  const width: Value = isGrids ? ['*', plain as number, GRID_WEIGHTS] : plain
  const dash = dashByChoice(layer)
  const sortKey = isGrids ? (['-', 10, ['get', 'level']] as ExpressionSpecification) : rankByChoice(layer)
  const layout = {
    visibility: visibility(visible),
    'line-join': 'round' as const,
    ...(sortKey && { 'line-sort-key': sortKey as never }),
  }
  const minzoom = drawnFrom(layer)
  const band = BANDS[layer.id] ?? THEME_BAND
  const color = colorByChoice(layer, theme) as string
  return [
    {
      ...common(input, 'casing'),
      type: 'line',
      minzoom,
      layout,
      paint: {
        'line-color': band.own ? color : PALETTES[theme].halo,
        'line-width': widthByZoom(width, STOPS, band.extra),
        'line-opacity': typeof band.opacity === 'number' ? band.opacity * opacity : ['*', band.opacity, opacity],
      },
    },
    {
      ...common(input, 'border'),
      type: 'line',
      minzoom,
      layout,
      paint: {
        'line-color': color,
        'line-width': widthByZoom(width, STOPS),
        'line-opacity': opacity,
        ...(dash && { 'line-dasharray': dash as never }),
      },
    },
  ]
}
