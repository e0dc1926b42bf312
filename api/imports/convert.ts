/** Turns a value of a file into one of a field, or says why it can't be. Never rounds, cuts or guesses. */
import type { Field } from '#geodata/layers/index.ts'
import type { Checked, ValueReason } from './refusal.ts'

export type Stored = string | number | boolean | null
type Conversion = Checked<Stored, ValueReason>

/** Nothing, and text of nothing but space, is null. */
export function convert(field: Field, raw: unknown): Conversion {
  const value = typeof raw === 'string' ? raw.trim() : raw
  if (value === null || value === undefined || value === '') return { value: null }
  if (typeof value === 'object') return { code: 'not_text' }
  switch (field.type) {
    case 'text':
      return toText(value)
    case 'code':
      return toCode(field.digits, value)
    case 'integer':
    case 'number':
      return toNumber(field, value)
    case 'boolean':
      return toBoolean(value)
    case 'date':
      return toDate(String(value))
    case 'choice':
      return toChoice(field, String(value).toLowerCase())
  }
}

function toText(value: unknown): Conversion {
  return isRounded(value) ? { code: 'code_rounded' } : { value: String(value) }
}

/** Beyond 2^53 a number that was read is not the number that was written. */
const isRounded = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)

function toCode(digits: readonly number[] | undefined, value: unknown): Conversion {
  if (isRounded(value)) return { code: 'code_rounded' }
  const text = String(value)
  if (/^\d+(\.\d*)?e[+-]?\d+$/i.test(text)) return { code: 'code_scientific' }
  if (typeof value === 'number' && !/^\d+$/.test(text)) return { code: 'code_not_digits' }
  if (!digits) return { value: text }
  if (!/^[0-9]+$/.test(text)) return { code: 'code_not_digits', detail: { digits: digits.join(', ') } }
  if (!digits.includes(text.length))
    return { code: 'code_wrong_length', detail: { digits: digits.join(', '), length: text.length } }
  return { value: text }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
/** PostgreSQL's integer has 32 bits. */
const LARGEST_INTEGER = 2 ** 31 - 1

function toNumber(field: Extract<Field, { type: 'integer' | 'number' }>, value: unknown): Conversion {
  const isInteger = field.type === 'integer'
  const unfit = { code: isInteger ? 'not_integer' : 'not_number' } as const
  if (typeof value === 'string' ? !NUMBER.test(value) : typeof value !== 'number') return unfit
  const number = Number(value)
  if (!Number.isFinite(number) || (isInteger && !Number.isInteger(number))) return unfit
  const minimum = field.minimum ?? (isInteger ? -LARGEST_INTEGER : -Infinity)
  const maximum = field.maximum ?? (isInteger ? LARGEST_INTEGER : Infinity)
  if (number < minimum) return { code: 'below_minimum', detail: { minimum } }
  if (number > maximum) return { code: 'above_maximum', detail: { maximum } }
  // Minus zero is no number that JSON or a person would write.
  return { value: number === 0 ? 0 : number }
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  是: true,
  true: true,
  yes: true,
  '1': true,
  否: false,
  false: false,
  no: false,
  '0': false,
}

function toBoolean(value: unknown): Conversion {
  const key = String(value).toLowerCase()
  return Object.hasOwn(BOOLEANS, key) ? { value: BOOLEANS[key]! } : { code: 'not_boolean' }
}

/** 2024-03-05, 2024/3/5, 20240305, each with or without a time of day behind it, which is left out. */
const DAY = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|(\d{2})(\d{2}))(?:[T ]\d{1,2}:\d{2}.*)?$/

function toDate(text: string): Conversion {
  const found = DAY.exec(text)
  if (!found) return { code: 'not_date' }
  const year = Number(found[1])
  const month = Number(found[2] ?? found[4] ?? found[6])
  const day = Number(found[3] ?? found[5] ?? found[7])
  const moment = new Date(Date.UTC(year, month - 1, day))
  if (year < 1000 || moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== day) return { code: 'not_date' }
  return { value: moment.toISOString().slice(0, 10) }
}

function toChoice({ choices }: Extract<Field, { type: 'choice' }>, text: string): Conversion {
  const found = choices.find(({ value, label }) => [value, label.zh, label.en].some((name) => name.toLowerCase() === text))
  return found ? { value: found.value } : { code: 'not_a_choice', detail: { choices: choices.map(({ value }) => value) } }
}
