import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HOME = fileURLToPath(new URL('../../', import.meta.url))
/** What the built console is made of. */
const SOURCES = ['web', 'geodata', 'package-lock.json']

export const CONSOLE_FOLDER = join(HOME, 'web', 'dist')

/** Builds the console when it is missing or older than its sources. Resolves to whether it had to. */
export async function buildConsole(beforeBuilding: () => void): Promise<boolean> {
  const stamp = join(CONSOLE_FOLDER, 'built-from.txt')
  const sources = await digest()
  const built = existsSync(stamp) ? await readFile(stamp, 'utf8') : ''
  if (built === sources) return false
  beforeBuilding()
  // Whatever the server runs under, people get the console without React's development checks.
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  await build({ root: join(HOME, 'web'), configFile: join(HOME, 'web', 'vite.config.ts'), logLevel: 'warn' })
  await writeFile(stamp, sources)
  return true
}

async function digest(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    const path = join(HOME, source)
    const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined)
    const files = entries ? entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)) : [path]
    for (const file of files.filter((name) => !name.startsWith(CONSOLE_FOLDER)).sort()) {
      hash.update(file.slice(HOME.length)).update(await readFile(file))
    }
  }
  return hash.digest('hex')
}
