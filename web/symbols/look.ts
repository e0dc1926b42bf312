// How one feature is drawn: the layer's symbol, overridden by the styles of its choices. Map, legend, inspector and search results
// all ask here, so that what they show is the same.
import type { Choice, Field, Layer, Mark, PointShape } from '#geodata/layers/index.ts'

export type ChoiceField = Extract<Field, { type: 'choice' }>

export interface PointLook {
  readonly kind: 'point'
  readonly color: string
  readonly shape: PointShape
  readonly glyph: string
  readonly mark?: Mark
}

export interface LineLook {
  readonly kind: 'line'
  readonly color: string
  readonly dark?: string
  readonly width: number
  readonly dash?: readonly number[]
}

export interface AreaLook {
  readonly kind: 'area'
  readonly color: string
  readonly dark?: string
  readonly opacity: number
  readonly width: number
  readonly dash?: readonly number[]
}

export type Look = PointLook | LineLook | AreaLook

export type Properties = Readonly<Record<string, unknown>>

/** The choice fields in tiles that change how a feature is drawn. The one the symbol goes `by` comes last, because it wins. */
export function stylingFields(layer: Layer): readonly ChoiceField[] {
  const { by } = layer.symbol
  const styled = layer.fields.filter(
    (field): field is ChoiceField => field.type === 'choice' && field.tile === true && field.choices.some(({ style }) => style),
  )
  return [...styled.filter(({ name }) => name !== by), ...styled.filter(({ name }) => name === by)]
}

/** The styles of these choices, laid over the layer's symbol. */
export function lookOf(layer: Layer, properties: Properties): Look {
  const choices = stylingFields(layer).map((field) => field.choices.find(({ value }) => value === properties[field.name]))
  return withChoices(layer, choices)
}

function withChoices(layer: Layer, choices: readonly (Choice | undefined)[]): Look {
  const { by: _, ...symbol } = layer.symbol
  const style = Object.assign({}, ...choices.map((choice) => choice?.style)) as NonNullable<Choice['style']>
  const { color = symbol.color, dark, mark, width, dash, glyph } = style
  if (symbol.kind === 'point') return { ...symbol, color, glyph: glyph ?? symbol.glyph, ...(mark && { mark }) }
  const ownDash = dash ?? symbol.dash
  return { ...symbol, color, ...(dark && { dark }), width: width ?? symbol.width, ...(ownDash && { dash: ownDash }) }
}

export interface LegendEntry {
  readonly choice: Choice
  readonly look: Look
}

export interface LegendPart {
  readonly field: ChoiceField
  readonly entries: readonly LegendEntry[]
}

/** What the symbols of a layer mean, field by field, the most telling first. */
export function legendOf(layer: Layer): readonly LegendPart[] {
  return [...stylingFields(layer)]
    .reverse()
    .map((field) => ({ field, entries: field.choices.map((choice) => ({ choice, look: withChoices(layer, [choice]) })) }))
}
