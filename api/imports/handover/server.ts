import { chmod, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { deserialize, serialize } from 'node:v8'
import type { Database } from '../../database/database.ts'
import { type PreparedImport, storeImport } from '../import.ts'
import { type Answer, received, socketPath } from './socket.ts'

/**
 * Lets `npm run import` bring files into an embedded database while the server has it open.
 * Whoever can write into the data folder could change the database anyway; nobody else reaches the socket.
 * Resolves to a function that stops it.
 */
export async function takeImports(database: Database, folder: string): Promise<() => Promise<void>> {
  const path = socketPath(folder)
  if (path === undefined) return async () => {}
  // This process holds the folder's lock, so a socket that is there already is a dead one.
  await rm(path, { force: true })
  const server = createServer({ allowHalfOpen: true }, (socket) => void answer(database, socket).catch(() => socket.destroy()))
  const before = process.umask(0o177)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve)).finally(() =>
    process.umask(before),
  )
  await chmod(path, 0o600)
  return () => new Promise((resolve) => server.close(() => resolve()))
}

async function answer(database: Database, socket: Socket): Promise<void> {
  const prepared = deserialize(await received(socket)) as PreparedImport
  const reply: Answer = await storeImport(database, prepared).then(
    (report) => ({ report }),
    (error: Error & { code?: unknown; detail?: unknown }) => {
      const { name, message, code, detail } = error
      return { error: { name, message, code, detail } }
    },
  )
  socket.end(serialize(reply))
}
