import type { Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { Feature } from '../api/types.ts'

interface Options {
  readonly count: number
  readonly virtual: Virtualizer<HTMLDivElement, Element>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly rowAt: (index: number) => Feature | undefined
  readonly choose: (feature: Feature) => void
}

const SIDEWAYS_PX = 120

/** The rows by keyboard: arrows, page keys, Home and End move, Enter or Space selects. The focus stays on the grid. */
export function useRowKeys({ count, virtual, scroller, rowAt, choose }: Options) {
  const [kept, setActive] = useState<number | null>(null)
  const active = kept === null || count === 0 ? null : Math.min(kept, count - 1)

  const onKeyDown = (event: KeyboardEvent) => {
    // Keys in the header belong to its buttons.
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      scroller.current?.scrollBy({ left: event.key === 'ArrowLeft' ? -SIDEWAYS_PX : SIDEWAYS_PX })
    } else if (event.key === 'Enter' || event.key === ' ') {
      const feature = active === null ? undefined : rowAt(active)
      if (feature) choose(feature)
    } else {
      const next = destination(event.key, active, count, pageRows(virtual))
      if (next === undefined) return
      setActive(next)
      virtual.scrollToIndex(next, { align: 'auto' })
    }
    event.preventDefault()
  }
  const onFocus = (event: { target: unknown; currentTarget: unknown }) => {
    if (event.target === event.currentTarget && active === null && count > 0) setActive(virtual.range?.startIndex ?? 0)
  }
  return { active, setActive, keys: { onKeyDown, onFocus } }
}

function destination(key: string, active: number | null, count: number, page: number): number | undefined {
  const from = active ?? -1
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  }
  const next = steps[key]
  return next === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, next))
}

const pageRows = ({ range }: Virtualizer<HTMLDivElement, Element>): number =>
  range ? Math.max(1, range.endIndex - range.startIndex - 1) : 1
