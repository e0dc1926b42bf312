import { type RefObject, useEffect } from 'react'

const kept = new Map<string, number>()

/** Whoever comes back to a list finds it where he left it. @param isReady whether there is something to scroll */
export function useKeptScroll(ref: RefObject<HTMLElement | null>, key: string, isReady: boolean): void {
  useEffect(() => {
    const scrolled = isReady ? scrollerOf(ref.current) : null
    if (!scrolled) return
    scrolled.scrollTop = kept.get(key) ?? 0
    const keep = () => void kept.set(key, scrolled.scrollTop)
    scrolled.addEventListener('scroll', keep, { passive: true })
    return () => scrolled.removeEventListener('scroll', keep)
  }, [ref, key, isReady])
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at; at = at.parentElement)
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at
  return null
}
