import { useEffect, useRef, useState } from 'react'

/** Long enough for the next key, short enough to feel at once. */
const PAUSE_MS = 280

/** What is being typed. It becomes the value when the typing pauses; a value that changes elsewhere replaces it. */
export function useDraft(value: string, commit: (value: string) => void): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(value)
  const [seen, setSeen] = useState(value)
  const last = useRef(commit)
  useEffect(() => {
    last.current = commit
  })
  if (seen !== value) {
    setSeen(value)
    setDraft(value)
  }
  useEffect(() => {
    if (draft === value) return
    const timer = setTimeout(() => last.current(draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, value])
  return [draft, setDraft]
}
