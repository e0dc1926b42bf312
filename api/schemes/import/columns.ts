/** The columns of a file, with examples, so that the planner can say which of them names the grids. */
import type { FileContents } from '#geodata/formats/index.ts'
import { NAME_FIELD } from '#geodata/layers/layer.ts'
import { convert } from '../../imports/convert.ts'

export interface Column {
  readonly name: string
  /** Rows with something in it. */
  readonly filled: number
  /** How many different values, counted up to the number of rows. */
  readonly distinct: number
  readonly samples: readonly string[]
}

const SAMPLES = 5

export function columnsOf({ features }: FileContents): Column[] {
  const values = new Map<string, Map<string, number>>()
  for (const { properties } of features) {
    for (const [name, raw] of Object.entries(properties)) {
      const counts = values.get(name) ?? new Map<string, number>()
      values.set(name, counts)
      const text = textOf(raw)
      if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  }
  return [...values].map(([name, counts]) => ({
    name,
    filled: [...counts.values()].reduce((sum, count) => sum + count, 0),
    distinct: counts.size,
    samples: [...counts.keys()].slice(0, SAMPLES),
  }))
}

/** As text, also a number: codes keep all their digits. Null where there is nothing, or no longer what was written. */
export function textOf(raw: unknown): string | null {
  const converted = convert({ ...NAME_FIELD, type: 'text' }, raw)
  if (!('value' in converted) || converted.value === null) return null
  const characters = [...String(converted.value).replace(CONTROL, '')].slice(0, MOST_CHARACTERS)
  return characters.join('').trim() || null
}

/** Tables pad with them, and the database takes neither NUL nor half a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is meant
const CONTROL = /[\u0000-\u001f\u007f]|\p{Surrogate}/gu

const MOST_CHARACTERS = 200
