/** One's own segments are narrowed and ordered here, so that they can be without a network. */
import type { SegmentRow } from '#geodata/rivers/records.ts'
import { compareWaterClasses } from '#geodata/rivers/water_class.ts'
import type { ListState, Sort } from '../view.ts'

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

export function isFound(row: SegmentRow, state: ListState | null, text: string): boolean {
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
