import { cpSync, existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { findDamage } from './inspect.ts'
import { keptPath } from './kept.ts'
import { claim } from './lock.ts'
import type { Thread } from './thread.ts'

/** The PostgreSQL version whose files PGlite 0.5 reads and writes. */
const FILES_VERSION = '18'

export type DataFolderProblem =
  | 'data_folder_in_use'
  | 'data_folder_damaged'
  | 'data_folder_other_version'
  | 'data_folder_unusable'

/** Why a data folder can't be opened. `code` is stable; `detail` is for the person who has to mend it. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
  readonly code: DataFolderProblem
  readonly folder: string
  readonly detail: string

  constructor(code: DataFolderProblem, folder: string, detail: string) {
    super(`${code}: ${folder}: ${detail}`)
    this.code = code
    this.folder = folder
    this.detail = detail
  }
}

/**
 * Claims the data folder for this process and opens the database in it.
 * A new database is made under another name and renamed when it is whole, so that a folder named `database` was whole once:
 * whatever is wrong with it later is damage, and damage is reported.
 */
export async function openFolder(folder: string, start: Start): Promise<{ thread: Thread; release: () => Promise<void> }> {
  const absolute = resolve(folder)
  await makeFolder(absolute).catch((error: Error) => {
    throw new DataFolderError('data_folder_unusable', absolute, error.message)
  })
  const release = await claim(absolute)
  try {
    const database = join(absolute, 'database')
    if (existsSync(database)) await refuseDamage(absolute, database)
    else await create(absolute, database, start)
    const thread = await start(database).catch(async (error: Error) => {
      const full = await fullness(absolute)
      if (full) throw new DataFolderError('data_folder_unusable', absolute, full)
      const code = CIRCUMSTANCES.test(error.message) ? 'data_folder_unusable' : 'data_folder_damaged'
      throw new DataFolderError(code, absolute, error.message)
    })
    return { thread, release }
  } catch (error) {
    await release()
    throw error
  }
}

/** Not `recursive`: where the system denies a folder with ENOENT, as under /proc, Node's own would try for ever. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return
    if (code !== 'ENOENT' || dirname(path) === path || existsSync(dirname(path))) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

type Start = (folder: string) => Promise<Thread>

async function create(absolute: string, database: string, start: Start): Promise<void> {
  const unfinished = join(absolute, 'database.unfinished')
  // Nothing was ever stored in a database that was not finished.
  await rm(unfinished, { recursive: true, force: true })
  try {
    const fresh = await freshDatabase(start)
    if (fresh) cpSync(fresh, unfinished, { recursive: true })
    else await makeDatabase(unfinished, start)
    await rename(unfinished, database)
  } catch (error) {
    const full = await fullness(absolute)
    // Half a database would only take up the room that is missing.
    await rm(unfinished, { recursive: true, force: true })
    throw new DataFolderError('data_folder_unusable', absolute, full ?? (error as Error).message)
  }
}

/** Where one with PostGIS and nothing else is kept, which takes a quarter of a minute to make and half a second to copy. */
const freshDatabase = (start: Start): Promise<string | undefined> => keptPath('database', (path) => makeDatabase(path, start))

async function makeDatabase(folder: string, start: Start): Promise<void> {
  const thread = await start(folder)
  await thread.ask({ do: 'script', text: 'create extension postgis' })
  await thread.ask({ do: 'close' })
  await thread.end()
}

/** A segment of the write-ahead log: with less room the database can't begin a new one, nor start after it was broken off. */
const LEAST_ROOM = 16 * 2 ** 20

/** PGlite doesn't say that the disk is full. In the system's words where it is, otherwise undefined. */
async function fullness(folder: string): Promise<string | undefined> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  return free < LEAST_ROOM ? `No space left on device (${Math.floor(free / 2 ** 20)} MB free)` : undefined
}

/** Looks for what PGlite would silently create anew or stumble over. */
async function refuseDamage(absolute: string, database: string): Promise<void> {
  const damaged = (detail: string) => new DataFolderError('data_folder_damaged', absolute, detail)
  const version = await readFile(join(database, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version === undefined) throw damaged('database/PG_VERSION is missing')
  if (version.trim() === '') throw damaged('database/PG_VERSION is empty')
  if (version.trim() !== FILES_VERSION) {
    throw new DataFolderError('data_folder_other_version', absolute, `PostgreSQL ${version.trim()} instead of ${FILES_VERSION}`)
  }
  const damage = await findDamage(database)
  if (damage) throw damaged(damage)
}

/** What keeps a sound database from starting: no memory, no space, no rights. */
const CIRCUMSTANCES = /allocate memory|out of memory|ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EMFILE|ENFILE|EIO/i
