// Where the PostgreSQL server programs are, and whether PostGIS belongs to them.
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findOnPath, isProgram, outputOf } from './processes.ts'

export const OLDEST_POSTGRESQL = 15

/** Debian and Ubuntu keep every version's programs apart and out of PATH. */
const DEBIAN_FOLDER = '/usr/lib/postgresql'

export interface PostgresServer {
  /** The folder with initdb and postgres. */
  binFolder: string
  major: number
  hasPostgis: boolean
}

/** The newest server that can be used; of servers without PostGIS none can. */
export function findPostgres(servers: PostgresServer[] = findServers()): PostgresServer | undefined {
  return servers.filter((server) => server.hasPostgis && server.major >= OLDEST_POSTGRESQL).sort((a, b) => b.major - a.major)[0]
}

export function findServers(debianFolder = DEBIAN_FOLDER): PostgresServer[] {
  const named = outputOf('pg_config', ['--bindir'])
  const debian = existsSync(debianFolder) ? readdirSync(debianFolder).map((version) => join(debianFolder, version, 'bin')) : []
  const initdb = findOnPath('initdb')
  const folders = new Set([...(named ? [named] : []), ...debian, ...(initdb ? [dirname(initdb)] : [])])
  return [...folders].flatMap((folder) => serverIn(folder) ?? [])
}

function serverIn(binFolder: string): PostgresServer | undefined {
  if (!isProgram(join(binFolder, 'initdb')) || !isProgram(join(binFolder, 'postgres'))) return undefined
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(outputOf(join(binFolder, 'postgres'), ['--version']) ?? '')?.[1])
  if (!Number.isInteger(major)) return undefined
  const shared = outputOf(join(binFolder, 'pg_config'), ['--sharedir']) ?? `/usr/share/postgresql/${major}`
  return { binFolder, major, hasPostgis: existsSync(join(shared, 'extension', 'postgis.control')) }
}
