import type { Socket } from 'node:net'
import { join, resolve } from 'node:path'
import type { ImportReport } from '../import.ts'

/** sockaddr_un.sun_path takes 108 bytes on Linux and 104 on macOS, the closing zero included. */
const MAXIMUM_PATH_BYTES = 103

/**
 * Where the server of an embedded database takes imports: a socket in the data folder, for the folder's owner alone.
 * Undefined where there can be none (Windows, a very long path).
 */
export function socketPath(folder: string): string | undefined {
  const path = join(resolve(folder), 'imports.sock')
  return process.platform === 'win32' || Buffer.byteLength(path) > MAXIMUM_PATH_BYTES ? undefined : path
}

/** Both directions carry one value in the format of `v8.serialize`, and end. */
export type Answer =
  | { readonly report: ImportReport }
  | { readonly error: { readonly name: string; readonly message: string; readonly code?: unknown; readonly detail?: unknown } }

/** All that the other side sends, with this side's own direction left open; iterating over a socket would close both. */
export function received(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', () => resolve(Buffer.concat(chunks)))
    socket.on('error', reject)
  })
}
