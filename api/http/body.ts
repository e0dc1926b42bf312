/** Reads JSON bodies as strictly as `parameters.ts` reads the query: nothing unknown, nothing guessed. */
import type { FastifyRequest } from 'fastify'
import { calendarDay } from './parameters.ts'
import { Problem } from './problem.ts'

export type Body = Readonly<Record<string, unknown>>

/** The members of a request's body, when each is known. */
export function readBody(request: FastifyRequest, known: readonly string[]): Body {
  return readMembers(request.body, known, '')
}

/** @param path of the object in the body, with its dot, for the refusal */
export function readMembers(value: unknown, known: readonly string[], path: string): Body {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(path.replace(/\.$/, '') || 'body')
  for (const name of Object.keys(value)) if (!known.includes(name)) throw invalid(path + name.slice(0, 100))
  return value as Body
}

/** A text without control characters, trimmed, of one to `maximum` characters. */
export function readString(body: Body, name: string, maximum = 200): string {
  const value = body[name]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for; PostgreSQL can't store \0
  if (typeof value !== 'string' || value.trim() === '' || value.length > maximum || /[\u0000-\u001f]/.test(value))
    throw invalid(name)
  return value.trim()
}

/** The same, or null where it is left out, null or empty. */
export const readOptionalString = (body: Body, name: string, maximum?: number): string | null =>
  (body[name] ?? '') === '' ? null : readString(body, name, maximum)

export function readBoolean(body: Body, name: string, standard: boolean): boolean {
  const value = body[name] ?? standard
  if (typeof value !== 'boolean') throw invalid(name)
  return value
}

/** A whole number from `minimum` to `maximum`. */
export function readInteger(body: Body, name: string, minimum: number, maximum: number): number {
  const value = body[name]
  if (!Number.isInteger(value) || (value as number) < minimum || (value as number) > maximum) throw invalid(name)
  return value as number
}

/** Whether it is there and not null. */
export const isGiven = (body: Body, name: string): boolean => (body[name] ?? null) !== null

/** A number from `least` to `most`. */
export function readNumber(body: Body, name: string, least: number, most: number): number {
  const value = body[name]
  if (typeof value !== 'number' || !(value >= least && value <= most)) throw invalid(name)
  return value
}

export function readChoice<Value extends string>(body: Body, name: string, values: readonly Value[]): Value {
  const value = body[name]
  if (!values.includes(value as Value)) throw invalid(name)
  return value as Value
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function readUuid(body: Body, name: string): string {
  const value = readString(body, name, 36).toLowerCase()
  if (!UUID.test(value)) throw invalid(name)
  return value
}

/** Several lines are allowed, other control characters are not. */
export function readProse(body: Body, name: string, maximum: number): string | null {
  const value = body[name] ?? ''
  if (value === '') return null
  if (typeof value !== 'string' || value.length > maximum) throw invalid(name)
  readOptionalString({ [name]: value.replace(/[\n\r\t]/g, ' ').trim() }, name, maximum)
  return value.trim() || null
}

/** A moment with its time zone, as ISO 8601 in UTC. */
export function readMoment(body: Body, name: string): string {
  const value = body[name]
  const isWritten =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
  const moment = isWritten && calendarDay(value.slice(0, 10)) ? new Date(value).getTime() : Number.NaN
  // Years of five digits, or before the first, come of time zones only.
  if (Number.isNaN(moment) || !/^\d{4}-/.test(new Date(moment).toISOString()))
    throw new Problem(422, 'moment_invalid', { field: name }, { field: name })
  return new Date(moment).toISOString()
}

export const invalid = (field: string): Problem => new Problem(422, 'body_invalid', { field }, { field })

/** The version that a change was made from: the `If-Match` header. */
export function readIfMatch(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined) throw new Problem(428, 'if_match_required')
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]
  // What is no version of ours is not the present one either.
  return version === undefined ? -1 : Number(version)
}

export const etagOf = ({ version }: { readonly version: number }): string => `"${version}"`
