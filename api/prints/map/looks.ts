/** How features look on paper, after the catalogue. Paper knows all fields, also those that tiles don't carry. */
import { findLayer } from '#geodata/layers/index.ts'
import { choiceLabel, lookOf, type PointLook, styledFields } from '#geodata/layers/look.ts'
import type { LineStyle } from '../../sheets/pen.ts'
import type { Language } from '../../words/index.ts'

/** @param layer whose symbol is a point */
export function pointLook(layer: string, values: Readonly<Record<string, unknown>>): PointLook {
  const found = findLayer(layer)!
  const look = lookOf(found, values, styledFields(found))
  if (look.kind !== 'point') throw new Error(`${layer} has no point symbol`)
  return look
}

/** Fill and outline of a kind of hazard zone; the outline so many millimetres wide. */
export function zoneStyle(kind: string, width: number): { readonly fill: string; readonly line: LineStyle } {
  const look = lookOf(findLayer('hazard_zones')!, { kind })
  const dash = 'dash' in look ? look.dash?.map((part) => part * width * 1.6) : undefined
  return { fill: look.color, line: { width, color: look.color, dash } }
}

/** What a value is called in the catalogue. */
export const labelOf = (layer: string, field: string, value: string | null, language: Language): string =>
  choiceLabel(findLayer(layer)!, field, value, language)
