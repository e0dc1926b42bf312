/** Reads what is to be covered, and where. */
import type { FastifyRequest } from 'fastify'
import { findLayer } from '#geodata/layers/index.ts'
import { visitorOf } from '../../access/gate.ts'
import type { Visitor } from '../../access/visitor.ts'
import type { Area } from '../../areas/inside.ts'
import { readAreaQuestion } from '../../areas/question.ts'
import type { Queryable } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { readLimit, readParameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { demandSeen } from '../../layers/seen.ts'
import { chineseDay } from '../../layers/states.ts'
import { validOn } from '../../responsibility/areas_at.ts'

export const COVERAGE_KINDS = ['hydrants', 'roads', 'main_roads', 'shelters', 'garbage'] as const
export type CoverageKind = (typeof COVERAGE_KINDS)[number]

/** Of these, households are what is or isn't covered. */
const OF_HOUSEHOLDS: readonly CoverageKind[] = ['shelters', 'garbage']

/** Features of each list: totals count all. */
export const COVERAGE_LIMIT = { standard: 5_000, maximum: 20_000 } as const

export interface CoverageQuestion {
  readonly kind: CoverageKind
  readonly area: Area
  readonly day: string
  readonly limit: number
}

/** A county, town or community, by its code. */
export async function readTerritoryQuestion(database: Queryable, request: FastifyRequest): Promise<CoverageQuestion> {
  const { kind, territory, limit } = readParameters(request, ['kind', 'territory', 'limit'])
  const asked = readKind(kind, visitorOf(request))
  if (territory === undefined || !/^(\d{6}|\d{9}|\d{12})$/.test(territory))
    throw new Problem(400, 'territory_invalid', { field: 'territory' })
  const day = chineseDay()
  const [found] = await database.query<{ id: number }>(sql`
    select id from administrative_areas where code = ${territory} and ${validOn(day)} limit 1`)
  if (!found) throw new Problem(404, 'territory_missing', { field: 'territory' })
  const area = { picked: [{ layer: 'administrative_areas', id: found.id }] }
  return { kind: asked, area, day, limit: readLimit(limit, COVERAGE_LIMIT) }
}

/** An area that was drawn or picked, as /api/areas/ask takes it. */
export function readAreaCoverage(request: FastifyRequest): CoverageQuestion {
  readParameters(request, [])
  const visitor = visitorOf(request)
  const { kind, limit, ...rest } = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const asked = readKind(typeof kind === 'string' ? kind : undefined, visitor)
  if (limit !== undefined && typeof limit !== 'number')
    throw new Problem(400, 'limit_invalid', { field: 'limit' }, { maximum: COVERAGE_LIMIT.maximum })
  const { area, day } = readAreaQuestion(rest, visitor)
  return { kind: asked, area, day, limit: readLimit(limit === undefined ? undefined : String(limit), COVERAGE_LIMIT) }
}

function readKind(text: string | undefined, visitor: Visitor): CoverageKind {
  const kind = COVERAGE_KINDS.find((one) => one === text)
  if (!kind) throw new Problem(400, 'coverage_kind_unknown', { field: 'kind' }, { known: COVERAGE_KINDS.join(', ') })
  if (OF_HOUSEHOLDS.includes(kind)) demandSeen(visitor, [findLayer('household_points')!])
  return kind
}
