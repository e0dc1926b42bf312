import { findLayer } from '#geodata/layers/index.ts'
import { lookOf } from '../symbols/look.ts'
import { titleOrNumber } from '../symbols/title.ts'
import { formatQuantity } from '../values/numbers.ts'
import { pick } from '../words/words.ts'
import type { Water } from './answer.ts'

/** Below a kilometre whole metres, above it kilometres with one decimal: nobody runs hoses by the centimetre. */
export function metres(distance: number, language: string): string {
  return distance < 1000
    ? formatQuantity(Math.round(distance), 'm', language)
    : `${(distance / 1000).toFixed(distance < 9950 ? 1 : 0)} km`
}

const choice = (layer: string, field: string, value: unknown, language: string): string => {
  const found = findLayer(layer)?.fields.find(({ name }) => name === field)
  const label = found?.type === 'choice' ? found.choices.find((one) => one.value === value)?.label : undefined
  return label ? pick(label, language) : String(value ?? '')
}

export const zoneKind = (kind: string, language: string): string => choice('hazard_zones', 'kind', kind, language)
export const siteKind = (kind: string, language: string): string => choice('key_sites', 'kind', kind, language)
export const geohazardKind = (kind: string, language: string): string => choice('geohazard_points', 'kind', kind, language)
export const shelterClass = (kind: unknown, language: string): string => choice('shelters', 'class', kind, language)
export const waterKind = ({ layer, properties }: Pick<Water, 'layer' | 'properties'>, language: string): string =>
  choice(layer, 'kind', properties.kind, language)

export const nameOfThing = (layer: string, properties: Readonly<Record<string, unknown>>, id: number, language: string): string =>
  titleOrNumber(findLayer(layer)!, id, properties, language)

export const lookOfWater = ({ layer, properties }: Pick<Water, 'layer' | 'properties'>) => lookOf(findLayer(layer)!, properties)
