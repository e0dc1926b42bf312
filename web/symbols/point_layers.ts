import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { titleText } from './expressions.ts'
import type { Variant } from './image_names.ts'
import { both, common, FONT, FONT_BOLD, type LayerStyleInput, visibility } from './layer_style.ts'
import { stylingFields } from './look.ts'
import { PALETTES } from './palette.ts'
import { badgeFrom, drawnFrom } from './scales.ts'

const COUNT: ExpressionSpecification = ['coalesce', ['get', 'point_count'], 1]
const IS_MERGED: FilterSpecification = ['>', COUNT, 1]
const IS_SINGLE: FilterSpecification = ['<=', COUNT, 1]
/** 87, 1.2k */
const SHORT_COUNT: ExpressionSpecification = [
  'case',
  ['<', COUNT, 1000],
  ['to-string', COUNT],
  ['concat', ['to-string', ['/', ['round', ['/', COUNT, 100]], 10]], 'k'],
]

/** Single points as dots or badges; merged points as the layer's shape with their number instead of its character. */
export function pointLayers(input: LayerStyleInput): LayerSpecification[] {
  const { layer, visible, opacity } = input
  if (layer.symbol.kind !== 'point') return []
  const values = stylingFields(layer).map(({ name }): ExpressionSpecification => ['coalesce', ['get', name], ''])
  const image = (variant: Variant): ExpressionSpecification => [
    'concat',
    `${variant}|${layer.id}`,
    ...values.flatMap((value) => ['|', value]),
  ]
  const shared = {
    visibility: visibility(visible),
    // A point that exists is shown, however crowded the place; labels give way instead.
    'icon-allow-overlap': true,
    'icon-padding': 0,
  }
  return [
    {
      ...common({ ...input, filter: both(input.filter, IS_MERGED) }, 'merged'),
      type: 'symbol',
      minzoom: drawnFrom(layer),
      layout: {
        ...shared,
        'icon-image': `cluster|${layer.id}`,
        'icon-size': ['step', COUNT, 0.82, 10, 0.92, 100, 1.1, 1000, 1.3],
        'text-field': SHORT_COUNT,
        'text-font': FONT_BOLD,
        'text-size': ['step', COUNT, 10, 100, 10.5, 1000, 10.5],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'text-offset': layer.symbol.shape === 'triangle' ? [0, 0.28] : layer.symbol.shape === 'drop' ? [0, 0.2] : [0, 0.02],
        'symbol-sort-key': COUNT,
      },
      paint: { 'icon-opacity': opacity, 'text-color': '#ffffff', 'text-opacity': opacity },
    },
    {
      ...common({ ...input, filter: both(input.filter, IS_SINGLE) }, 'point'),
      type: 'symbol',
      minzoom: drawnFrom(layer),
      layout: {
        ...shared,
        'icon-image': ['step', ['zoom'], image('dot'), badgeFrom(layer), image('badge')],
        'icon-size': ['interpolate', ['linear'], ['zoom'], badgeFrom(layer), 0.8, badgeFrom(layer) + 2.5, 1],
      },
      paint: { 'icon-opacity': opacity },
    },
  ]
}

export function pointLabels(input: LayerStyleInput): LayerSpecification[] {
  const { layer, visible, opacity, language, theme } = input
  if (layer.symbol.kind !== 'point') return []
  const { label, halo } = PALETTES[theme]
  return [
    {
      ...common({ ...input, filter: both(input.filter, IS_SINGLE) }, 'label'),
      type: 'symbol',
      minzoom: layer.labelFrom,
      layout: {
        visibility: visibility(visible),
        'text-field': titleText(layer, language),
        'text-font': FONT,
        'text-size': 11.5,
        'text-max-width': language === 'en' ? 9 : 8,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.15,
        'text-justify': 'auto',
        'text-padding': 3,
      },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 1.5, 'text-opacity': opacity },
    },
  ]
}
