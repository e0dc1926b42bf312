import { type Database, DatabaseError } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'
import type { DemoOrder } from '#api/demo/orders.ts'
import type { DatabaseWords } from '../words/database.zh-CN.ts'

/** The database was there and went away while it was being filled. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError'
}

/** SQLSTATE of a connection that broke or that the server ended. */
const LOST = /^(08|57P)/

/** Loads a demo and says how far it is. Resolves to the number of features. */
export async function fillWithDemo(
  database: Database,
  order: DemoOrder,
  words: DatabaseWords,
  say: (line: string) => void,
): Promise<number> {
  say(words.loading_demo(order.name, order.scale))
  // Read only where there is one to load: a start on what is there already is a second quicker.
  const { loadDemo } = await import('#api/demo/store.ts')
  let features = 0
  let before = performance.now()
  try {
    await loadDemo(database, order, (progress) => {
      const now = performance.now()
      if (!progress.isWhole) return say(`  ${words.features_loaded(progress, ((now - before) / 1000).toFixed(1))}`)
      features += progress.features
      say(`  ${words.county_loaded(progress.number, order.scale, progress, ((now - before) / 1000).toFixed(1))}`)
      before = now
    })
    // Nothing else gathers statistics in the embedded database; without them reading a town's land takes a minute.
    await database.query(sql`analyze`)
  } catch (error) {
    if (error instanceof DatabaseError && LOST.test(error.code ?? '')) throw new ConnectionLostError(error.message)
    throw error
  }
  return features
}
