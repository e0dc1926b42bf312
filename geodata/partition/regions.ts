import { type Graph, graphOf, partsOf } from './graph.ts'
import type { Land, LandBorder, LandCell } from './land.ts'

/** Connected land that is divided for itself: a community, or a part of one that does not hang together. */
export interface Region {
  /** Null also where communities do not bind. */
  readonly community: string | null
  readonly graph: Graph
  readonly weight: number
}

/** Regions by community, then by their first cell. Locked cells are left out, and so are borders across which no grid may reach. */
export function regionsOf(land: Land, locked: ReadonlySet<string>, bound: boolean): Region[] {
  const keyOf = ({ community }: LandCell) => (bound ? community : null)
  const cells = new Map<string | null, LandCell[]>()
  for (const cell of land.cells) if (!locked.has(cell.id)) addTo(cells, keyOf(cell), cell)
  const borders = new Map<string | null, LandBorder[]>()
  for (const border of land.borders) {
    const key = keyOf(land.cells[border.a]!)
    if (key === keyOf(land.cells[border.b]!)) addTo(borders, key, border)
  }
  const communities = [...cells.keys()].sort((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))
  return communities.flatMap((community) => {
    const own = cells.get(community)!
    const within = borders.get(community) ?? []
    const whole = graphOf(land, own, within)
    const parts = partsOf(whole, [...whole.ids.keys()])
    if (parts.length === 1) return [regionOf(community, whole)]
    const byId = new Map(own.map((cell) => [cell.id, cell]))
    const cellsOf = (part: readonly number[]) => part.map((cell) => byId.get(whole.ids[cell]!)!)
    return parts.map((part) => regionOf(community, graphOf(land, cellsOf(part), within)))
  })
}

function regionOf(community: string | null, graph: Graph): Region {
  return { community, graph, weight: graph.weight.reduce((sum, weight) => sum + weight, 0) }
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
