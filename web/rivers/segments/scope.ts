import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SegmentPage, SegmentRow } from '#geodata/rivers/records.ts'
import { compareWaterClasses } from '#geodata/rivers/water_class.ts'
import { useWorker } from '../../access/session.ts'
import { PAGE, segmentsQuery } from '../queries.ts'
import { type ListState, type Sort, useRiversView } from '../view.ts'

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

export const isIn = ({ patrol, problems, water }: SegmentRow, state: ListState): boolean => {
  switch (state) {
    case 'overdue':
      return patrol.overdue_days > 0
    case 'due_soon':
      return patrol.state === 'due_soon'
    case 'problems':
      return problems > 0
    case 'water_missed':
      return water.state === 'missed'
  }
}

function isFound(row: SegmentRow, state: ListState | null, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase()
  const said = [row.name, row.name_en, row.river_name, row.code, ...row.chiefs.map(({ person }) => person.name)]
  return (state === null || isIn(row, state)) && (wanted === '' || said.some((one) => one?.toLocaleLowerCase().includes(wanted)))
}

/** The server's order is the most overdue first. */
export function arranged(rows: readonly SegmentRow[], sort: Sort): readonly SegmentRow[] {
  switch (sort) {
    case 'urgency':
      return rows
    case 'river':
      return rows.toSorted((a, b) => a.river_name.localeCompare(b.river_name, 'zh-CN') || a.chainage_from_m - b.chainage_from_m)
    case 'problems':
      return rows.toSorted((a, b) => b.overdue_problems - a.overdue_problems || b.problems - a.problems)
    case 'water':
      return rows.toSorted((a, b) => missedBy(b) - missedBy(a))
  }
}

/** How many classes worse than it should be; what nobody knows comes last. */
const missedBy = ({ water: { water_class, target } }: SegmentRow): number =>
  water_class === null ? Number.NEGATIVE_INFINITY : target === null ? -10 : compareWaterClasses(water_class, target)
