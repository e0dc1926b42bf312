/**
 * PostGIS for the embedded database, without what nothing here uses: raster, topology, addresses of the United States, and upgrades from
 * versions that this database never had. PGlite unpacks the whole bundle and compiles each library in it at every start: 2 seconds of 3.4.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Extension } from '@electric-sql/pglite'
import { postgis as whole } from '@electric-sql/pglite-postgis'
import { createTar, parseTar } from 'nanotar'
import { keptPath } from './kept.ts'

const USED =
  /^(lib\/postgresql\/postgis-3\.so|share\/proj\/.*|share\/postgresql\/extension\/postgis(\.control|--\d+\.\d+\.\d+\.sql))$/

export const postgis: Extension = {
  ...whole,
  setup: async (database, options) => {
    const { bundlePath, ...setUp } = await whole.setup(database, options)
    const kept = bundlePath && (await keptPath('postgis.tar.gz', (path) => writeUsed(bundlePath, path)))
    return { ...setUp, bundlePath: kept ? pathToFileURL(kept) : bundlePath! }
  },
}

async function writeUsed(bundle: URL, path: string): Promise<void> {
  const files = parseTar(await promisify(gunzip)(await readFile(bundle)), {
    filter: ({ name, type }) => type === 'file' && USED.test(name),
  })
  const used = createTar(files.map(({ name, data, attrs }) => ({ name, data: data!, attrs: attrs! })))
  // Read at every start and written once, so it is the reading that has to be quick.
  await writeFile(path, await promisify(gzip)(used, { level: 1 }))
}
