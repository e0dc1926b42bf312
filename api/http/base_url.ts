import type { FastifyRequest } from 'fastify'

/** Scheme and authority as the asker wrote them, for links that programs follow. */
export const baseUrl = (request: FastifyRequest): string => `${request.protocol}://${request.host}`
