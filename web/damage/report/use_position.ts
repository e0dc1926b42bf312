import { useCallback, useEffect, useState } from 'react'
import { changeDraft, useReporting } from './draft.ts'

export type Locating = 'busy' | 'found' | 'denied' | 'unavailable' | 'timeout'

const LONGEST_MS = 15_000
/** A position of a minute ago is still that of somebody who looks at a house. */
const OLDEST_MS = 60_000

/** Looks for the reporter's position as soon as the form is open, and again when asked. It needs no network. */
export function usePosition(): { readonly locating: Locating; readonly locate: () => void } {
  const [locating, setLocating] = useState<Locating>('busy')
  const look = useCallback((maximumAge: number) => {
    if (!('geolocation' in navigator)) return setLocating('unavailable')
    setLocating('busy')
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        setLocating('found')
        changeDraft({ place: { source: 'device', position: [longitude, latitude], accuracy_m: Math.round(accuracy) } })
      },
      ({ code }) => setLocating(code === 1 ? 'denied' : code === 3 ? 'timeout' : 'unavailable'),
      { enableHighAccuracy: true, timeout: LONGEST_MS, maximumAge },
    )
  }, [])
  // Whoever asks again has moved.
  const locate = useCallback(() => look(0), [look])
  useEffect(() => {
    const { place, corrects } = useReporting.getState().draft
    // What has been chosen by hand, or said before, stays.
    if (corrects !== null || (place !== null && place.source !== 'device')) return setLocating('found')
    changeDraft({ place: null })
    look(OLDEST_MS)
  }, [look])
  return { locating, locate }
}
