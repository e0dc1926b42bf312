/** What a request may say about an organisation, a post, a person or a tenure; everything else is refused by name. */
import type { FastifyRequest } from 'fastify'
import { type Body, invalid, readBody, readInteger, readOptionalString, readString } from '../http/body.ts'
import { calendarDay } from '../http/parameters.ts'
import type { Table, Values } from './records.ts'

type Read = (body: Body, name: string) => string | number | null

const ORGANISATION_KINDS = ['government', 'department', 'town', 'community', 'public_institution', 'enterprise', 'other']
const EMPLOYMENTS = ['full_time', 'part_time']
const MAXIMUM_ID = 2 ** 31 - 1

const name: Read = (body, member) => readString(body, member, 100)
const text: Read = (body, member) => readOptionalString(body, member, 200)
const longText: Read = (body, member) => readOptionalString(body, member, 2000)
const id: Read = (body, member) => readInteger(body, member, 1, MAXIMUM_ID)
const optional =
  (read: Read): Read =>
  (body, member) =>
    (body[member] ?? null) === null ? null : read(body, member)
const telephone: Read = (body, member) => matching(/^\+?[\d\s()（）-]{3,30}(转\s?\d{1,6})?$/)(body, member)
const matching =
  (pattern: RegExp): Read =>
  (body, member) => {
    const said = readString(body, member, 200)
    if (!pattern.test(said)) throw invalid(member)
    return said
  }
const oneOf = (known: readonly string[]): Read => matching(new RegExp(`^(${known.join('|')})$`))

export const readDay: Read = (body, member) => {
  const said = body[member]
  const day = typeof said === 'string' ? calendarDay(said) : undefined
  if (!day) throw invalid(member)
  return day
}

interface Member {
  readonly read: Read
  readonly required?: true
}

const MEMBERS: Readonly<Record<Table, Readonly<Record<string, Member>>>> = {
  organisations: {
    code: { read: text },
    name: { read: name, required: true },
    name_en: { read: text },
    kind: { read: oneOf(ORGANISATION_KINDS), required: true },
    territory_code: { read: matching(/^(\d{6}|\d{9}|\d{12})$/), required: true },
    parent_id: { read: optional(id) },
    telephone: { read: optional(telephone) },
  },
  posts: {
    organisation_id: { read: id, required: true },
    name: { read: name, required: true },
    name_en: { read: text },
    duties: { read: longText },
  },
  people: {
    code: { read: text },
    name: { read: name, required: true },
    name_en: { read: text },
    organisation_id: { read: id, required: true },
    employment: { read: optional(oneOf(EMPLOYMENTS)) },
    telephone: { read: optional(telephone) },
    mobile: { read: optional(telephone) },
    left_on: { read: optional(readDay) },
  },
  tenures: {
    post_id: { read: id, required: true },
    person_id: { read: id, required: true },
    valid_from: { read: readDay },
    valid_to: { read: optional(readDay) },
  },
}

/** Everything that a new row needs. What is left out is empty, or as the table has it. */
export function readNew(request: FastifyRequest, table: Table): Values {
  const body = readBody(request, Object.keys(MEMBERS[table]))
  const said = Object.entries(MEMBERS[table]).filter(([member, { required }]) => required || member in body)
  return Object.fromEntries(said.map(([member, { read }]) => [member, read(body, member)]))
}

/** What is to be changed, and no more. */
export function readChange(request: FastifyRequest, table: Table): Values {
  const known = Object.entries(MEMBERS[table]).filter(([member]) => !isFixed(table, member))
  const body = readBody(
    request,
    known.map(([member]) => member),
  )
  return Object.fromEntries(known.filter(([member]) => member in body).map(([member, { read }]) => [member, read(body, member)]))
}

/** A post stays with its organisation and a tenure with its post and person: another would be another one. */
const isFixed = (table: Table, member: string): boolean =>
  (table === 'posts' && member === 'organisation_id') || (table === 'tenures' && (member === 'post_id' || member === 'person_id'))
