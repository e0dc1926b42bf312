/** Reads who hands over to whom, and when. */
import type { FastifyRequest } from 'fastify'
import { findLayer } from '#geodata/layers/index.ts'
import { findRole } from '#geodata/responsibility/roles.ts'
import { readDay } from '../assignments/order.ts'
import { type Body, invalid, readBody, readBoolean, readInteger, readMembers, readString } from '../http/body.ts'

export interface HandOverOrder {
  readonly leaver: number
  /** The successor of everything that no group names. */
  readonly to: number | null
  readonly groups: readonly { readonly layer: string; readonly role: string; readonly to: number }[]
  /** The leaver's last day is the one before; the successor's first. */
  readonly on: string
  readonly left: boolean
  readonly end_rest: boolean
  readonly dry_run: boolean
}

const MAXIMUM_ID = 2 ** 31 - 1

/** `to` is one person for everything, or a list of `{ layer, role, to }`. */
export function readHandOver(request: FastifyRequest, leaver: number): HandOverOrder {
  const body: Body = readBody(request, ['to', 'on', 'left', 'end_rest', 'dry_run'])
  const groups = Array.isArray(body.to) ? readGroups(body.to) : []
  const on = readDay(body, 'on')
  if (on === null) throw invalid('on')
  return {
    leaver,
    to: Array.isArray(body.to) ? null : readInteger(body, 'to', 1, MAXIMUM_ID),
    groups,
    on,
    left: readBoolean(body, 'left', false),
    end_rest: readBoolean(body, 'end_rest', false),
    dry_run: readBoolean(body, 'dry_run', false),
  }
}

function readGroups(list: readonly unknown[]): HandOverOrder['groups'] {
  const groups = list.map((one, index) => {
    const body = readMembers(one, ['layer', 'role', 'to'], `to[${index}].`)
    const layer = readString(body, 'layer', 60)
    const role = readString(body, 'role', 60)
    if (!findLayer(layer)) throw invalid(`to[${index}].layer`)
    if (!findRole(role)) throw invalid(`to[${index}].role`)
    return { layer, role, to: readInteger(body, 'to', 1, MAXIMUM_ID) }
  })
  const keys = groups.map(({ layer, role }) => `${layer}/${role}`)
  if (new Set(keys).size < keys.length) throw invalid('to')
  return groups
}
