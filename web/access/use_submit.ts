import { useState } from 'react'
import { Problem } from '../api/problem.ts'
import { useReason } from '../values/use_reason.ts'

export interface Submit {
  readonly busy: boolean
  readonly error: unknown
  /** Why it did not work, in words; empty while there is nothing to say. */
  readonly reason: string
  /** The field that the server found wrong, where it said so. */
  readonly field: string | undefined
  /** Resolves to whether it worked. */
  run: (work: () => Promise<unknown>) => Promise<boolean>
  clear: () => void
}

/** Sends a form once at a time, and remembers why it was refused. */
export function useSubmit(): Submit {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  return {
    busy,
    error,
    reason,
    field: error instanceof Problem ? error.field : undefined,
    run: async (work) => {
      if (busy) return false
      setBusy(true)
      setError(null)
      try {
        await work()
        return true
      } catch (failure) {
        setError(failure)
        return false
      } finally {
        setBusy(false)
      }
    },
    clear: () => setError(null),
  }
}
