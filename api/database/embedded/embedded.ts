import { APPLICATION_ROLE, type Database, type Queryable, type Transaction } from '../database.ts'
import { identifier, type Statement, sql } from '../sql.ts'
import { openFolder } from './folder.ts'
import { startThread, type Thread } from './thread.ts'

/**
 * Opens the embedded PostgreSQL with PostGIS in `folder`, and creates it when there is none.
 * Rejects with a DataFolderError when the folder is in use or damaged; it is never replaced.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  const { thread, release } = await openFolder(folder, startThread)
  const inTurn = queue()
  const query: Queryable['query'] = (statement, options) => ask(thread, statement, options) as never
  const listeners = new Map<string, Set<(payload: string) => void>>()
  thread.onNotification((channel, payload) => {
    for (const heard of listeners.get(channel) ?? []) heard(payload)
  })

  return {
    kind: 'embedded',
    query: (statement, options) => inTurn(() => query(statement, options)) as never,
    transaction: (work) => inTurn(() => transact(thread, query, work)),
    listen: async (channel, heard) => {
      const all = listeners.get(channel) ?? new Set()
      if (all.size === 0) await inTurn(() => thread.ask({ do: 'listen', channel }))
      listeners.set(channel, all.add(heard))
      return async () => {
        all.delete(heard)
      }
    },
    restrict: () => inTurn(async () => void (await query(sql`set role ${identifier(APPLICATION_ROLE)}`))),
    close: () =>
      inTurn(async () => {
        try {
          await thread.ask({ do: 'close' })
        } finally {
          await thread.end()
          await release()
        }
      }),
  }
}

const ask = (thread: Thread, { text, values }: Statement, options?: { readonly prepared?: boolean }) =>
  thread.ask({ do: options?.prepared ? 'prepared' : 'query', text, values: values.map((value) => value ?? null) })

async function transact<Result>(
  thread: Thread,
  query: Queryable['query'],
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const script = async (text: string) => void (await thread.ask({ do: 'script', text }))
  await script('begin')
  try {
    const result = await work({ query, script })
    await script('commit')
    return result
  } catch (error) {
    // A database that broke can't take back anything either, and its second error would hide the first.
    await script('rollback').catch(() => {})
    throw error
  }
}

/** One connection serves everybody: what comes later waits, a transaction as a whole. */
function queue(): <Result>(job: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (job) => {
    const turn = last.then(job)
    last = turn.catch(() => {})
    return turn
  }
}
