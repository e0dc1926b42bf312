import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PhotoContent } from './store.ts'

/** Sends a photo to somebody who may see it. His browser keeps it, but asks each time whether he still may. */
export function sendPhoto(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, bytes, sha256 }: PhotoContent,
  size: 'full' | 'small',
): FastifyReply {
  const etag = `"${size}-${sha256}"`
  reply.headers({
    etag,
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline',
  })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.type(type).send(bytes)
}
