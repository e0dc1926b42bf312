import { useCallback, useEffect, useRef, useState } from 'react'
import type { FieldPlace } from './places.ts'

export type Locating = 'busy' | 'found' | 'denied' | 'unavailable' | 'timeout'

const LONGEST_MS = 15_000
/** A position of a minute ago is still that of somebody who looks at a house. */
const OLDEST_MS = 60_000

interface Asking {
  /** What has been chosen by hand, or said before, stays. */
  readonly isGiven: () => boolean
  /** Null: what was known is no longer so, and nothing else is known yet. */
  readonly onPlace: (place: FieldPlace | null) => void
}

/** Looks for the device's position as soon as the form is open, and again when asked. It needs no network. */
export function usePosition(asking: Asking): { readonly locating: Locating; readonly locate: () => void } {
  const [locating, setLocating] = useState<Locating>('busy')
  const { isGiven, onPlace } = useRef(asking).current
  const look = useCallback(
    (maximumAge: number) => {
      if (!('geolocation' in navigator)) return setLocating('unavailable')
      setLocating('busy')
      navigator.geolocation.getCurrentPosition(
        ({ coords: { longitude, latitude, accuracy } }) => {
          setLocating('found')
          onPlace({ source: 'device', position: [longitude, latitude], accuracy_m: Math.round(accuracy) })
        },
        ({ code }) => setLocating(code === 1 ? 'denied' : code === 3 ? 'timeout' : 'unavailable'),
        { enableHighAccuracy: true, timeout: LONGEST_MS, maximumAge },
      )
    },
    [onPlace],
  )
  // Whoever asks again has moved.
  const locate = useCallback(() => look(0), [look])
  useEffect(() => {
    if (isGiven()) return setLocating('found')
    onPlace(null)
    look(OLDEST_MS)
  }, [look, isGiven, onPlace])
  return { locating, locate }
}
