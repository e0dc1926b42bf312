import { buildApp } from '#api/app.ts'
import { openBaseMap } from '#api/base_map/base_map.ts'
import type { Database } from '#api/database/database.ts'
import { takeImports } from '#api/imports/handover/server.ts'
import type { StartWords } from '../words/start.zh-CN.ts'
import { isLoopback } from './accounts.ts'
import { CONSOLE_FOLDER } from './build_console.ts'
import { StartError } from './explain.ts'
import type { StartOptions } from './options.ts'

type Say = (line: string) => void

/** Listens, until a signal ends it; the database is closed with it. Throws a StartError where the base map cannot be used. */
export async function serve(database: Database, options: StartOptions, words: StartWords, say: Say): Promise<void> {
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
  stopOnSignal(stop, words, say)
  const { host, port } = options
  await app.listen({ host, port }).catch(async (error) => {
    await stop()
    throw error
  })
  if (!isLoopback(host)) say(words.exposed(host))
  if (database.kind === 'embedded') say(words.durability)
}

function stopOnSignal(stop: () => Promise<void>, words: StartWords, say: Say): void {
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
