import type { Transaction } from './database.ts'

class TakenBack<Result> {
  readonly result: Result
  constructor(result: Result) {
    this.result = result
  }
}

/**
 * Does everything and, for a rehearsal, takes it back: what the answer to `dry_run` says is what would have happened.
 *
 * @param run opens the transaction
 */
export async function rehearse<Result>(
  run: (work: (transaction: Transaction) => Promise<Result>) => Promise<Result>,
  isRehearsal: boolean,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    return await run(async (transaction) => {
      const result = await work(transaction)
      if (isRehearsal) throw new TakenBack(result)
      return result
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.result as Result
    throw error
  }
}
