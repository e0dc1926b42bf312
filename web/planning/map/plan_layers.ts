import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { FONT, FONT_BOLD } from '../../symbols/layer_style.ts'
import { PALETTES, type Theme } from '../../symbols/palette.ts'

export const CELLS = 'plan-cells'
export const GRIDS = 'plan-grids'
export const NAMES = 'plan-names'
/** What the movement of the hand would change. */
export const PREVIEW = 'plan-preview'
/** The stroke, handles, and what the pointer has been drawn to. */
export const HAND = 'plan-hand'
export const PLAN_SOURCES = [CELLS, GRIDS, NAMES, PREVIEW, HAND] as const

interface PlanColors {
  readonly border: string
  readonly outOfBand: string
  readonly refused: string
  readonly now: string
  readonly won: string
  readonly lost: string
}

export const PLAN_COLORS: Readonly<Record<Theme, PlanColors>> = {
  light: { border: '#63358a', outOfBand: '#8a4b00', refused: '#b3261e', now: '#1763b0', won: '#12808a', lost: '#b35c00' },
  dark: { border: '#cfa3ee', outOfBand: '#f0b45c', refused: '#ff8a7d', now: '#7db8f2', won: '#5fc7cf', lost: '#f0a45c' },
}

const is = (property: string): ExpressionSpecification => ['==', ['get', property], true]
const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name]

/** Over everything else on the map: names find room before those of roads, and nothing hides the hand. */
export const isOnTop = (layer: LayerSpecification): boolean =>
  'source' in layer && (layer.source === NAMES || layer.source === HAND)

const round = { 'line-join': 'round', 'line-cap': 'round' } as const
const line = (id: string, source: string, filter: ExpressionSpecification, paint: object): LayerSpecification => ({
  id: `plan/${id}`,
  type: 'line',
  source,
  filter,
  layout: round,
  paint,
})

/** Cells thin, this scheme's grids strong, their parents' borders thick, what is no part of the plan faint. */
export function planLayers(theme: Theme): LayerSpecification[] {
  const { halo, outside, select, selectCasing } = PALETTES[theme]
  const colors = PLAN_COLORS[theme]
  // Levels above the lowest: the higher, the wider.
  const width = (extra: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    11,
    ['+', ['*', extra, 0.3], ['+', 0.25, ['*', 0.6, ['get', 'above']]]],
    13,
    ['+', ['*', extra, 0.7], ['+', 0.7, ['*', 1.1, ['get', 'above']]]],
    16,
    ['+', extra, 2.2, ['*', 2.4, ['get', 'above']]],
  ]
  return [
    {
      id: 'plan/outside',
      type: 'fill',
      source: CELLS,
      filter: ['!', is('inside')],
      paint: { 'fill-color': outside, 'fill-opacity': 0.72, 'fill-antialias': false },
    },
    {
      id: 'plan/chosen',
      type: 'fill',
      source: GRIDS,
      filter: is('chosen'),
      paint: { 'fill-color': select, 'fill-opacity': 0.13 },
    },
    {
      id: 'plan/locked',
      type: 'fill',
      source: GRIDS,
      filter: ['all', is('locked'), ['==', ['get', 'above'], 0]],
      paint: { 'fill-color': colors.border, 'fill-opacity': 0.14 },
    },
    {
      ...line('cells', CELLS, is('inside'), {
        'line-color': colors.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.35, 17, 0.9],
        'line-opacity': 0.55,
      }),
      minzoom: 13,
    } as LayerSpecification,
    line('casing', GRIDS, is('inside'), { 'line-color': halo, 'line-width': width(1.8), 'line-opacity': 0.75 }),
    {
      ...line('borders', GRIDS, ['has', 'above'], {
        'line-color': colors.border,
        'line-width': width(0),
        'line-opacity': ['case', is('inside'), 1, 0.3],
      }),
      layout: { ...round, 'line-sort-key': ['-', 10, ['get', 'above']] },
    } as LayerSpecification,
    line('chosen-edge', GRIDS, is('chosen'), { 'line-color': selectCasing, 'line-width': 5 }),
    line('chosen-line', GRIDS, is('chosen'), { 'line-color': select, 'line-width': 3 }),
    ...previewLayers(theme),
    ...nameLayers(theme),
    ...handLayers(theme),
  ]
}

