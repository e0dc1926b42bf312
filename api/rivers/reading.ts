/** What questions about rivers have in common. */
import type { FastifyRequest } from 'fastify'
import { wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import type { OfId } from '../staff/ids.ts'

const MAXIMUM_ID = 2 ** 31 - 1

/** Longer ones would be no answer that somebody reads. */
export const LIMIT = { standard: 50, maximum: 500 } as const

export const segmentIdOf = (request: FastifyRequest<OfId>): number => idFrom(request, 'segment_not_found')
export const riverIdOf = (request: FastifyRequest<OfId>): number => idFrom(request, 'river_not_found')

function idFrom({ params }: FastifyRequest<OfId>, code: 'segment_not_found' | 'river_not_found'): number {
  const id = wholeNumber(params.id)
  if (id === undefined || id > MAXIMUM_ID) throw new Problem(404, code, {}, { id: params.id.slice(0, 30) })
  return id
}
