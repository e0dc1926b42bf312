/** What the lists of the staff are asked: a text, a territory, an organisation, a page. */
import type { FastifyRequest } from 'fastify'
import { empty, join, type Sql, sql } from '../database/sql.ts'
import { likePattern } from '../features/filters.ts'
import { type Parameters, readLimit, readOffset, readParameters, readText, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'

export const STAFF_PAGE = { standard: 100, maximum: 1000 } as const

export interface StaffQuestion {
  readonly where: Sql
  readonly limit: number
  readonly offset: number
}

export const FILTERS = {
  organisations: ['q', 'territory'],
  posts: ['q', 'territory', 'organisation_id'],
  people: ['q', 'territory', 'organisation_id', 'left'],
} as const
export type Listed = keyof typeof FILTERS

/** Columns in which `q` is looked for. Mobile numbers are not among them: a search would tell them digit by digit. */
const SEARCHED: Readonly<Record<Listed, readonly Sql[]>> = {
  organisations: [sql`organisations.name`, sql`organisations.name_en`, sql`organisations.code`],
  posts: [sql`posts.name`, sql`posts.name_en`],
  people: [
    sql`people.name`,
    sql`people.name_en`,
    sql`people.code`,
    sql`people.telephone`,
    sql`organisations.name`,
    sql`organisations.name_en`,
    // What he is today: the secretary is looked for by his post as much as by his name.
    sql`(select string_agg(concat_ws(' ', posts.name, posts.name_en), ' ') from tenures join posts on posts.id = tenures.post_id
      where tenures.person_id = people.id and tenures.valid_from <= today() and (tenures.valid_to is null or tenures.valid_to > today()))`,
  ],
}

export function readStaffQuestion(request: FastifyRequest, listed: Listed): StaffQuestion {
  const parameters = readParameters(request, [...FILTERS[listed], 'limit', 'offset'])
  return {
    where: staffFilter(parameters, listed),
    limit: readLimit(parameters.limit, STAFF_PAGE),
    offset: readOffset(parameters.offset),
  }
}

/** The conditions of a list, for organisations joined to whatever is listed. */
export function staffFilter({ q, territory, organisation_id, left }: Parameters, listed: Listed): Sql {
  const conditions = [
    q === undefined ? empty : textFilter(SEARCHED[listed], readText('q', q)),
    territory === undefined ? empty : sql`starts_with(organisations.territory_code, ${readTerritory(territory)})`,
    organisation_id === undefined ? empty : sql`organisations.id = ${readId('organisation_id', organisation_id)}`,
    left === undefined ? empty : sql`coalesce(people.left_on <= today(), false) = ${readFlag('left', left)}::boolean`,
  ].filter((condition) => condition !== empty)
  return conditions.length === 0 ? empty : sql`where ${join(conditions, ' and ')}`
}

function textFilter(columns: readonly Sql[], text: string): Sql {
  const pattern = `%${likePattern(text)}%`
  return sql`(${join(
    columns.map((column) => sql`${column} ilike ${pattern}`),
    ' or ',
  )})`
}

/** The code of a county, town or community. */
export function readTerritory(text: string): string {
  if (!/^(\d{6}|\d{9}|\d{12})$/.test(text)) throw new Problem(400, 'territory_invalid', { field: 'territory' })
  return text
}

export function readId(name: string, text: string): number {
  const id = wholeNumber(text)
  if (id === undefined || id > 2 ** 31 - 1) throw new Problem(400, 'id_invalid', { field: name }, { name })
  return id
}

export function readFlag(name: string, text: string | undefined): boolean {
  if (text !== undefined && text !== 'true' && text !== 'false')
    throw new Problem(400, 'filter_not_boolean', { field: name }, { name })
  return text === 'true'
}
