// Asks the server, and where it can't be reached, what it said last.
import { useWorker } from '../../access/session.ts'
import { getJson } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { readKept, writeKept } from './kept_store.ts'
import { orKept } from './or_kept.ts'

export interface Answer<Body> {
  readonly body: Body
  /** When the server said it, where that was kept on the device; null where it has just said it. Milliseconds. */
  readonly kept_at: number | null
}

/** A network that says nothing is waited for no longer, where something was kept. */
const PATIENCE_MS = 4_000

/**
 * @param late hears what comes after all when patience was over
 * Rejects with a Problem where the server refuses, or is away and nothing was kept.
 */
export async function getKept<Body>(
  path: string,
  late: (answer: Answer<Body>) => void,
  signal?: AbortSignal,
): Promise<Answer<Body>> {
  const account = useWorker.getState().account?.id
  if (account === undefined) return { body: await getJson<Body>(path, signal), kept_at: null }
  const asking = ask<Body>(account, path)
  const read = async () => {
    const kept = await readKept<Body>(account, path)
    return kept && { body: kept.body, kept_at: kept.at }
  }
  return orKept(asking, read, isAway, PATIENCE_MS, late)
}

async function ask<Body>(account: number, path: string): Promise<Answer<Body>> {
  const body = await getJson<Body>(path)
  void writeKept({ account, path, at: Date.now(), body })
  return { body, kept_at: null }
}

const isAway = (error: unknown): boolean => error instanceof Problem && (error.status === 0 || error.status >= 500)
