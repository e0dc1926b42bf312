/** `npm start`: builds the console, opens and fills the database, serves both, and says where. */
import { buildApp } from '#api/app.ts'
import { openBaseMap } from '#api/base_map/base_map.ts'
import type { Database } from '#api/database/database.ts'
import { orderOf } from '#api/demo/demos.ts'
import { DatabaseNotEmptyError, isEmpty } from '#api/demo/store.ts'
import { takeImports } from '#api/imports/handover/server.ts'
import { fillWithDemo } from './database/fill.ts'
import { openUpToDate, orClose } from './database/open.ts'
import { isLoopback, seeToAccounts } from './start/accounts.ts'
import { buildConsole, CONSOLE_FOLDER } from './start/build_console.ts'
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
  const database = await open(options)
  await orClose(database, async () => {
    await database.restrict()
    await seeToAccounts(database, options.host, words, say)
  })
  const baseMap =
    options.baseMap &&
    (await openBaseMap(options.baseMap).catch((error: Error) => {
      throw new StartError(words.base_map_unusable(error.message))
    }))
  const app = await buildApp(database, { ...options, baseMap, consoleFolder: CONSOLE_FOLDER })
  const stopTakingImports = 'folder' in options.database ? await takeImports(database, options.database.folder) : async () => {}
  const stop = async () => {
    await app.close()
    await stopTakingImports()
    await database.close()
  }
  stopOnSignal(stop)
  const { host, port } = options
  await app.listen({ host, port }).catch(async (error) => {
    await stop()
    throw error
  })
  if (!isLoopback(host)) say(words.exposed(host))
  if (database.kind === 'embedded') say(words.durability)
  say(words.ready(`http://${host.includes(':') ? `[${host}]` : host}:${port}`, ((performance.now() - began) / 1000).toFixed(1)))
  say(words.stop_hint)
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

function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      say(words.stopping)
      stop().then(
        () => process.exit(0),
        (error: Error) => {
          process.stderr.write(`${error.message}\n`)
          process.exit(1)
        },
      )
    })
  }
}
