import type { ExpressionSpecification } from 'maplibre-gl'
import type { Choice, Layer } from '#geodata/layers/index.ts'
import { type ChoiceField, stylingFields } from './look.ts'
import { inTheme, type Theme } from './palette.ts'
import { titleFields } from './title.ts'

type Style = NonNullable<Choice['style']>
export type Value = string | number | ExpressionSpecification

/** What a choice's style says about one property; `fallback` where it says nothing. The last styling field wins. */
export function byChoice(layer: Layer, read: (style: Style) => string | number | undefined, fallback: Value): Value {
  return stylingFields(layer).reduce<Value>(
    (otherwise, field) => match(field, ({ style }) => style && read(style), otherwise),
    fallback,
  )
}

/** The layer's colour, by choice where its choices have their own. */
export const colorByChoice = (layer: Layer, theme: Theme): Value =>
  byChoice(layer, ({ color, dark }) => color && inTheme({ color, dark }, theme), inTheme(layer.symbol, theme))

const SOLID = [1, 0]

/** Dash pattern by choice; undefined when every line of the layer is solid. */
export function dashByChoice(layer: Layer): ExpressionSpecification | undefined {
  const own = layer.symbol.kind === 'point' ? undefined : layer.symbol.dash
  const literal = (dash: readonly number[]): ExpressionSpecification => ['literal', [...dash]]
  const result = stylingFields(layer).reduce<ExpressionSpecification | undefined>((otherwise, field) => {
    const pairs = field.choices.flatMap(({ value, style }) => (style?.dash ? [value, literal(style.dash)] : []))
    return pairs.length === 0
      ? otherwise
      : (['match', ['get', field.name], ...pairs, otherwise ?? literal(own ?? SOLID)] as unknown as ExpressionSpecification)
  }, undefined)
  return result ?? (own && literal(own))
}

/** Position of the feature's choice in the catalogue, the first highest: wide roads over narrow, towns over villages. */
export function rankByChoice(layer: Layer): ExpressionSpecification | undefined {
  const field = stylingFields(layer).at(-1)
  if (!field) return undefined
  const pairs = field.choices.flatMap(({ value }, index) => [value, field.choices.length - index])
  return ['match', ['get', field.name], ...pairs, 0] as unknown as ExpressionSpecification
}

function match(field: ChoiceField, read: (choice: Choice) => string | number | undefined, otherwise: Value): Value {
  const pairs = field.choices.flatMap((choice) => {
    const value = read(choice)
    return value === undefined ? [] : [choice.value, value]
  })
  return pairs.length === 0
    ? otherwise
    : (['match', ['get', field.name], ...pairs, otherwise] as unknown as ExpressionSpecification)
}

/** The feature's title in the console's language, from what its tile carries. */
export function titleText(layer: Layer, language: string): ExpressionSpecification {
  const inTiles = new Set(layer.fields.flatMap(({ name, tile }) => (tile ? [name] : [])))
  const fields = titleFields(layer, language).filter((name) => inTiles.has(name))
  return ['coalesce', ...fields.map((name): ExpressionSpecification => ['get', name]), '']
}

/** Widths in the catalogue are for a middle scale; lines grow and shrink around it. */
export function widthByZoom(
  width: Value,
  stops: readonly (readonly [zoom: number, factor: number])[],
  extra = 0,
): ExpressionSpecification {
  const scaled = (factor: number): Value => {
    const product: Value = typeof width === 'number' ? width * factor : ['*', width as ExpressionSpecification, factor]
    return extra === 0
      ? product
      : typeof product === 'number'
        ? product + extra
        : ['+', product as ExpressionSpecification, extra]
  }
  return [
    'interpolate',
    ['exponential', 1.4],
    ['zoom'],
    ...stops.flatMap(([zoom, factor]) => [zoom, scaled(factor)]),
  ] as ExpressionSpecification
}
