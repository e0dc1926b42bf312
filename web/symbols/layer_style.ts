import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { Layer } from '#geodata/layers/index.ts'
import type { Theme } from './palette.ts'

/** What every part of the style needs to know about one layer of the catalogue. */
export interface LayerStyleInput {
  readonly layer: Layer
  readonly source: string
  readonly visible: boolean
  /** 0 to 1, over everything the layer draws. */
  readonly opacity: number
  readonly language: string
  readonly theme: Theme
  /** Narrows what is drawn: one scheme of grids. */
  readonly filter?: FilterSpecification
}

/** A style layer's id begins with the catalogue layer's, so that a click finds the way back. */
export const styleId = (layer: string, part: string): string => `${layer}/${part}`
export const catalogueId = (styleLayer: string): string => styleLayer.slice(0, styleLayer.indexOf('/'))

/** What all style layers of a catalogue layer share. */
export const common = ({ layer, source, filter }: LayerStyleInput, part: string) => ({
  id: styleId(layer.id, part),
  source,
  'source-layer': layer.id,
  ...(filter && { filter }),
})

export const visibility = (visible: boolean) => (visible ? ('visible' as const) : ('none' as const))

export const both = (...filters: readonly (FilterSpecification | undefined)[]): FilterSpecification =>
  ['all', ...filters.filter((filter) => filter !== undefined)] as FilterSpecification

/** Without a glyph server a font is a CSS family. The first name exists nowhere: MapLibre reads the weight from it. */
const FAMILIES = [
  'PingFang SC',
  'Microsoft YaHei',
  'Source Han Sans SC',
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'WenQuanYi Micro Hei',
]
export const FONT = ['Jiangli Medium', ...FAMILIES]
export const FONT_BOLD = ['Jiangli Bold', ...FAMILIES]

export type { LayerSpecification }
