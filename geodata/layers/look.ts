// How one feature is drawn: the layer's symbol, overridden by the styles of its choices. Map, legend, inspector, search results and
// paper all ask here, so that what they show is the same.
import type { Choice, Field, Layer, Mark, PointShape, Words } from './layer.ts'

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

/** The choice fields that change how a feature is drawn. The one the symbol goes `by` comes last, because it wins. */
export function styledFields(layer: Layer): readonly ChoiceField[] {
  const { by } = layer.symbol
  const styled = layer.fields.filter((field): field is ChoiceField => field.type === 'choice' && field.choices.some(({ style }) => style))
  return [...styled.filter(({ name }) => name !== by), ...styled.filter(({ name }) => name === by)]
}

/** Those of them that tiles carry: all that a map in the browser knows. */
export const stylingFields = (layer: Layer): readonly ChoiceField[] => styledFields(layer).filter(({ tile }) => tile === true)

/** The styles of these choices, laid over the layer's symbol. */
export function lookOf(layer: Layer, properties: Properties, fields = stylingFields(layer)): Look {
  const choices = fields.map((field) => field.choices.find(({ value }) => value === properties[field.name]))
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

/** What a value of a choice field is called; empty where there is none. */
export function choiceLabel(layer: Layer, name: string, value: string | null, language: keyof Words): string {
  const field = layer.fields.find((each) => each.name === name)
  const choice = field?.type === 'choice' ? field.choices.find((each) => each.value === value) : undefined
  return choice?.label[language] ?? ''
}
