import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../http/problem.ts'
import { MAXIMUM_FILE_BYTES, readTable, type Table } from './read.ts'

/** Must be called on the scope of the routes that take files, and on no other: elsewhere a form is no body. */
export async function takeFiles(scope: FastifyInstance): Promise<void> {
  await scope.register(multipart, { limits: { fileSize: MAXIMUM_FILE_BYTES, files: 1, fields: 0, parts: 1, headerPairs: 20 } })
}

/** The table in the one file of a form. */
export async function readUpload(request: FastifyRequest): Promise<Table> {
  if (!request.isMultipart()) throw new Problem(415, 'form_expected')
  try {
    const file = await request.file()
    if (!file) throw new Problem(422, 'file_missing', { field: 'file' })
    const bytes = await file.toBuffer()
    // The end may have been cut off with the last piece, which the library does not tell.
    if (file.file.truncated) throw new Problem(413, 'body_too_large')
    return readTable(bytes)
  } catch (error) {
    if (error instanceof Problem) throw error
    const { code = '' } = error as { code?: string }
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw new Problem(413, 'body_too_large')
    if (code.startsWith('FST_')) throw new Problem(422, 'file_missing', { field: 'file' })
    throw new Problem(400, 'request_malformed')
  }
}
