import { useEffect, useState } from 'react'
import { useFile } from '../../api/use_file.ts'

/** A file that the server takes some time to make: says for how long, can be called off, and stays to be opened again. */
export function useSheetFile() {
  const [seconds, setSeconds] = useState(0)
  const [ready, setReady] = useState<string | null>(null)
  const { busy, reason, start, cancel } = useFile((blob) => setReady(URL.createObjectURL(blob)))

  useEffect(() => () => void (ready && URL.revokeObjectURL(ready)), [ready])
  useEffect(() => {
    if (!busy) return
    setSeconds(0)
    const timer = window.setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => window.clearInterval(timer)
  }, [busy])

  return {
    busy,
    seconds,
    reason,
    /** Where this browser has it, for a tab of its own. */
    ready,
    start: (address: string, name: string) => {
      setReady(null)
      start(address, name)
    },
    cancel,
  }
}
