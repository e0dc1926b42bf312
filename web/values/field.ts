import type { Field } from '#geodata/layers/index.ts'
import { pick } from '../words/pick.ts'
import { formatQuantity } from './numbers.ts'
import { formatDay } from './times.ts'

/** The words that are the console's own and not the catalogue's. */
export interface ValueWords {
  readonly yes: string
  readonly no: string
}

export const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

/** A field's value as people read it. What the catalogue does not know is shown as it is. */
export function formatValue(field: Field, value: unknown, language: string, words: ValueWords): string {
  if (isEmpty(value)) return ''
  switch (field.type) {
    case 'choice': {
      const choice = field.choices.find((one) => one.value === value)
      return choice ? pick(choice.label, language) : String(value)
    }
    case 'boolean':
      return value === true ? words.yes : words.no
    case 'integer':
    case 'number':
      return typeof value === 'number' ? formatQuantity(value, field.unit, language) : String(value)
    case 'date':
      return formatDay(String(value), language)
    default:
      return String(value)
  }
}
