// `npm run import -- FILE --layer LAYER …`: brings a file of geodata into a layer. See `npm run import -- --help`.
import { access, constants, readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { basename, dirname, resolve } from 'node:path'
import type { Database } from '#api/database/database.ts'
import { DataFolderError } from '#api/database/embedded/folder.ts'
import { MigrationError, migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { handOver } from '#api/imports/handover/client.ts'
import { type ImportReport, type PreparedImport, prepareImport, storeImport } from '#api/imports/import.ts'
import { ImportStoreError, ImportUsageError } from '#api/imports/refusal.ts'
import { say, wordsIn } from '#api/imports/words/index.ts'
import { FormatError } from '#geodata/formats/index.ts'
import { databaseLocation } from './database/location.ts'
import { CommandError, type Options, readOptions } from './import/options.ts'
import { reportText } from './import/report.ts'
import { terminalLanguage } from './words/terminal.ts'

const STORED = 0
const FAILED = 1
const WRONG_USAGE = 2

const words = wordsIn(terminalLanguage(process.env))
process.exitCode = await main(process.argv.slice(2)).catch(explain)

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args)
  if (options === 'help') {
    process.stdout.write(words.help)
    return STORED
  }
  if (options.report !== undefined) await refuseUnwritable(options.report)
  const report = await importFrom(options)
  process.stdout.write(reportText(report, words))
  if (options.report !== undefined) await writeFile(options.report, `${JSON.stringify(report, null, 2)}\n`)
  return report.importId === undefined ? FAILED : STORED
}

async function importFrom({ file, ...request }: Options): Promise<ImportReport> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new CommandError('file_not_readable', { file, message: error.message })
  })
  // Whatever can be found out without the database is found out before it is opened, and perhaps created.
  const prepared = prepareImport({ ...request, bytes, fileName: basename(file), importedBy: userInfo().username })
  const database = await open().catch((error: unknown) => {
    if (isInUse(error)) return error
    throw error
  })
  if (database instanceof DataFolderError) return throughServer(prepared, database)
  try {
    await migrate(database)
    return await storeImport(database, prepared)
  } finally {
    await database.close()
  }
}

function open(): Promise<Database> {
  return openDatabase(databaseLocation(process.env))
}

function isInUse(error: unknown): error is DataFolderError {
  return error instanceof DataFolderError && error.code === 'data_folder_in_use'
}

/** A running server has the embedded database open and stores what was read here. Throws `inUse` where it is something else. */
async function throughServer(prepared: PreparedImport, inUse: DataFolderError): Promise<ImportReport> {
  const report = await handOver(inUse.folder, prepared)
  if (!report) throw inUse
  return report
}

/** Before anything is stored, so that exit code 0 and a missing report never come together. */
async function refuseUnwritable(file: string): Promise<void> {
  await access(dirname(resolve(file)), constants.W_OK).catch((error: Error) => {
    throw new CommandError('report_not_writable', { file, message: error.message })
  })
}

/** What went wrong, in words, and the exit code. */
function explain(error: unknown): number {
  const tell = (text: string, code: number) => {
    process.stderr.write(`${text}\n`)
    return code
  }
  if (error instanceof CommandError) {
    return tell(`${say(words.command[error.code], error.detail)}\n${words.report.seeHelp}`, WRONG_USAGE)
  }
  if (error instanceof ImportUsageError) {
    return tell(`${say(words.usage[error.code], error.detail)}\n${words.report.seeHelp}`, WRONG_USAGE)
  }
  if (error instanceof FormatError) return tell(say(words.formats[error.code], error.detail), FAILED)
  if (error instanceof ImportStoreError) return tell(say(words.storing[error.code], error.detail), FAILED)
  if (error instanceof DataFolderError) {
    return tell(say(words.database[error.code], { folder: error.folder, detail: error.detail }), FAILED)
  }
  const message = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error)
  return tell(say(words.database[error instanceof MigrationError ? error.code : 'database_failed'], { message }), FAILED)
}
