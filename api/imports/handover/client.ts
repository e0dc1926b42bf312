import { once } from 'node:events'
import { createConnection } from 'node:net'
import { deserialize, serialize } from 'node:v8'
import type { ImportReport, PreparedImport } from '../import.ts'
import { ImportStoreError } from '../refusal.ts'
import { type Answer, received, socketPath } from './socket.ts'

/**
 * Gives the import to the server that has the data folder open. Resolves to undefined when nobody takes it; rejects as
 * `storeImport` would, or when the server ends before it has answered.
 */
export async function handOver(folder: string, prepared: PreparedImport): Promise<ImportReport | undefined> {
  const path = socketPath(folder)
  if (path === undefined) return undefined
  const socket = createConnection({ path, allowHalfOpen: true })
  try {
    await once(socket, 'connect')
  } catch {
    return undefined
  }
  socket.end(serialize(prepared))
  const bytes = await received(socket)
  if (bytes.length === 0) throw new Error('the server ended before it said whether the import was stored')
  const answer = deserialize(bytes) as Answer
  if ('report' in answer) return answer.report
  const { name, message, code, detail } = answer.error
  if (name === 'ImportStoreError')
    throw new ImportStoreError(code as ImportStoreError['code'], detail as ImportStoreError['detail'])
  throw new Error(message)
}
