/** Reads query parameters. Everything that is not exactly right is refused by name; nothing is guessed or cut. */
import type { FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

export type Parameters = Readonly<Record<string, string>>

const MAXIMUM_TEXT = 200
export const BBOX_NUMBERS = [4, 6] as const

/** The request's parameters, when each is known and given once. */
export function readParameters(request: FastifyRequest, known: readonly string[]): Parameters {
  const query = request.query as Record<string, string | string[]>
  for (const [name, value] of Object.entries(query)) {
    if (!known.includes(name))
      throw new Problem(
        400,
        'unknown_parameter',
        { field: name.slice(0, 100) },
        { name: name.slice(0, 100), known: known.join(', ') },
      )
    if (typeof value !== 'string') throw new Problem(400, 'parameter_twice', { field: name }, { name })
  }
  return query as Parameters
}

/** For answers that come as JSON and nothing else: `f=json` may be said, and no other parameter. */
export const readFormat = (request: FastifyRequest): void => checkFormat(readParameters(request, ['f']).f, ['json'])

export function checkFormat(format: string | undefined, known: readonly string[]): void {
  if (format !== undefined && !known.includes(format))
    throw new Problem(400, 'format_unknown', { field: 'f' }, { known: known.join(', ') })
}

/** west, south, east, north in degrees from −180 to 180; west may be greater than east, across the 180th meridian. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

export function readBbox(text: string | undefined): Bbox | undefined {
  if (text === undefined) return undefined
  const numbers = text
    .split(',')
    .map((part) => (/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(part) ? Number(part) : Number.NaN))
  const bbox = numbers.length === 6 ? [numbers[0]!, numbers[1]!, numbers[3]!, numbers[4]!] : numbers
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = bbox
  const right =
    (BBOX_NUMBERS as readonly number[]).includes(numbers.length) &&
    numbers.every(Number.isFinite) &&
    south <= north &&
    south >= -90 &&
    north <= 90 &&
    Math.abs(west) <= 360 &&
    Math.abs(east) <= 360 &&
    (numbers.length === 4 || numbers[2]! <= numbers[5]!)
  if (!right) throw new Problem(400, 'bbox_invalid', { field: 'bbox' })
  return east - west >= 360 ? [-180, south, 180, north] : [wrap(west), south, wrap(east), north]
}

/** A map that was dragged around the world asks beyond 180°; features have longitudes from −180 to 180. */
const wrap = (longitude: number): number => (longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude)

export function readLimit(text: string | undefined, { standard, maximum }: { standard: number; maximum: number }): number {
  const limit = text === undefined ? standard : wholeNumber(text)
  if (limit === undefined || limit < 1 || limit > maximum)
    throw new Problem(400, 'limit_invalid', { field: 'limit' }, { maximum })
  return limit
}

export function readOffset(text: string | undefined): number {
  const offset = text === undefined ? 0 : wholeNumber(text)
  if (offset === undefined || offset > 10_000_000) throw new Problem(400, 'offset_invalid', { field: 'offset' })
  return offset
}

export const wholeNumber = (text: string): number | undefined => (/^\d{1,10}$/.test(text) ? Number(text) : undefined)

/** A text to look for. */
export function readText(name: string, text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for; PostgreSQL can't store \0
  if (text.trim() === '' || /[\u0000-\u001f]/.test(text)) throw new Problem(400, 'text_invalid', { field: name }, { name })
  if (text.length > MAXIMUM_TEXT) throw new Problem(400, 'text_too_long', { field: name }, { name, maximum: MAXIMUM_TEXT })
  return text.trim()
}

/** One of the values, or null where it is not given. */
export function choice<Value extends string>(parameters: Parameters, name: string, values: readonly Value[]): Value | null {
  const text = parameters[name]
  if (text === undefined) return null
  if (!values.includes(text as Value))
    throw new Problem(400, 'filter_not_choice', { field: name }, { name, known: values.join(', ') })
  return text as Value
}

/** True or false, or null where it is not given. */
export function flag(parameters: Parameters, name: string): boolean | null {
  const text = parameters[name]
  if (text === undefined) return null
  if (text !== 'true' && text !== 'false') throw new Problem(400, 'filter_not_boolean', { field: name }, { name })
  return text === 'true'
}

/** A day of the calendar as `YYYY-MM-DD`, or undefined where the text is none. */
export function calendarDay(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return undefined
  const day = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? undefined : text
}

/** Days from and to, both included; undefined is an open end. */
export interface Days {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The `datetime` parameter of OGC API Features 7.15.4; a moment counts as its day in China. */
export function readDatetime(text: string | undefined): Days | undefined {
  if (text === undefined) return undefined
  const ends = text.split('/')
  const days = ends.map((end) => (ends.length === 2 && (end === '..' || end === '') ? null : dayOf(end)))
  const [from, to = from] = days
  if (ends.length > 2 || from === undefined || to === undefined || (from && to && from > to)) {
    throw new Problem(400, 'datetime_invalid', { field: 'datetime' })
  }
  return { from: from ?? undefined, to: to ?? undefined }
}

function dayOf(text: string): string | undefined {
  const day = calendarDay(text)
  if (day) return day
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i.test(text) || !calendarDay(text.slice(0, 10)))
    return undefined
  const moment = new Date(text).getTime()
  const CHINA_MS = 8 * 3_600_000
  // The day of the last moment of the year 9999 has five digits of year, that of the first of the year 1 none.
  return Number.isNaN(moment) ? undefined : calendarDay(new Date(moment + CHINA_MS).toISOString().slice(0, 10))
}

/** A text of this form; null where it is not given. */
export function pattern(parameters: Parameters, name: string, form: RegExp): string | null {
  const text = parameters[name]
  if (text === undefined) return null
  if (!form.test(text)) throw new Problem(400, 'text_invalid', { field: name }, { name })
  return text
}
