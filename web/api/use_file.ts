import { useEffect, useRef, useState } from 'react'
import { save } from '../table/download.ts'
import { useReason } from '../values/use_reason.ts'
import { getFile } from './client.ts'

/**
 * Takes a file of the server away; it can be called off.
 * @param onSaved is given what was saved
 */
export function useFile(onSaved?: (blob: Blob) => void) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  const reason = useReason(error)
  useEffect(() => () => running.current?.abort(), [])
  /** @param fallback the file's name, should the server give it none */
  const start = async (address: string, fallback: string) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setError(null)
    try {
      const { blob, name } = await getFile(address, controller.signal)
      save(blob, name ?? fallback)
      onSaved?.(blob)
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure)
    } finally {
      if (running.current === controller) setBusy(false)
    }
  }
  return {
    busy,
    reason,
    start: (address: string, fallback: string) => void start(address, fallback),
    clear: () => setError(null),
    cancel: () => running.current?.abort(),
  }
}
