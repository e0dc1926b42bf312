/** Reads what an assignment request orders. */
import type { FastifyRequest } from 'fastify'
import { STANDINGS, type Standing } from '#geodata/responsibility/roles.ts'
import type { Transaction } from '../database/database.ts'
import {
  type Body,
  invalid,
  readBody,
  readBoolean,
  readInteger,
  readMembers,
  readOptionalString,
  readString,
} from '../http/body.ts'
import { calendarDay } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { type DrawnArea, findInArea, MAXIMUM_OBJECTS, readDrawnArea } from './area.ts'
import type { Candidate } from './checks.ts'
import type { Assignment, NewAssignment } from './store.ts'

const MAXIMUM_ID = 2 ** 31 - 1

export interface Order {
  readonly head: Pick<NewAssignment, 'role' | 'standing' | 'person_id' | 'valid_to' | 'remark'> & {
    readonly valid_from: string | null
  }
  readonly objects: readonly Pick<NewAssignment, 'layer' | 'object_id' | 'chainage_from_m' | 'chainage_to_m'>[]
  readonly area: DrawnArea | null
  readonly replace: boolean
  readonly dry_run: boolean
}

const HEAD = ['role', 'standing', 'person_id', 'valid_from', 'valid_to', 'remark', 'replace', 'dry_run', 'objects', 'area']

export function readOrder(request: FastifyRequest): Order {
  const body = readBody(request, HEAD)
  if ((body.objects === undefined) === (body.area === undefined)) throw invalid('objects')
  return {
    head: {
      role: readString(body, 'role', 60),
      standing: readStanding(body),
      person_id: readInteger(body, 'person_id', 1, MAXIMUM_ID),
      valid_from: readDay(body, 'valid_from'),
      valid_to: readDay(body, 'valid_to'),
      remark: readOptionalString(body, 'remark', 500),
    },
    objects: body.objects === undefined ? [] : readObjectList(body.objects),
    area: body.area === undefined ? null : readDrawnArea(body.area),
    replace: readBoolean(body, 'replace', false),
    dry_run: readBoolean(body, 'dry_run', false),
  }
}

function readObjectList(value: unknown): Order['objects'] {
  if (!Array.isArray(value) || value.length === 0) throw invalid('objects')
  if (value.length > MAXIMUM_OBJECTS)
    throw new Problem(422, 'objects_too_many', { field: 'objects' }, { maximum: MAXIMUM_OBJECTS })
  return value.map((one, index) => {
    const body = readMembers(one, ['layer', 'id', 'chainage_from_m', 'chainage_to_m'], `objects[${index}].`)
    return {
      layer: readString(body, 'layer', 60),
      object_id: readInteger(body, 'id', 1, MAXIMUM_ID),
      chainage_from_m: readMetres(body, 'chainage_from_m'),
      chainage_to_m: readMetres(body, 'chainage_to_m'),
    }
  })
}

/** The assignments that an order asks for; those of a drawn area are looked up. */
export async function candidatesOf(
  transaction: Transaction,
  { head, objects, area }: Order,
  today: string,
): Promise<Candidate[]> {
  const dated = { ...head, valid_from: head.valid_from ?? today }
  const whole = { chainage_from_m: null, chainage_to_m: null }
  const found = area
    ? (await findInArea(transaction, area, dated.valid_from)).map((object_id) => ({ layer: area.layer, object_id, ...whole }))
    : objects
  return found.map((object, index) => ({ index, ...dated, ...object }))
}

const CHANGEABLE = ['standing', 'person_id', 'chainage_from_m', 'chainage_to_m', 'valid_from', 'valid_to', 'remark']

/** An assignment as a change would leave it. Object and role stay: others would be another assignment. */
export function readChanged(request: FastifyRequest, { id: _, version: __, ...row }: Assignment): NewAssignment {
  const body = readBody(request, CHANGEABLE)
  if ('valid_from' in body && body.valid_from === null) throw invalid('valid_from')
  return {
    ...row,
    ...('standing' in body && { standing: readStanding(body) }),
    ...('person_id' in body && { person_id: readInteger(body, 'person_id', 1, MAXIMUM_ID) }),
    ...('chainage_from_m' in body && { chainage_from_m: readMetres(body, 'chainage_from_m') }),
    ...('chainage_to_m' in body && { chainage_to_m: readMetres(body, 'chainage_to_m') }),
    ...('valid_from' in body && { valid_from: readDay(body, 'valid_from')! }),
    ...('valid_to' in body && { valid_to: readDay(body, 'valid_to') }),
    ...('remark' in body && { remark: readOptionalString(body, 'remark', 500) }),
  }
}

function readStanding(body: Body): Standing {
  const standing = readString(body, 'standing', 10)
  const known = STANDINGS.find(({ value }) => value === standing)
  if (!known) throw invalid('standing')
  return known.value
}

export function readDay(body: Body, name: string): string | null {
  const value = body[name] ?? null
  if (value === null) return null
  const day = typeof value === 'string' ? calendarDay(value) : undefined
  if (!day) throw invalid(name)
  return day
}

function readMetres(body: Body, name: string): number | null {
  const value = body[name] ?? null
  if (value === null) return null
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 1e8) throw invalid(name)
  return value
}
