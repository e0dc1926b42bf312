import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SegmentPage } from '#geodata/rivers/records.ts'
import { useWorker } from '../../access/session.ts'
import { PAGE, segmentsQuery } from '../queries.ts'
import { type ListState, useRiversView } from '../view.ts'
import { arranged, isFound } from './order.ts'

/** A chief begins with his own segments, everybody else with those of the territory. */
export function useScope(): 'mine' | 'all' {
  const chosen = useRiversView((view) => view.scope)
  const isChief = useWorker(({ account }) => account?.roles.some(({ role }) => role === 'river_chief') ?? false)
  return chosen ?? (isChief ? 'mine' : 'all')
}

const SETTLE_MS = 250

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** The list as it is asked for; one's own is whole and is narrowed here, so that it can be without a network. */
export function useSegments() {
  const scope = useScope()
  const { level, state, text, sort, territory } = useRiversView()
  const [limit, setLimit] = useState(PAGE)
  const settled = useSettled(text.trim())
  const asked = { mine: scope === 'mine', level, state, text: settled, territory: territory?.code ?? null }
  const query = useQuery({
    ...segmentsQuery(asked, limit),
    placeholderData: (before, of) => (of?.queryKey[2] === 'mine' || scope === 'mine' ? undefined : before),
  })
  const page = query.data?.body
  const rows = page && arranged(scope === 'mine' ? page.segments.filter((row) => isFound(row, state, text)) : page.segments, sort)
  const total = scope === 'mine' ? (rows?.length ?? 0) : (page?.total ?? 0)
  return {
    ...query,
    scope,
    rows,
    total,
    counts: page && countsOf(page, scope, state),
    level: page?.level ?? level,
    keptAt: query.data?.kept_at ?? null,
    more: () => setLimit(limit + PAGE),
  }
}

/** Of those that are narrowed to a state the server tells the number, not that of all. */
const countsOf = ({ counts, segments, total }: SegmentPage, scope: 'mine' | 'all', state: ListState | null) => ({
  ...counts,
  every: scope === 'mine' ? segments.length : state === null ? total : null,
})
