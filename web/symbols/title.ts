import type { Layer } from '#geodata/layers/index.ts'
import { pick } from '../words/pick.ts'

const written = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim())

/** A choice by its label, everything else as it is. */
function inWords(layer: Layer, name: string, value: unknown, language: string): unknown {
  const field = layer.fields.find((one) => one.name === name)
  const choice = field?.type === 'choice' ? field.choices.find((one) => one.value === value) : undefined
  return choice ? pick(choice.label, language) : value
}

/** What a person calls this feature: its title fields in order, the English name first where the console speaks English. */
export function titleOf(layer: Layer, properties: Readonly<Record<string, unknown>>, language: string): string | undefined {
  for (const name of titleFields(layer, language)) {
    const text = written(inWords(layer, name, properties[name], language))
    if (text) return text
  }
  return undefined
}

export const titleOrNumber = (
  layer: Layer,
  id: number,
  properties: Readonly<Record<string, unknown>>,
  language: string,
): string => titleOf(layer, properties, language) ?? `${pick(layer.name, language)} ${id}`

export function titleFields(layer: Layer, language: string): readonly string[] {
  const hasEnglish = layer.fields.some(({ name }) => name === 'name_en')
  return language === 'en' && hasEnglish ? ['name_en', ...layer.title.filter((name) => name !== 'name_en')] : layer.title
}
