import { formatValue, type ValueWords } from '../values/field.ts'
import { type Column, cellText } from './columns.ts'
import { readContaining, readRange } from './question.ts'

export interface ConditionWords extends ValueWords {
  readonly atLeast: (from: string) => string
  readonly atMost: (to: string) => string
  readonly since: (from: string) => string
  readonly until: (to: string) => string
}

/** A condition as people say it: 10–50 户, 2026年3月1日起, 可用. */
export function sayCondition(column: Column, condition: string, language: string, words: ConditionWords): string {
  const { field, unit } = column
  switch (field.type) {
    case 'integer':
    case 'number': {
      const [from, to] = readRange(condition).map((end) => (end === '' ? '' : cellText(column, Number(end), language, words)))
      return withUnit(sayRange(from!, to!, words.atLeast, words.atMost), unit)
    }
    case 'date': {
      const [from, to] = readRange(condition).map((day) => formatValue(field, day, language, words))
      return sayRange(from!, to!, words.since, words.until)
    }
    case 'boolean':
      return condition === 'true' ? words.yes : words.no
    case 'choice':
      return formatValue(field, condition, language, words)
    default:
      return sayText(condition)
  }
}

function sayRange(from: string, to: string, open: (from: string) => string, closed: (to: string) => string): string {
  if (from === to) return from
  if (to === '') return open(from)
  return from === '' ? closed(to) : `${from} – ${to}`
}

const withUnit = (text: string, unit: string) => (unit === '' ? text : `${text}\u202f${unit}`)

/** Quoted where it stands anywhere in the text; with stars of its own it is said as it was typed. */
const sayText = (condition: string): string => {
  const text = readContaining(condition)
  return text.includes('*') || text === condition ? text : `“${text}”`
}
