import type { FastifyRequest } from 'fastify'
import type { Database, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'

/** Who writes, as the record tells it. */
export interface Actor {
  readonly account_id: number | null
  readonly account_name: string
  readonly via: 'console' | 'token' | 'command_line'
  readonly address: string | null
}

/** Everything that writes goes through here: the triggers that keep the record read who it was from the transaction. */
export function act<Result>(
  database: Database,
  actor: Actor,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (transaction) => {
    await transaction.query(sql`select set_config('jiangli.actor', ${JSON.stringify(actor)}, true)`)
    return work(transaction)
  })
}

export function actorOf({ visitor, ip }: FastifyRequest): Actor {
  const { account_id, account_name, via } = visitor!
  return { account_id, account_name, via, address: ip }
}
