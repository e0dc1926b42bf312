/** `npm start`: builds the console, opens and fills the database, serves both, and says where. */
import type { Database } from '#api/database/database.ts'
import { DatabaseNotEmptyError, isEmpty } from '#api/demo/emptiness.ts'
import { orderOf } from '#api/demo/orders.ts'
import { fillWithDemo } from './database/fill.ts'
import { openUpToDate, orClose } from './database/open.ts'
import { seeToAccounts } from './start/accounts.ts'
import { buildConsole } from './start/build_console.ts'
import { explain, StartError } from './start/explain.ts'
import { readOptions, type StartOptions } from './start/options.ts'
import { refuseTakenPort } from './start/port.ts'
import { en } from './words/start.en.ts'
import { zhCN } from './words/start.zh-CN.ts'
import { terminalLanguage } from './words/terminal.ts'

const words = terminalLanguage(process.env) === 'zh' ? zhCN : en
const say = (line: string) => process.stdout.write(`${line}\n`)
// A closed terminal must not keep the database from being closed.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

answerArguments(process.argv.slice(2))
let options: StartOptions | undefined
try {
  options = readOptions(process.env)
  await start(options)
} catch (error) {
  process.stderr.write(`${explain(error, words, options)}\n`)
  process.exit(1)
}

async function start(options: StartOptions): Promise<void> {
  const began = performance.now()
  // Asked first: to hear it after the database has been made would be late.
  await refuseTakenPort(options)
  await buildConsole(() => say(words.building)).catch((error: Error) => {
    throw new StartError(`${words.build_failed}\n${error.message}`)
  })
  // The server is read while the database opens, in its own thread or process; and not at all where what is above was refused.
  const [database, { serve }] = await Promise.all([open(options), import('./start/serve.ts')])
  await orClose(database, async () => {
    await database.restrict()
    await seeToAccounts(database, options.host, words, say)
  })
  await serve(database, options, words, say)
  say(words.ready(addressOf(options), ((performance.now() - began) / 1000).toFixed(1)))
  say(words.stop_hint)
}

function addressOf({ host, port }: StartOptions): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Everything is said by the environment; a mistyped option must not look as if it had been heard. */
function answerArguments(args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(words.help)
    process.exit(0)
  }
  if (args.length === 0) return
  process.stderr.write(`${words.argument_unknown(args[0]!)}\n`)
  process.exit(2)
}

async function open({ database: location, demo }: StartOptions): Promise<Database> {
  const database = await openUpToDate(location, words, say)
  await orClose(database, async () => {
    if (!(await isEmpty(database))) return
    if (demo === 'no') return say(words.empty)
    await fillWithDemo(database, orderOf(demo), words, say).catch((error: unknown) => {
      // Another server, started at the same moment, was quicker.
      if (!(error instanceof DatabaseNotEmptyError)) throw error
    })
  })
  return database
}
