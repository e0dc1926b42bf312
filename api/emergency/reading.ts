/** What reports from the field have in common: an id of their own, a moment by their own clock. */
import type { FastifyRequest } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import { type Body, invalid } from '../http/body.ts'
import { wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import type { Author } from './marks_store.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** Made by the device, so that what it sends twice counts once. */
export function readClientId({ client_id }: Body): string {
  if (typeof client_id !== 'string' || !UUID.test(client_id)) throw invalid('client_id')
  return client_id.toLowerCase()
}

/** A moment of RFC 3339 in UTC, or null where it is left out. What the database can hold, however wrong the clock. */
export function readMoment(body: Body, name: string): string | null {
  const value = body[name] ?? null
  if (value === null) return null
  const moment = typeof value === 'string' && MOMENT.test(value) ? Date.parse(value) : Number.NaN
  const [earliest, latest] = [Date.parse('0001-01-02T00:00:00Z'), Date.parse('9999-12-30T00:00:00Z')]
  if (!(moment >= earliest && moment <= latest)) throw invalid(name)
  return new Date(moment).toISOString()
}

export function authorOf(request: FastifyRequest): Author {
  const { account_id, display_name } = visitorOf(request)
  return { id: account_id, name: display_name }
}

interface Range {
  readonly minimum: number
  readonly maximum: number
}

/** A whole number among the query's parameters; `standard` where it is left out. */
export function readWhole<Standard>(
  name: string,
  text: string | undefined,
  { minimum, maximum }: Range,
  standard: Standard,
): number | Standard {
  if (text === undefined) return standard
  const value = wholeNumber(text)
  if (value === undefined || value < minimum || value > maximum)
    throw new Problem(400, 'number_out_of_range', { field: name }, { name, minimum, maximum })
  return value
}
