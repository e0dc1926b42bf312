import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 760px)'

export const isNarrow = (): boolean => matchMedia(NARROW).matches

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** A phone, or a window as narrow as one. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, isNarrow)
