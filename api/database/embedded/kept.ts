/** What takes seconds to make of the embedded database's packages: made once for their versions, and kept beside them. */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url))
const PACKAGES = ['@electric-sql/pglite', '@electric-sql/pglite-postgis']

/**
 * The file or folder that `make` makes at a path; undefined where none can be made there, as in a read-only installation. Where two processes
 * make it at the same time, the first counts.
 */
export async function keptPath(name: string, make: (path: string) => Promise<void>): Promise<string | undefined> {
  try {
    const folder = join(MODULES, '.cache', 'jiangli', ['embedded', ...(await Promise.all(PACKAGES.map(versionOf)))].join('-'))
    const path = join(folder, name)
    if (!existsSync(path)) await makeWhole(folder, path, make)
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

async function makeWhole(folder: string, path: string, make: (path: string) => Promise<void>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const unfinished = await mkdtemp(join(folder, 'unfinished-'))
  try {
    const inside = join(unfinished, 'made')
    await make(inside)
    await rename(inside, path).catch(() => {})
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

async function versionOf(name: string): Promise<string> {
  return JSON.parse(await readFile(join(MODULES, name, 'package.json'), 'utf8')).version
}
