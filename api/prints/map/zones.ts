import { findLayer } from '#geodata/layers/index.ts'
import type { LineStyle } from '../../sheets/pen.ts'

/** Fill and outline of a kind of hazard zone after the catalogue; the outline so many tenths of a millimetre wide. */
export function zoneStyle(kind: string, tenths: number): { readonly fill: string; readonly line: LineStyle } {
  const { fields, symbol } = findLayer('hazard_zones')!
  const field = fields.find(({ name }) => name === 'kind')
  const style = field?.type === 'choice' ? field.choices.find(({ value }) => value === kind)?.style : undefined
  const color = style?.color ?? symbol.color
  const width = tenths / 10
  return { fill: color, line: { width, color, dash: style?.dash?.map((part) => part * width * 1.6) } }
}
