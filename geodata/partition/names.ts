import type { LandCell } from './land.ts'
import type { Group } from './request.ts'

/**
 * Which of the new groups keeps the id of a grid of now: the one with more than half of its weight (of its cells where nothing weighs).
 * If two grids went into one group, the one with more weight there gives the id.
 */
export function keptIds(
  cells: readonly LandCell[],
  groups: readonly (readonly string[])[],
  current: readonly Group[],
): (string | null)[] {
  const weightOf = new Map(cells.map(({ id, weight }) => [id, weight]))
  const groupOf = new Map(groups.flatMap((own, index) => own.map((cell) => [cell, index] as const)))
  const claims = current.flatMap(({ id, cells: own }) => {
    const weightless = own.every((cell) => weightOf.get(cell) === 0)
    const shares = new Map<number, number>()
    let total = 0
    for (const cell of own) {
      const weight = weightless ? 1 : weightOf.get(cell)!
      total += weight
      const group = groupOf.get(cell)
      if (group !== undefined) shares.set(group, (shares.get(group) ?? 0) + weight)
    }
    return [...shares].filter(([, weight]) => weight > total / 2).map(([group, weight]) => ({ id, group, weight }))
  })
  claims.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
  const kept = groups.map((): string | null => null)
  for (const { id, group } of claims) kept[group] ??= id
  return kept
}
