// PostgreSQL for tests. As vitest's global set-up of the suite `api-postgresql` it provides the server that JIANGLI_TEST_DATABASE_URL
// names, unless one is named already: by `npm test`, which starts one for the whole run, or by whoever calls vitest.
import { startCluster } from '../../scripts/setup/cluster.ts'
import { TEST_DATABASE_URL } from '../../scripts/setup/environment.ts'

export { type Cluster, startCluster } from '../../scripts/setup/cluster.ts'

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[TEST_DATABASE_URL]) return undefined
  const cluster = await startCluster()
  // Worker processes are started later and inherit it.
  process.env[TEST_DATABASE_URL] = cluster.url
  return async () => {
    delete process.env[TEST_DATABASE_URL]
    await cluster.stop()
  }
}
