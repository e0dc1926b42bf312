// A migrated database for a test file, empty or with the demo town: the embedded one or one on the test cluster, as
// JIANGLI_TEST_DATABASE says. All are copied from templates, which are made once for each state of what they are made by.
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Database, Transaction } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { type DatabaseLocation, openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { loadDemo } from '#api/demo/store.ts'
import { chineseDay } from '#api/layers/states.ts'
import { TEST_DATABASE_URL } from '../../scripts/setup/environment.ts'
import { holdModules } from './held_modules.ts'

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

/** What is in a database before a test begins. */
export type Contents = 'empty' | 'town' | 'county'

/** When the demo county stands still, so that its figures can be told: a Wednesday morning. The town's demo ends today. */
export const COUNTY_NOW = new Date('2026-11-18T10:30:00+08:00')

export async function openTestDatabase(kind = testedDatabase(), contents: Contents = 'empty'): Promise<TestDatabase> {
  const { location, remove } = kind === 'embedded' ? await copyFolder(contents) : await copyDatabase(contents)
  const database = await openDatabase(location)
  if (kind === 'embedded') await holdModules(HOME)
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

/** Of everything that can change what a template holds. A day changes the demo: it ends today. */
function digestOf(contents: Contents): string {
  const hash = createHash('sha256').update(readFileSync(join(HOME, 'package-lock.json')))
  const folders = contents === 'empty' ? [MIGRATIONS] : [join(HOME, 'api'), join(HOME, 'geodata')]
  for (const folder of folders)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).toSorted(byPath))
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(pathOf(entry)))
  if (contents === 'town') hash.update(chineseDay())
  return hash.digest('hex').slice(0, 16)
}

const pathOf = ({ parentPath, name }: Dirent): string => join(parentPath, name)
const byPath = (a: Dirent, b: Dirent): number => (pathOf(a) < pathOf(b) ? -1 : 1)

const names = new Map<Contents, string>()
function templateName(contents: Contents): string {
  const name = names.get(contents) ?? `${contents}_${digestOf(contents)}`
  names.set(contents, name)
  return name
}

/** A data folder with a migrated embedded database in it, for a server of the test's own. */
export async function copyFolder(contents: Contents = 'empty') {
  const cache = join(HOME, 'node_modules', '.cache', 'jiangli')
  const template = join(cache, `embedded-${templateName(contents)}`)
  if (!existsSync(template)) {
    await mkdir(cache, { recursive: true })
    const unfinished = await mkdtemp(join(cache, 'unfinished-'))
    await makeTemplate({ folder: unfinished }, contents)
    await rename(unfinished, template).catch(() => rm(unfinished, { recursive: true }))
  }
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-test-'))
  // A thousand small files: in turn they are copied four times as fast as side by side.
  cpSync(template, folder, { recursive: true })
  return { location: { folder }, remove: () => rm(folder, { recursive: true, force: true }) }
}

async function copyDatabase(contents: Contents) {
  const server = new URL(process.env[TEST_DATABASE_URL]!)
  const template = `jiangli_template_${templateName(contents)}`
  const name = `jiangli_test_${randomBytes(6).toString('hex')}`
  const at = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href
  await administer(server.href, async (client) => {
    // Test files run side by side; whoever has the lock makes the template.
    await client.query('select pg_advisory_lock(7412027)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template])
    if (rowCount === 0) {
      await client.query(`create database ${template}_unfinished`)
      await makeTemplate({ url: at(`${template}_unfinished`) }, contents)
      await client.query(`alter database ${template}_unfinished rename to ${template}`)
    }
    await client.query(`create database ${name} template ${template}`)
  })
  return {
    location: { url: at(name) },
    remove: () => administer(server.href, (client) => client.query(`drop database ${name} with (force)`)),
  }
}

async function makeTemplate(location: DatabaseLocation, contents: Contents): Promise<void> {
  const database = await openDatabase(location)
  await migrate(database)
  if (contents !== 'empty') await loadDemo(database, contents, () => {}, contents === 'county' ? COUNTY_NOW : new Date())
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
