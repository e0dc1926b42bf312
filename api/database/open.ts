import type { Database } from './database.ts'
import { openEmbedded } from './embedded/embedded.ts'
import { openPostgresql } from './postgresql.ts'

export type DatabaseLocation = { readonly url: string } | { readonly folder: string }

/** PostgreSQL where there is a URL, the embedded database in a folder otherwise. */
export const openDatabase = (location: DatabaseLocation): Promise<Database> =>
  'url' in location ? openPostgresql(location.url) : openEmbedded(location.folder)
