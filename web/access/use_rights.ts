import { useMemo } from 'react'
import type { Right } from '#geodata/access/rights.ts'
import { useWorker } from './session.ts'

export type May = (right: Right, code?: string) => boolean

/**
 * What may be offered to whoever works on the page: whether the account has a right at all, or in the territory of a code. The
 * server decides. Rights stay as they were while a session has ended, as the page does.
 */
export function useRights(): May {
  const rights = useWorker((worker) => worker.rights)
  return useMemo(
    () => (right, code) => (rights[right] ?? []).some((territory) => code === undefined || code.startsWith(territory)),
    [rights],
  )
}
