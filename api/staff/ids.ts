import type { FastifyReply, FastifyRequest } from 'fastify'
import { etagOf } from '../http/body.ts'
import { Problem } from '../http/problem.ts'

export type OfId = { Params: { id: string } }

/** The id in an address; what can be none finds nothing. */
export const idOf = ({ params: { id } }: FastifyRequest<OfId>): number => readId(id)

export function readId(id: string): number {
  if (!/^\d{1,10}$/.test(id) || Number(id) > 2 ** 31 - 1) throw new Problem(404, 'record_not_found', {}, { id: id.slice(0, 30) })
  return Number(id)
}

/** A single row leaves with the version that a change of it must name. */
export function tagged<Body extends { readonly version: number }>(reply: FastifyReply, body: Body): Body {
  reply.header('etag', etagOf(body)).header('cache-control', 'no-store')
  return body
}
