import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readForm, takeForms } from '../http/form.ts'
import { Problem } from '../http/problem.ts'
import { MAXIMUM_FILE_BYTES, readTable, type Table } from './read.ts'

/** Must be called on the scope of the routes that take tables, and on no other. */
export const takeFiles = (scope: FastifyInstance): Promise<void> => takeForms(scope, { file_bytes: MAXIMUM_FILE_BYTES, files: 1 })

/** The table in the one file of a form. */
export async function readUpload(request: FastifyRequest): Promise<Table> {
  const [file] = (await readForm(request)).files
  if (!file) throw new Problem(422, 'file_missing', { field: 'file' })
  return readTable(file.bytes)
}
