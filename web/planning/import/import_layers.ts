import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { FONT, FONT_BOLD } from '../../symbols/layer_style.ts'
import { PALETTES, type Theme } from '../../symbols/palette.ts'
import { PLAN_COLORS } from '../map/plan_layers.ts'
import { colorOf, PATTERNS, type PatternName } from './patterns.ts'

export const GRIDS = 'import-grids'
export const NAMES = 'import-names'
/** Cells that no grid would have. */
export const OPEN = 'import-open'
export const FINDINGS = 'import-findings'
/** Where findings are, also when they are too small to be seen. */
export const PLACES = 'import-places'
export const IMPORT_SOURCES = [GRIDS, NAMES, OPEN, FINDINGS, PLACES] as const

export const imageOf = (name: PatternName, theme: Theme): string => `import-pattern|${name}|${theme}`

/** Pale, and apart in lightness as well as in colour. */
const FILLS: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#7fb7d6', '#f3c98b', '#9fcf9a', '#cdb1e0', '#ece28f', '#e7a9a0'],
  dark: ['#2f6f92', '#94682a', '#3f7f45', '#6f4d8c', '#86802f', '#8f4c45'],
}

const round = { 'line-join': 'round', 'line-cap': 'round' } as const
const isCurrent: ExpressionSpecification = ['==', ['get', 'current'], true]
const isSettled: ExpressionSpecification = ['==', ['get', 'within'], true]

const byKind = (theme: Theme): ExpressionSpecification =>
  ['match', ['get', 'kind'], ...PATTERNS.flatMap((name) => [name, colorOf(name, theme)]), colorOf('no_cell_grid', theme)] as never

/** The grids as they would be, cells without one, and what was found: hatched by kind, outlined; slivers that are settled thin. */
export function importLayers(theme: Theme): LayerSpecification[] {
  return [...gridLayers(theme), ...findingLayers(theme)]
}

function gridLayers(theme: Theme): LayerSpecification[] {
  const { halo } = PALETTES[theme]
  const { border } = PLAN_COLORS[theme]
  const hues = FILLS[theme].flatMap((color, index) => [index, color])
  // Levels above the lowest: the higher, the wider.
  const width = (extra: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    11,
    ['+', extra * 0.4, 0.6, ['*', 0.8, ['get', 'above']]],
    16,
    ['+', extra, 1.8, ['*', 2.2, ['get', 'above']]],
  ] // prettier-ignore
  return [
    {
      id: 'import/grids',
      type: 'fill',
      source: GRIDS,
      filter: ['==', ['get', 'above'], 0],
      paint: { 'fill-color': ['match', ['get', 'hue'], ...hues, '#999999'] as never, 'fill-opacity': 0.5 },
    },
    {
      id: 'import/open',
      type: 'fill',
      source: OPEN,
      paint: { 'fill-pattern': imageOf('no_cell_grid', theme) },
    },
    {
      id: 'import/open-edge',
      type: 'line',
      source: OPEN,
      paint: { 'line-color': colorOf('no_cell_grid', theme), 'line-width': 1.2, 'line-dasharray': [3, 2] },
    },
    {
      id: 'import/casing',
      type: 'line',
      source: GRIDS,
      layout: round,
      paint: { 'line-color': halo, 'line-width': width(1.8), 'line-opacity': 0.75 },
    },
    {
      id: 'import/borders',
      type: 'line',
      source: GRIDS,
      layout: { ...round, 'line-sort-key': ['-', 10, ['get', 'above']] },
      paint: { 'line-color': border, 'line-width': width(0) },
    },
  ]
}

function findingLayers(theme: Theme): LayerSpecification[] {
  const { halo, label, select, selectCasing } = PALETTES[theme]
  return [
    {
      id: 'import/findings',
      type: 'fill',
      source: FINDINGS,
      filter: ['!', isSettled],
      paint: { 'fill-pattern': ['concat', 'import-pattern|', ['get', 'kind'], `|${theme}`] },
    },
    {
      id: 'import/findings-edge',
      type: 'line',
      source: FINDINGS,
      layout: round,
      paint: {
        'line-color': byKind(theme),
        'line-width': ['case', isSettled, 1.2, 2.2],
        'line-opacity': ['case', isSettled, 0.8, 1],
      },
    },
    {
      id: 'import/current-edge',
      type: 'line',
      source: FINDINGS,
      filter: isCurrent,
      layout: round,
      paint: { 'line-color': selectCasing, 'line-width': 6.5 },
    },
    {
      id: 'import/current',
      type: 'line',
      source: FINDINGS,
      filter: isCurrent,
      layout: round,
      paint: { 'line-color': select, 'line-width': 3.6 },
    },
    {
      id: 'import/names',
      type: 'symbol',
      source: NAMES,
      minzoom: 12,
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 12, 'text-max-width': 9 },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    },
    {
      id: 'import/places',
      type: 'circle',
      source: PLACES,
      layout: { 'circle-sort-key': ['case', isCurrent, 1, ['-', ['get', 'number']]] },
      paint: {
        'circle-radius': ['case', isCurrent, 11, 9],
        'circle-color': ['case', isCurrent, select, halo],
        'circle-stroke-color': ['case', isCurrent, selectCasing, byKind(theme)],
        'circle-stroke-width': 2.2,
      },
    },
    {
      id: 'import/numbers',
      type: 'symbol',
      source: PLACES,
      layout: {
        'text-field': ['to-string', ['get', 'number']],
        'text-font': FONT_BOLD,
        'text-size': 10.5,
        // Of several in one place the first has its number.
        'symbol-sort-key': ['case', isCurrent, -1, ['get', 'number']],
      },
      paint: { 'text-color': ['case', isCurrent, selectCasing, byKind(theme)] },
    },
  ]
}

/** Over everything else on the map: names find room first, and nothing hides what has to be looked at. */
export const isOnTop = (layer: LayerSpecification): boolean =>
  'source' in layer && (layer.source === NAMES || layer.source === PLACES)
