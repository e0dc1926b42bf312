import { type Arc, arcsOf, type Fabric, type Position } from '../fabric/index.ts'

export interface LandCell {
  readonly id: string
  /** No grid crosses from one into another where communities bind; null counts as one of its own. */
  readonly community: string | null
  /** Households, people, places to look after, or 1: whatever grids should have equally much of. Not negative. */
  readonly weight: number
  /** m² */
  readonly area: number
  /** m */
  readonly perimeter: number
  /** Metres; the middle of the cell. */
  readonly x: number
  readonly y: number
}

export interface LandBorder {
  /** Indices of the two cells. */
  readonly a: number
  readonly b: number
  /** m */
  readonly length: number
  /** How gladly a grid's border is seen here, 0 to 1: roads and rivers. Default 0. */
  readonly preference?: number
}

/** What is divided, as a plain graph: it knows nothing of the fabric, so anything that has neighbours can be divided. */
export interface Land {
  readonly cells: readonly LandCell[]
  readonly borders: readonly LandBorder[]
}

/** Not Math.hypot: its last bits differ between engines, and a division must come out alike in the browser and on the server. */
function lengthOf(positions: readonly Position[]): number {
  let sum = 0
  for (let index = 1; index < positions.length; index++) {
    const [dx, dy] = [positions[index]![0] - positions[index - 1]![0], positions[index]![1] - positions[index - 1]![1]]
    sum += Math.sqrt(dx * dx + dy * dy)
  }
  return sum / 1000
}

/** Twice the area in m² and its moments, from the first position on so that doubles lose nothing that matters. */
function middleOf(rings: readonly (readonly Position[])[]): { area: number; x: number; y: number } {
  const [left, low] = rings[0]![0]!
  let [doubled, momentX, momentY] = [0, 0, 0]
  for (const ring of rings) {
    ring.forEach((position, index) => {
      const next = ring[(index + 1) % ring.length]!
      const [ax, ay] = [(position[0] - left) / 1000, (position[1] - low) / 1000]
      const [bx, by] = [(next[0] - left) / 1000, (next[1] - low) / 1000]
      const cross = ax * by - bx * ay
      doubled += cross
      momentX += (ax + bx) * cross
      momentY += (ay + by) * cross
    })
  }
  return { area: doubled / 2, x: left / 1000 + momentX / (3 * doubled), y: low / 1000 + momentY / (3 * doubled) }
}

/**
 * The land of some cells of a fabric. A cell without a weight in the map weighs 0; without a map every cell weighs 1. `preferenceOf` says for
 * a piece of border how gladly a grid ends there, 0 to 1. Throws for an id that the fabric does not have.
 */
export function landOf(
  fabric: Fabric,
  cellIds: readonly string[],
  weights?: ReadonlyMap<string, number>,
  preferenceOf: (arc: Arc) => number = () => 0,
): Land {
  const indices = new Map(cellIds.map((id, index) => [id, index]))
  const around = cellIds.map(() => 0)
  const borders = new Map<string, { a: number; b: number; length: number; gladly: number }>()
  for (const arc of arcsOf(fabric, cellIds)) {
    const length = lengthOf(arc.positions)
    const [a, b] = [indices.get(arc.left)!, arc.right === null ? undefined : indices.get(arc.right)]
    around[a]! += length
    if (b === undefined) continue
    around[b]! += length
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    const border = borders.get(key) ?? { a, b, length: 0, gladly: 0 }
    border.length += length
    border.gladly += length * preferenceOf(arc)
    borders.set(key, border)
  }
  const cells = cellIds.map((id, index): LandCell => {
    const { rings, community } = fabric.faces.get(id)!
    return { id, community, weight: weights ? (weights.get(id) ?? 0) : 1, perimeter: around[index]!, ...middleOf(rings) }
  })
  return {
    cells,
    borders: [...borders.values()].map(({ a, b, length, gladly }) => ({ a, b, length, preference: gladly / length })),
  }
}
