// The environment that tests run in.

/** The one variable by which tests are told of a PostgreSQL server that they may create and drop databases on. */
export const TEST_DATABASE_URL = 'JIANGLI_TEST_DATABASE_URL'

/** A copy without anything that leads to a database: DATABASE_URL, DATABASE_OWNER_URL, PGHOST, PGSERVICE and their like may be set on the machine of
 *  somebody who runs Jiangli for real, and tests must never find that database. */
export function withoutDatabase(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name !== 'DATABASE_URL' && name !== 'DATABASE_OWNER_URL' && !/^PG[A-Z]/.test(name)),
  )
}

/** The same for this process itself. */
export function forgetDatabase(): void {
  const kept = withoutDatabase(process.env)
  for (const name of Object.keys(process.env)) if (!(name in kept)) delete process.env[name]
}
