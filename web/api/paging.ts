import type { Feature } from './types.ts'

export interface Progress {
  readonly read: number
  readonly total: number
}

export class ChangedMeanwhile extends Error {}

type Ask = (offset: number) => Promise<{ readonly features: readonly Feature[]; readonly numberMatched: number }>

/** Everything there is, page after page. Throws when the number found changes on the way: rows could be missing or twice. */
export async function* pagesOf(ask: Ask): AsyncGenerator<Progress & { readonly features: readonly Feature[] }> {
  let read = 0
  let expected: number | undefined
  do {
    const { features, numberMatched: total } = await ask(read)
    expected ??= total
    if (total !== expected || (features.length === 0 && read < total)) throw new ChangedMeanwhile()
    read += features.length
    yield { features, read, total }
  } while (read < expected)
}
