import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Database } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { type DatabaseLocation, openDatabase } from '#api/database/open.ts'
import type { DatabaseWords } from '../words/database.zh-CN.ts'

/** Opens the database, or creates it, and brings its tables up to date. Says what it does. */
export async function openUpToDate(
  location: DatabaseLocation,
  words: DatabaseWords,
  say: (line: string) => void,
): Promise<Database> {
  if ('url' in location) say(words.opening_postgresql)
  else {
    const folder = resolve(location.folder)
    say(existsSync(join(folder, 'database')) ? words.opening_embedded(folder) : words.creating_embedded(folder))
  }
  const database = await openDatabase(location)
  await orClose(database, () => migrate(database, (name) => say(`  ${words.migrating(name)}`)))
  return database
}

/** An open database keeps its process alive. Whatever closing a broken one says, the first error is the one to tell. */
export async function orClose<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    await database.close().catch(() => {})
    throw error
  }
}
