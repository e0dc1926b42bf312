/** How a feature's symbol looks on paper, after the catalogue: its state is told by form, not by colour alone. */
import { findLayer, type Mark, type PointShape } from '#geodata/layers/index.ts'

export interface Look {
  readonly shape: PointShape
  readonly color: string
  readonly glyph: string
  readonly mark: Mark | null
}

/** @param layer whose symbol is a point @param values of its choice fields */
export function lookOf(layer: string, values: Readonly<Record<string, unknown>>): Look {
  const { symbol, fields } = findLayer(layer)!
  if (symbol.kind !== 'point') throw new Error(`${layer} has no point symbol`)
  const styles = fields.flatMap((field) =>
    field.type === 'choice' ? [field.choices.find(({ value }) => value === values[field.name])?.style ?? {}] : [],
  )
  const last = <Key extends 'color' | 'glyph' | 'mark'>(key: Key) => styles.findLast((style) => style[key] !== undefined)?.[key]
  return {
    shape: symbol.shape,
    color: last('color') ?? symbol.color,
    glyph: last('glyph') ?? symbol.glyph,
    mark: last('mark') ?? null,
  }
}
