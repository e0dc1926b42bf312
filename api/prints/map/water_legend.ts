import type { PointLook } from '#geodata/layers/look.ts'
import type { LegendItem } from '../../sheets/draw_legend.ts'
import type { Box } from '../../sheets/layout.ts'
import type { Pen } from '../../sheets/pen.ts'
import type { Language } from '../../words/index.ts'
import { drawSymbol } from './draw_symbol.ts'
import { labelOf, pointLook } from './looks.ts'

/** Kinds that can be counted on, as full symbols; then what the empty ones say. */
export function waterLegend(pen: Pen, looks: readonly PointLook[], language: Language): LegendItem[] {
  const kinds = [
    ['hydrants', 'hydrant'],
    ['hydrants', 'filling_column'],
    ['water_sources', 'pool'],
    ['water_sources', 'wharf'],
    ['water_sources', 'natural'],
  ] as const
  const symbol = (look: PointLook) => (box: Box) =>
    drawSymbol(pen, look, [box.x + box.width / 2, box.y + box.height / 2], box.height * 0.52)
  return [
    ...kinds.map(([layer, kind]) => ({
      label: labelOf(layer, 'kind', kind, language),
      draw: symbol(pointLook(layer, { kind, usable: 'yes' })),
    })),
    ...(['no', 'unknown'] as const)
      .filter((usable) => looks.some(({ mark }) => mark === (usable === 'no' ? 'cross' : 'question')))
      .map((usable) => ({
        label: labelOf('hydrants', 'usable', usable, language),
        draw: symbol(pointLook('hydrants', { kind: 'hydrant', usable })),
      })),
  ]
}