/** Shapes with a `part`: what would move, of whom, and borders of before and after. */
export function previewLayers(theme: Theme): LayerSpecification[] {
  const { select, selectCasing } = PALETTES[theme]
  const { now, refused, won, lost } = PLAN_COLORS[theme]
  const fill = (name: string, color: string, opacity: number): LayerSpecification => ({
    id: `plan/preview-${name}`,
    type: 'fill',
    source: PREVIEW,
    filter: part(name),
    paint: { 'fill-color': color, 'fill-opacity': opacity },
  })
  return [
    fill('moving', select, 0.4),
    fill('won', won, 0.34),
    fill('lost', lost, 0.34),
    line('preview-edge', PREVIEW, part('outline'), { 'line-color': selectCasing, 'line-width': 4.5 }),
    line('preview-line', PREVIEW, part('outline'), { 'line-color': select, 'line-width': 2.6 }),
    line('preview-now', PREVIEW, part('now'), { 'line-color': now, 'line-width': 3 }),
    line('preview-then', PREVIEW, part('then'), { 'line-color': refused, 'line-width': 3, 'line-dasharray': [2, 1.4] }),
  ]
}

function nameLayers(theme: Theme): LayerSpecification[] {
  const { halo, label } = PALETTES[theme]
  const { outOfBand, border } = PLAN_COLORS[theme]
  const names = (id: string, above: ExpressionSpecification, zooms: object, size: number): LayerSpecification => ({
    id: `plan/names-${id}`,
    type: 'symbol',
    source: NAMES,
    filter: above,
    ...zooms,
    layout: {
      'text-field': [
        'format',
        ['get', 'name'],
        { 'font-scale': 1 },
        ['get', 'figure'],
        { 'font-scale': 0.86, 'text-color': ['case', ['==', ['get', 'out'], true], outOfBand, label] },
      ],
      'text-font': size > 12 ? FONT_BOLD : FONT,
      'text-size': size,
      'text-max-width': 9,
      'text-line-height': 1.25,
    },
    paint: { 'text-color': size > 12 ? border : label, 'text-halo-color': halo, 'text-halo-width': 1.6 },
  })
  return [
    names('low', ['==', ['get', 'above'], 0], { minzoom: 14 }, 12),
    names('high', ['==', ['get', 'above'], 1], { maxzoom: 14 }, 13),
  ]
}

/**
 * Each kind of snapping has its own glyph: a square is a vertex, a triangle the middle of an edge, a lying cross an edge, a diamond a road,
 * a wave a river, and a circle with a cross is where one of them crosses a border.
 */
const GLYPHS: ExpressionSpecification = [
  'match',
  ['get', 'kind'],
  'vertex',
  '□',
  'midpoint',
  '△',
  'road',
  '◇',
  'river',
  '≈',
  'crossing',
  '⊕',
  '✕',
]

function handLayers(theme: Theme): LayerSpecification[] {
  const { select, selectCasing, halo } = PALETTES[theme]
  const { refused } = PLAN_COLORS[theme]
  const color: ExpressionSpecification = ['case', is('refused'), refused, select]
  const dot = (
    id: string,
    filter: ExpressionSpecification,
    radius: number | ExpressionSpecification,
    fill: unknown,
    edge: number,
  ) => ({
    id: `plan/${id}`,
    type: 'circle' as const,
    source: HAND,
    filter,
    paint: {
      'circle-radius': radius,
      'circle-color': fill as string,
      'circle-stroke-color': selectCasing,
      'circle-stroke-width': edge,
    },
  })
  return [
    line('stroke-edge', HAND, part('stroke'), { 'line-color': selectCasing, 'line-width': 6 }),
    line('stroke', HAND, part('stroke'), { 'line-color': color, 'line-width': 3.4 }),
    line('closing', HAND, part('closing'), { 'line-color': color, 'line-width': 2.6, 'line-dasharray': [1.4, 1.6] }),
    dot('brush', part('brush'), ['get', 'radius'], 'transparent', 1.5),
    dot('place', part('place'), 4, select, 1.5),
    dot('midpoint', ['all', part('handle'), ['==', ['get', 'kind'], 'midpoint']], 3.2, select, 1),
    dot('vertex', ['all', part('handle'), ['==', ['get', 'kind'], 'vertex']], 5, halo, 2),
    dot('hot', part('hot'), 8, select, 2.5),
    // Where it is refused: a ring, so that what is the matter there stays to be seen.
    {
      id: 'plan/fault',
      type: 'circle',
      source: HAND,
      filter: part('fault'),
      paint: {
        'circle-radius': 13,
        'circle-color': refused,
        'circle-opacity': 0.16,
        'circle-stroke-color': refused,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'plan/snap',
      type: 'symbol',
      source: HAND,
      filter: part('snap'),
      layout: {
        'text-field': GLYPHS as never,
        'text-font': FONT_BOLD,
        'text-size': 19,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': selectCasing, 'text-halo-color': select, 'text-halo-width': 2 },
    },
  ]
}
