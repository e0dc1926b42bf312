/** The thread in which the embedded database lives, so that a long query never stalls HTTP. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type Results } from '@electric-sql/pglite'
import { VALUE_PARSERS } from '../values.ts'
import { postgis } from './postgis.ts'
import { preparedStatements } from './prepared.ts'
import type { Answer, Request } from './protocol.ts'

const port = parentPort!
const database = await PGlite.create({ dataDir: workerData.folder, extensions: { postgis }, parsers: { ...VALUE_PARSERS } })
await database.exec("set timezone = 'UTC'; set jit = off")
const runPrepared = preparedStatements(database)
port.postMessage({ ready: true } satisfies Answer)

port.on('message', async (request: Request) => {
  try {
    port.postMessage({ id: request.id, rows: await perform(request) } satisfies Answer)
  } catch (error) {
    const { message, code, constraint, column } = error as Error & Record<string, unknown>
    port.postMessage({ id: request.id, error: { message, code, constraint, column } } satisfies Answer)
  }
})

async function perform(request: Request): Promise<unknown[]> {
  switch (request.do) {
    case 'query':
      return answered(await database.query<object>(request.text, [...request.values])).rows
    case 'prepared':
      return answered(await runPrepared(request.text, request.values)).rows
    case 'script':
      for (const result of await database.exec(request.text)) answered(result)
      return []
    case 'listen':
      await database.listen(request.channel, (payload) =>
        port.postMessage({ channel: request.channel, payload } satisfies Answer),
      )
      return []
    case 'close':
      await database.close()
      return []
  }
}

/** When PROJ fails, PGlite resolves without a row, a command tag or an error. Taking that for "no rows" would be a lie. */
function answered<Row>(result: Results<Row>): Results<Row> {
  if (!('command' in result)) throw new Error('the embedded database gave no answer to the statement')
  return result
}
