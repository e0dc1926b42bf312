import type { Land } from './land.ts'

export interface Measures {
  readonly groups: number
  /** How far the worst group's weight is from its community's mean, as a share of the mean. */
  readonly imbalance: number
  /** Mean Polsby-Popper score, 4π × area ÷ perimeter²: 1 is a circle. */
  readonly compactness: number
  /** The score that a twentieth of the groups, the crookedest, do not exceed. */
  readonly crookedest: number
  /** m; all borders between two groups of one community. */
  readonly cut: number
  /** m; of `cut`, each piece times its preference. */
  readonly preferred: number
}

export interface Measured {
  readonly community: string | null
  readonly cells: readonly string[]
}

interface Size {
  weight: number
  area: number
  perimeter: number
}

function imbalanceOf(groups: readonly Measured[], sizes: readonly Size[]): number {
  const communities = new Map<string | null, { weight: number; groups: number }>()
  groups.forEach(({ community }, index) => {
    const sum = communities.get(community) ?? { weight: 0, groups: 0 }
    communities.set(community, { weight: sum.weight + sizes[index]!.weight, groups: sum.groups + 1 })
  })
  return groups.reduce((worst, { community }, index) => {
    const sum = communities.get(community)!
    const mean = sum.weight / sum.groups
    return mean > 0 ? Math.max(worst, Math.abs(sizes[index]!.weight / mean - 1)) : worst
  }, 0)
}

/** Measures groups from nothing but the land, so that it also checks what the search believes. */
export function measure(land: Land, groups: readonly Measured[]): Measures {
  const groupOf = new Map(groups.flatMap(({ cells }, index) => cells.map((cell) => [cell, index] as const)))
  const sizes = groups.map((): Size => ({ weight: 0, area: 0, perimeter: 0 }))
  for (const cell of land.cells) {
    const group = groupOf.get(cell.id)
    if (group === undefined) continue
    sizes[group]!.weight += cell.weight
    sizes[group]!.area += cell.area
    sizes[group]!.perimeter += cell.perimeter
  }
  let [cut, preferred] = [0, 0]
  for (const { a, b, length, preference = 0 } of land.borders) {
    const [one, other] = [groupOf.get(land.cells[a]!.id), groupOf.get(land.cells[b]!.id)]
    if (one === undefined || other === undefined) continue
    if (one === other) sizes[one]!.perimeter -= 2 * length
    else if (groups[one]!.community === groups[other]!.community) {
      cut += length
      preferred += length * preference
    }
  }
  const scores = sizes.map(({ area, perimeter }) => (4 * Math.PI * area) / (perimeter * perimeter)).sort((a, b) => a - b)
  const compactness = scores.reduce((sum, score) => sum + score, 0) / (scores.length || 1)
  const crookedest = scores[Math.ceil(scores.length / 20) - 1] ?? 0
  return { groups: groups.length, imbalance: imbalanceOf(groups, sizes), compactness, crookedest, cut, preferred }
}
