import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 760px)'
const WIDE = '(min-width: 1240px)'

export const isNarrow = (): boolean => matchMedia(NARROW).matches

const subscribeTo = (media: string) => (listener: () => void) => {
  const query = matchMedia(media)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
const [subscribeNarrow, subscribeWide] = [subscribeTo(NARROW), subscribeTo(WIDE)]

/** A phone, or a window as narrow as one. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribeNarrow, isNarrow)

/** Room for a list, the map and what is chosen beside each other. */
export const isWide = (): boolean => matchMedia(WIDE).matches
export const useWide = (): boolean => useSyncExternalStore(subscribeWide, isWide)
