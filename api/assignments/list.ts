/** Assignments as a list, each with its object and person. */
import type { FastifyRequest } from 'fastify'
import { findLayer } from '#geodata/layers/index.ts'
import { findRole, ROLES } from '#geodata/responsibility/roles.ts'
import type { Queryable } from '../database/database.ts'
import { empty, join, type Sql, sql } from '../database/sql.ts'
import { type Parameters, readLimit, readOffset, readParameters } from '../http/parameters.ts'
import { layerProblem, Problem } from '../http/problem.ts'
import { readDay } from '../responsibility/parameters.ts'
import { readFlag, readId, readTerritory } from '../staff/questions.ts'
import type { Page } from '../staff/store.ts'
import { readTitles, type Title } from './objects.ts'
import type { Assignment } from './store.ts'

export const KNOWN_ROLES = { known: ROLES.map(({ id }) => id).join(', ') }
export const ASSIGNMENT_PAGE = { standard: 100, maximum: 1000 } as const
export const ASSIGNMENT_FILTERS = ['layer', 'object_id', 'person_id', 'role', 'territory', 'at', 'all'] as const

export interface Listed extends Omit<Assignment, 'person_id'>, Title {
  readonly person: {
    readonly id: number
    readonly code: string | null
    readonly name: string
    readonly name_en: string | null
    readonly organisation: string
    readonly organisation_en: string | null
    readonly territory_code: string
    readonly left_on: string | null
  }
}

export interface AssignmentQuestion {
  readonly where: Sql
  readonly limit: number
  readonly offset: number
}

export function readAssignmentQuestion(request: FastifyRequest): AssignmentQuestion {
  const parameters = readParameters(request, [...ASSIGNMENT_FILTERS, 'limit', 'offset'])
  return {
    where: assignmentFilter(parameters),
    limit: readLimit(parameters.limit, ASSIGNMENT_PAGE),
    offset: readOffset(parameters.offset),
  }
}

/** Of a day, today where none is said; `all` is of every day. `territory` is that of the person's organisation. */
export function assignmentFilter({ layer, object_id, person_id, role, territory, at, all }: Parameters): Sql {
  if (layer !== undefined && !findLayer(layer)) throw layerProblem(layer)
  if (role !== undefined && !findRole(role)) throw new Problem(400, 'role_unknown', { field: 'role' }, KNOWN_ROLES)
  const day = at === undefined ? null : readDay(at)
  const asked = sql`coalesce(${day}::date, today())`
  const conditions = [
    layer === undefined ? empty : sql`assignments.layer = ${layer}`,
    object_id === undefined ? empty : sql`object_id = ${readId('object_id', object_id)}::integer`,
    person_id === undefined ? empty : sql`person_id = ${readId('person_id', person_id)}::integer`,
    role === undefined ? empty : sql`role = ${role}`,
    territory === undefined ? empty : sql`starts_with(organisations.territory_code, ${readTerritory(territory)})`,
    readFlag('all', all)
      ? empty
      : sql`assignments.valid_from <= ${asked} and (assignments.valid_to is null or assignments.valid_to > ${asked})`,
  ].filter((condition) => condition !== empty)
  return conditions.length === 0 ? empty : sql`where ${join(conditions, ' and ')}`
}

const FROM = sql`assignments join people on people.id = assignments.person_id join organisations on organisations.id = people.organisation_id`

export async function listAssignments(database: Queryable, { where, limit, offset }: AssignmentQuestion): Promise<Page<Listed>> {
  const rows = await database.query<Omit<Listed, keyof Title>>(sql`
    select assignments.id, assignments.layer, object_id, role, standing, chainage_from_m, chainage_to_m, assignments.valid_from,
      assignments.valid_to, remark, assignments.version,
      json_build_object('id', people.id, 'code', people.code, 'name', people.name, 'name_en', people.name_en,
        'organisation', organisations.name, 'organisation_en', organisations.name_en,
        'territory_code', organisations.territory_code, 'left_on', people.left_on) as person
    from ${FROM} ${where}
    order by assignments.layer, object_id, role, standing, assignments.valid_from, assignments.id limit ${limit} offset ${offset}`)
  const [counted] = await database.query<{ total: number }>(sql`select count(*)::integer as total from ${FROM} ${where}`)
  const titles = await readTitles(database, rows)
  return { rows: rows.map((row) => ({ ...row, ...titles.of(row) })), total: counted!.total }
}

/** One assignment of whatever day, as the list shows it. */
export async function readListed(database: Queryable, id: number): Promise<Listed> {
  const { rows } = await listAssignments(database, { where: sql`where assignments.id = ${id}::integer`, limit: 1, offset: 0 })
  if (!rows[0]) throw new Problem(404, 'record_not_found', {}, { id })
  return rows[0]
}
