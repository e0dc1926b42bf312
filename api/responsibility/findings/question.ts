import { findLayer, LAYERS, type Layer } from '#geodata/layers/index.ts'
import { ROLES, type Role } from '#geodata/responsibility/roles.ts'
import type { Parameters } from '../../http/parameters.ts'
import { layerProblem, Problem } from '../../http/problem.ts'
import { readDay } from '../parameters.ts'

/**
 * What can be wrong, each on one day:
 * - `vacant`: somebody is owed in this role, and nobody has it; of a line, metres without anybody, the chief of the whole river counting
 *   on each of its segments.
 * - `expired`: somebody had it, until a day that is past, and nobody follows.
 * - `overloaded`: a person carries more than the role's band says; substitutes carry nothing.
 * - `without_substitute`: there is a first (A), and where a substitute is needed none (B).
 * - `left`: somebody has it who is no longer there.
 */
export const FINDING_KINDS = ['vacant', 'expired', 'overloaded', 'without_substitute', 'left'] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export const FILTERS = ['layer', 'scheme', 'role', 'territory', 'at'] as const

export interface Filter {
  readonly day: string
  readonly layer: Layer | undefined
  /** Findings on grids of this scheme only. */
  readonly scheme: string | undefined
  readonly role: Role | undefined
  /** Code of a county, town or community in which the objects lie. */
  readonly territory: string | undefined
}

export function readFilter({ layer, scheme, role, territory, at }: Parameters): Filter {
  if (layer !== undefined && !findLayer(layer)) throw layerProblem(layer)
  const found = role === undefined ? undefined : ROLES.find(({ id }) => id === role)
  if (role !== undefined && !found)
    throw new Problem(400, 'role_unknown', { field: 'role' }, { known: ROLES.map(({ id }) => id).join(', ') })
  if (territory !== undefined && !/^(\d{6}|\d{9}|\d{12})$/.test(territory))
    throw new Problem(400, 'territory_invalid', { field: 'territory' })
  if (scheme !== undefined && !/^[a-z][a-z0-9_]{0,99}$/.test(scheme))
    throw new Problem(400, 'scheme_unknown', { field: 'scheme' })
  return { day: readDay(at), layer: layer === undefined ? undefined : findLayer(layer), scheme, role: found, territory }
}

export function readKind(kind: string | undefined): FindingKind {
  const found = FINDING_KINDS.find((one) => one === kind)
  if (!found) throw new Problem(400, 'finding_kind_invalid', { field: 'kind' }, { known: FINDING_KINDS.join(', ') })
  return found
}

/** The roles of the question that pass, each with its layers that pass. */
export const rolesOfQuestion = ({ role, layer }: Filter): { role: Role; layers: readonly string[] }[] =>
  ROLES.filter((one) => role === undefined || one === role)
    .map((one) => ({ role: one, layers: one.layers.filter((id) => layer === undefined || id === layer.id) }))
    .filter(({ layers }) => layers.length > 0)

export const layerOrder: readonly string[] = LAYERS.map(({ id }) => id)
