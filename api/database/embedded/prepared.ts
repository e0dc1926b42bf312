import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite'
import { LRUCache } from 'lru-cache'
import { VALUE_PARSERS } from '../values.ts'

const KEPT = 500
const { bind, close, describe, execute, parse: prepare, sync } = protocol.serialize

/**
 * Runs statements that come again and again: each is read and planned once, which takes the embedded database longer than the
 * rows of a small tile do. PGlite itself prepares nothing, so the protocol's messages are put together here.
 */
export function preparedStatements(database: PGlite) {
  const names = new LRUCache<string, string>({ max: KEPT, dispose: (name) => void forgotten.push(name) })
  const forgotten: string[] = []
  let count = 0
  return async (text: string, values: readonly unknown[]): Promise<Results> => {
    const known = names.get(text)
    const name = known ?? `prepared_${++count}`
    const messages = [
      ...forgotten.splice(0).map((old) => close({ type: 'S', name: old })),
      ...(known ? [] : [prepare({ name, text })]),
      bind({ statement: name, values: values.map((value) => (value === null ? null : String(value))) }),
      describe({ type: 'P' }),
      execute({}),
      sync(),
    ]
    const answer = await database.execProtocol(Buffer.concat(messages))
    if (!known) names.set(text, name)
    return parse.parseResults(answer.messages, VALUE_PARSERS)[0]!
  }
}
