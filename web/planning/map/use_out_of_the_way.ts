import { type RefObject, useEffect, useRef, useState } from 'react'

/** Pixels around it that count as under it. */
const NEAR = 24

/** For a panel over the map through which one draws: it goes to the other side when the pointer comes under it. */
export function useOutOfTheWay(): { panel: RefObject<HTMLElement | null>; side: 'left' | 'right' } {
  const panel = useRef<HTMLElement>(null)
  const [side, setSide] = useState<'left' | 'right'>('right')
  useEffect(() => {
    const look = ({ clientX, clientY }: PointerEvent) => {
      const box = panel.current?.getBoundingClientRect()
      const map = panel.current?.parentElement?.getBoundingClientRect()
      if (!box || !map) return
      const isUnder =
        clientX > box.left - NEAR && clientX < box.right + NEAR && clientY > box.top - NEAR && clientY < box.bottom + NEAR
      if (isUnder) setSide(clientX > (map.left + map.right) / 2 ? 'left' : 'right')
    }
    window.addEventListener('pointermove', look)
    return () => window.removeEventListener('pointermove', look)
  }, [])
  return { panel, side }
}
