import { useEffect, useRef, useState } from 'react'
import { getFile } from '../../api/client.ts'
import { save } from '../../table/download.ts'
import { useReason } from '../../values/use_reason.ts'

/** A file that the server takes some time to make: says for how long, can be called off, and stays to be opened again. */
export function useSheetFile() {
  const [busy, setBusy] = useState(false)
  const [seconds, setSeconds] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const [ready, setReady] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)
  const reason = useReason(error)

  useEffect(() => () => running.current?.abort(), [])
  useEffect(() => () => void (ready && URL.revokeObjectURL(ready)), [ready])
  useEffect(() => {
    if (!busy) return
    setSeconds(0)
    const timer = window.setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => window.clearInterval(timer)
  }, [busy])

  const start = async (address: string, name: string) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    setBusy(true)
    setError(null)
    setReady(null)
    try {
      const file = await getFile(address, controller.signal)
      save(file.blob, file.name ?? name)
      setReady(URL.createObjectURL(file.blob))
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure)
    } finally {
      if (running.current === controller) setBusy(false)
    }
  }
  return {
    busy,
    seconds,
    reason,
    /** Where this browser has it, for a tab of its own. */
    ready,
    start: (address: string, name: string) => void start(address, name),
    cancel: () => running.current?.abort(),
  }
}
