/** What a request asks of a collection: OGC API Features Part 1 with text search, sorting and a choice of properties. */
import type { FastifyRequest } from 'fastify'
import { type Field, fieldsOf, type Layer } from '#geodata/layers/index.ts'
import { empty, identifier, join, type Sql, sql } from '../database/sql.ts'
import {
  type Bbox,
  checkFormat,
  type Days,
  readBbox,
  readDatetime,
  readLimit,
  readOffset,
  readParameters,
  readText,
} from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { inTerritories } from '../layers/limits_store.ts'
import { fieldFilter, likePattern } from './filters.ts'

export const LIMIT = { standard: 100, maximum: 10_000 } as const
/** Parameters of every collection, besides its fields. */
export const COMMON_PARAMETERS = ['bbox', 'datetime', 'limit', 'offset', 'q', 'sortby', 'properties', 'f'] as const
export const FEATURE_FORMATS = ['json', 'geojson'] as const

export interface Question {
  readonly layer: Layer
  readonly where: Sql
  readonly orderBy: Sql
  readonly limit: number
  readonly offset: number
  readonly fields: readonly Field[]
}

/** @param territories outside of which the asker doesn't see the layer */
export function readQuestion(layer: Layer, request: FastifyRequest, territories?: readonly string[]): Question {
  const all = fieldsOf(layer)
  const names = all.map(({ name }) => name)
  const parameters = readParameters(request, [...COMMON_PARAMETERS, ...names])
  checkFormat(parameters.f, FEATURE_FORMATS)
  const bbox = readBbox(parameters.bbox)
  const days = readDatetime(parameters.datetime)
  const text = parameters.q === undefined ? undefined : readText('q', parameters.q)
  const filters = all.flatMap((field) => {
    const value = parameters[field.name]
    return value === undefined ? [] : [fieldFilter(field, value)]
  })
  const conditions = [
    ...(layer.temporal ? [validity(days)] : []),
    ...(territories ? [inTerritories(layer, territories)] : []),
    ...(bbox ? [within(bbox)] : []),
    ...(text ? [containing(all, text)] : []),
    ...filters,
  ]
  return {
    layer,
    where: conditions.length === 0 ? empty : sql`where ${join(conditions, ' and ')}`,
    orderBy: readOrder(names, parameters.sortby),
    limit: readLimit(parameters.limit, LIMIT),
    offset: readOffset(parameters.offset),
    fields: readProperties(all, parameters.properties),
  }
}

/** Without `datetime`, what is valid today; `../..` asks for all history. `valid_to` is the first day no longer valid. */
const validity = (days: Days | undefined): Sql =>
  days
    ? sql`(${days.to ?? null}::date is null or valid_from <= ${days.to ?? null}::date)
        and (${days.from ?? null}::date is null or valid_to is null or valid_to > ${days.from ?? null}::date)`
    : sql`valid_from <= today() and (valid_to is null or valid_to > today())`

function within([west, south, east, north]: Bbox): Sql {
  const touching = (from: number, to: number) => {
    // As a box it becomes a point or a line where it has no area; ST_MakeEnvelope would make a polygon that nothing touches.
    const frame = sql`ST_SetSRID(ST_MakeBox2D(ST_MakePoint(${from}::float8, ${south}::float8), ST_MakePoint(${to}::float8, ${north}::float8))::geometry, 4326)`
    return sql`(geom && ${frame} and ST_Intersects(geom, ${frame}))`
  }
  return west <= east ? touching(west, east) : sql`(${touching(west, 180)} or ${touching(-180, east)})`
}

function containing(fields: readonly Field[], text: string): Sql {
  const pattern = `%${likePattern(text)}%`
  const searched = fields.filter(({ type }) => type === 'text' || type === 'code')
  return searched.length === 0
    ? sql`false`
    : sql`(${join(
        searched.map(({ name }) => sql`${identifier(name)} ilike ${pattern}`),
        ' or ',
      )})`
}

function readOrder(names: readonly string[], sortby: string | undefined): Sql {
  if (sortby === undefined) return sql`id`
  const keys = sortby.split(',').map((key) => {
    // A plus sign arrives as a space unless it was escaped.
    const [, sign, name] = /^([ +-]?)(\w+)$/.exec(key) ?? []
    if (name === undefined || (name !== 'id' && !names.includes(name))) {
      throw new Problem(400, 'sortby_invalid', { field: 'sortby' }, { known: ['id', ...names].join(', ') })
    }
    return sign === '-' ? sql`${identifier(name)} desc nulls last` : sql`${identifier(name)} nulls last`
  })
  return sql`${join(keys)}, id`
}

function readProperties(fields: readonly Field[], properties: string | undefined): readonly Field[] {
  if (properties === undefined) return fields
  const wanted = properties === '' ? [] : properties.split(',')
  const names = fields.map(({ name }) => name)
  if (wanted.some((name) => !names.includes(name))) {
    throw new Problem(400, 'properties_invalid', { field: 'properties' }, { known: names.join(', ') })
  }
  return fields.filter(({ name }) => wanted.includes(name))
}
