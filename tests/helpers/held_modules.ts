/**
 * V8 gives equal WebAssembly modules the same machine code for as long as somebody holds one of them. A worker of the tests opens dozens of
 * embedded databases one after the other, and what has become quick in one of them is quick in the next.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseTar } from 'nanotar'
import { keptPath } from '#api/database/embedded/kept.ts'

/** What of it is used here: Node has it, though the types of Node 20 do not. */
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<object> }

const PGLITE = 'node_modules/@electric-sql/pglite/dist/pglite.wasm'

let held: Promise<object[]> | undefined

/** Once an embedded database has been opened, which keeps the library that is read here. */
export function holdModules(home: string): Promise<unknown> {
  held ??= Promise.all([readFile(join(home, PGLITE)), readLibrary()]).then((all) =>
    Promise.all(all.map((bytes) => WebAssembly.compile(bytes))),
  )
  return held
}

async function readLibrary(): Promise<Uint8Array> {
  const bundle = await keptPath('postgis.tar.gz', () => Promise.reject(new Error('no embedded database was opened before')))
  const [library] = parseTar(gunzipSync(await readFile(bundle!)), { filter: ({ name }) => name.endsWith('.so') })
  return library!.data!
}
