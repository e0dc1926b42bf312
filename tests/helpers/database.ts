// An empty, migrated database for a test file: the embedded one or one on the test cluster, as JIANGLI_TEST_DATABASE says.
// Both are copied from a template that is made once for each state of the migrations.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Database, Transaction } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { type DatabaseLocation, openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { TEST_DATABASE_URL } from '../../scripts/setup/environment.ts'

export interface TestDatabase {
  readonly database: Database
  /** Where it is, for a process or a second connection of the test's own. */
  readonly location: DatabaseLocation
  /** Closes and deletes it. */
  close(): Promise<void>
}

/** Which of the two this run of the tests is about. */
export const testedDatabase = (): 'embedded' | 'postgresql' =>
  process.env.JIANGLI_TEST_DATABASE === 'postgresql' ? 'postgresql' : 'embedded'

export async function openTestDatabase(kind = testedDatabase()): Promise<TestDatabase> {
  const { location, remove } = kind === 'embedded' ? await copyFolder() : await copyDatabase()
  const database = await openDatabase(location)
  return {
    database,
    location,
    close: async () => {
      await database.close()
      await remove()
    },
  }
}

/** One transaction with the rights of the tables' owner, on a database that has been restricted. */
export const asOwner = <Result>(database: Database, work: (transaction: Transaction) => Promise<Result>): Promise<Result> =>
  database.transaction(async (transaction) => {
    await transaction.query(sql`set local role none`)
    return work(transaction)
  })

const HOME = fileURLToPath(new URL('../../', import.meta.url))
const MIGRATIONS = join(HOME, 'api', 'database', 'migrations')

function migrationsDigest(): string {
  const hash = createHash('sha256').update(readFileSync(join(HOME, 'package-lock.json')))
  for (const name of readdirSync(MIGRATIONS).sort()) hash.update(readFileSync(join(MIGRATIONS, name)))
  return hash.digest('hex').slice(0, 16)
}

/** A data folder with an empty, migrated embedded database in it, for a server of the test's own. */
export async function copyFolder() {
  const cache = join(HOME, 'node_modules', '.cache', 'jiangli')
  const template = join(cache, `embedded-${migrationsDigest()}`)
  if (!existsSync(template)) {
    await mkdir(cache, { recursive: true })
    const unfinished = await mkdtemp(join(cache, 'unfinished-'))
    await makeTemplate({ folder: unfinished })
    await rename(unfinished, template).catch(() => rm(unfinished, { recursive: true }))
  }
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-test-'))
  await cp(template, folder, { recursive: true })
  return { location: { folder }, remove: () => rm(folder, { recursive: true, force: true }) }
}

async function copyDatabase() {
  const server = new URL(process.env[TEST_DATABASE_URL]!)
  const template = `jiangli_template_${migrationsDigest()}`
  const name = `jiangli_test_${randomBytes(6).toString('hex')}`
  const at = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href
  await administer(server.href, async (client) => {
    // Test files run side by side; whoever has the lock makes the template.
    await client.query('select pg_advisory_lock(7412027)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      await client.query(`create database ${template}_unfinished`)
      await makeTemplate({ url: at(`${template}_unfinished`) })
      await client.query(`alter database ${template}_unfinished rename to ${template}`)
    }
    await client.query(`create database ${name} template ${template}`)
  })
  return {
    location: { url: at(name) },
    remove: () => administer(server.href, (client) => client.query(`drop database ${name} with (force)`)),
  }
}

async function makeTemplate(location: DatabaseLocation): Promise<void> {
  const database = await openDatabase(location)
  await migrate(database)
  await database.close()
}

async function administer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
