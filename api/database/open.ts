import type { Database } from './database.ts'
import { openEmbedded } from './embedded/embedded.ts'
import { openPostgresql } from './postgresql.ts'

export type DatabaseLocation =
  | {
      readonly url: string
      /** Of the tables' owner, who brings them up to date; the server itself works as the user of `url`. */
      readonly ownerUrl?: string
    }
  | { readonly folder: string }

/** PostgreSQL where there is a URL, the embedded database in a folder otherwise. */
export const openDatabase = (location: DatabaseLocation): Promise<Database> =>
  'url' in location ? openPostgresql(location.url, location.ownerUrl) : openEmbedded(location.folder)
