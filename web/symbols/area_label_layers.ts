import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { findLayer } from '#geodata/layers/index.ts'
import { FONT, FONT_BOLD } from './layer_style.ts'
import { letteringOf, PALETTES, type Theme } from './palette.ts'

/** Labels of areas stand in a source of their own: one point per area, see map/area_labels.ts. */
export const AREA_LABELS = 'area_labels'

export interface LabelLook {
  readonly size: number
  readonly bold: boolean
  readonly color: string
  /** Lower ones are placed first. */
  readonly rank: number
  /** Between characters, in ems. */
  readonly spacing: number
}

const LEADING_RANK = 1

const PLACE_LOOKS = {
  county: { size: 19, bold: true, ink: 'labelArea', rank: 0, spacing: 0.4 },
  town: { size: 15, bold: true, ink: 'labelPlace', rank: 1, spacing: 0.16 },
  community: { size: 12.5, bold: false, ink: 'labelPlace', rank: 3, spacing: 0.06 },
} as const

type Properties = Readonly<Record<string, unknown>>

/** Lettering tells the rank of a place by size and weight, and the kind of area by colour. */
export function labelLook(layer: string, properties: Properties, text: string, theme: Theme): LabelLook {
  const look = lookFor(layer, properties, theme)
  // Wide spacing is for characters; Latin words would fall apart.
  return CHINESE.test(text) ? look : { ...look, spacing: 0 }
}

const CHINESE = /\p{Script=Han}/u

function lookFor(layer: string, properties: Properties, theme: Theme): LabelLook {
  if (layer === 'administrative_areas') {
    const { ink, ...look } = PLACE_LOOKS[String(properties.level) as keyof typeof PLACE_LOOKS] ?? PLACE_LOOKS.community
    return { ...look, color: PALETTES[theme][ink] }
  }
  const level = Number(properties.level ?? 3)
  return {
    size: layer === 'grids' && level <= 2 ? 13 : 11.5,
    bold: layer === 'grids' && level === 1,
    color: letteringOf(findLayer(layer)!.symbol, theme),
    rank: 2 + level,
    spacing: 0,
  }
}

const RANK = ['get', 'rank'] as ExpressionSpecification

/** Names of villages, grids and the like: they give way to points. */
export const areaLabels = (theme: Theme): LayerSpecification[] => [
  lettering('text', ['>', RANK, LEADING_RANK], ['center', 'top', 'bottom', 'left', 'right'], theme),
]

/** Names of the county and its towns: over everything, so that they are read first, and others give way to them. */
export const leadingLabels = (theme: Theme): LayerSpecification[] => [
  lettering('leading', ['<=', RANK, LEADING_RANK], ['center', 'top', 'bottom'], theme),
]

/** @param anchors off the middle when another name stands there */
const lettering = (
  part: string,
  filter: FilterSpecification,
  anchors: ('center' | 'top' | 'bottom' | 'left' | 'right')[],
  theme: Theme,
): LayerSpecification => ({
  id: `area_labels/${part}`,
  type: 'symbol',
  source: AREA_LABELS,
  filter,
  layout: {
    'text-field': ['get', 'text'],
    'text-font': ['case', ['get', 'bold'], ['literal', FONT_BOLD], ['literal', FONT]],
    'text-size': ['interpolate', ['linear'], ['zoom'], 9.5, ['*', 0.8, ['get', 'size']], 11, ['get', 'size']],
    'text-letter-spacing': ['get', 'spacing'],
    'text-max-width': 9,
    'text-variable-anchor': anchors,
    'text-radial-offset': 0.9,
    'text-justify': 'auto',
    'text-padding': 2,
    'symbol-sort-key': RANK,
  },
  paint: { 'text-color': ['get', 'color'], 'text-halo-color': PALETTES[theme].halo, 'text-halo-width': 1.7 },
})
