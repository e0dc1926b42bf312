import { resolve } from 'node:path'
import { DataFolderError } from '#api/database/embedded/folder.ts'
import { MigrationError } from '#api/database/migrate.ts'
import type { DatabaseLocation } from '#api/database/open.ts'
import { DatabaseNotEmptyError } from '#api/demo/emptiness.ts'
import type { DatabaseWords } from '../words/database.zh-CN.ts'
import { ConnectionLostError } from './fill.ts'

/** What PostgreSQL, inside or outside, and the system say when there is no room left. */
const DISK_FULL = /No space left on device|ENOSPC|EDQUOT|Disk quota exceeded/
/** Codes of the system, of SQLSTATE and of Node that mean: no such server, or not for you. */
const UNREACHABLE = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|ERR_INVALID_URL|28|3D|08|53[^1]|57P)/
const TABLES_NAMED = 6

/** What to tell a person about a failure of the database: what was wrong, where, and what to do. Undefined for any other failure. */
export function explainDatabase(error: unknown, words: DatabaseWords, location: DatabaseLocation): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, message } = error as NodeJS.ErrnoException
  const where = 'url' in location ? 'PostgreSQL' : resolve(location.folder)
  if (code === '53100' || DISK_FULL.test(message)) {
    return words.disk_full(where, firstLine(error instanceof DataFolderError ? error.detail : message))
  }
  if (error instanceof DatabaseNotEmptyError) return words.database_not_empty(listed(error.tables))
  if (error instanceof DataFolderError) return words[error.code](error.folder, error.detail)
  if (error instanceof MigrationError) return words[error.code](message)
  if (error instanceof ConnectionLostError) return words.database_lost(message)
  if ('url' in location && UNREACHABLE.test(code ?? '')) return words.database_unreachable(message || code || '')
  return undefined
}

const listed = (tables: readonly string[]): string =>
  [...tables.slice(0, TABLES_NAMED), ...(tables.length > TABLES_NAMED ? ['…'] : [])].join(', ')

const firstLine = (text: string): string => text.split('\n')[0]!
