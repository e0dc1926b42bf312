import type { DatabaseLocation } from '#api/database/open.ts'

/** Where the environment says the database is; the README lists the variables. */
export function databaseLocation(environment: NodeJS.ProcessEnv): DatabaseLocation {
  const url = environment.DATABASE_URL?.trim()
  const ownerUrl = environment.DATABASE_OWNER_URL?.trim()
  return url ? { url, ...(ownerUrl ? { ownerUrl } : {}) } : { folder: environment.JIANGLI_DATA?.trim() || 'data' }
}
