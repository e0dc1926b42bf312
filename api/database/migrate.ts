import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Database, Transaction } from './database.ts'
import { sql } from './sql.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
/** Any number, the same in every version of Jiangli: who holds it migrates. */
const LOCK = 7_412_026

export class MigrationError extends Error {
  override readonly name = 'MigrationError'
  readonly code: 'migration_changed' | 'database_newer' | 'migration_failed'

  constructor(code: MigrationError['code'], detail: string) {
    super(detail)
    this.code = code
  }
}

interface Migration {
  readonly name: string
  readonly text: string
  readonly checksum: string
}

/**
 * Brings the database to this version's tables, all migrations in one transaction under a lock, so that two servers may
 * start at once and a broken-off start leaves the old state. Safe to run again. Resolves to the names it applied.
 */
export async function migrate(database: Database, progress: (name: string) => void = () => {}): Promise<string[]> {
  const migrations = await readMigrations()
  return database.transaction(async (transaction) => {
    await transaction.script(`set local statement_timeout = 0; select pg_advisory_xact_lock(${LOCK});
      create table if not exists migration (
        name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    const applied = await transaction.query<{ name: string; checksum: string }>(sql`select name, checksum from migration`)
    refuseStrangers(migrations, applied)
    const known = new Set(applied.map(({ name }) => name))
    const missing = migrations.filter(({ name }) => !known.has(name))
    for (const migration of missing) {
      progress(migration.name)
      await apply(transaction, migration)
    }
    return missing.map(({ name }) => name)
  })
}

async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(fileURLToPath(FOLDER))).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(new URL(file, FOLDER), 'utf8')
      return { name: file.replace(/\.sql$/, ''), text, checksum: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

function refuseStrangers(migrations: readonly Migration[], applied: readonly { name: string; checksum: string }[]): void {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of applied) {
    const migration = byName.get(name)
    if (!migration)
      throw new MigrationError('database_newer', `the database has the migration ${name}, which this version does not know`)
    if (migration.checksum !== checksum)
      throw new MigrationError('migration_changed', `${name} was changed after it had been applied`)
  }
}

async function apply(transaction: Transaction, { name, text, checksum }: Migration): Promise<void> {
  try {
    await transaction.script(text)
  } catch (error) {
    throw new MigrationError('migration_failed', `${name}: ${(error as Error).message}`)
  }
  await transaction.query(sql`insert into migration (name, checksum) values (${name}, ${checksum})`)
}
