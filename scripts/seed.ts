// `npm run seed`: loads a demo, or a whole prefecture of them, into an empty database. See `npm run seed -- --help`.
import type { DemoOrder } from '#api/demo/orders.ts'
import { explainDatabase } from './database/explain.ts'
import { fillWithDemo } from './database/fill.ts'
import { databaseLocation } from './database/location.ts'
import { openUpToDate, orClose } from './database/open.ts'
import { readOptions, UsageError } from './seed/options.ts'
import { seedEn } from './words/seed.en.ts'
import { seedZhCN } from './words/seed.zh-CN.ts'
import { terminalLanguage } from './words/terminal.ts'

const LOADED = 0
const FAILED = 1
const WRONG_USAGE = 2

const words = terminalLanguage(process.env) === 'zh' ? seedZhCN : seedEn
const location = databaseLocation(process.env)
const say = (line: string) => process.stdout.write(`${line}\n`)
process.exitCode = await main(process.argv.slice(2)).catch(explain)

async function main(args: readonly string[]): Promise<number> {
  const order = readOptions(args)
  if (order === 'help') process.stdout.write(words.help)
  else await seed(order)
  return LOADED
}

async function seed(order: DemoOrder): Promise<void> {
  const began = performance.now()
  const database = await openUpToDate(location, words, say)
  const features = await orClose(database, () => fillWithDemo(database, order, words, say))
  await database.close()
  say(words.done(features, ((performance.now() - began) / 1000).toFixed(1)))
}

/** What went wrong, in words, and the exit code. */
function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.say(words)}\n${words.see_help}\n`)
    return WRONG_USAGE
  }
  const other = () => words.failed(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.stderr.write(`${explainDatabase(error, words, location) ?? other()}\n`)
  return FAILED
}
