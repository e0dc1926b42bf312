/** Where people live close together: the county seat, town centres, villages beside the roads. */
import type { Position } from '../demo.ts'
import { Places } from '../geometry/places.ts'
import { areaOf, between, distance, METRE } from '../geometry/plane.ts'
import { noise, type Random } from '../geometry/random.ts'
import { KM } from './board.ts'
import { inHills } from './terrain.ts'
import { toWater } from './waters.ts'

export interface Settlement {
  readonly at: Position
  readonly radius: number
  readonly kind: 'city' | 'centre' | 'village'
  /** Area that cells have in the middle, in square millimetres. */
  readonly cell: number
  /** The town of which it is the seat. */
  readonly seat?: string
  readonly salt: number
}

const HECTARE = 10_000 * METRE * METRE

const seat = (id: string, x: number, y: number, radius: number, kind: Settlement['kind'], cell: number): Settlement => ({
  at: [x * KM, y * KM],
  radius: radius * KM,
  kind,
  cell: cell * HECTARE,
  seat: id,
  salt: Math.round(x * 100 + y),
})

export const SEATS: readonly Settlement[] = [
  seat('huaiyang', 11.6, 11.3, 2.15, 'city', 0.72),
  seat('dongshan', 14.95, 10.1, 1.1, 'city', 0.76),
  seat('xiyao', 4.25, 10.35, 0.6, 'centre', 0.8),
  seat('nanling', 4.6, 5, 0.56, 'centre', 0.8),
  seat('liulin', 10.9, 4.05, 0.62, 'centre', 0.8),
  seat('guandu', 16.4, 3.1, 0.54, 'centre', 0.8),
  seat('songying', 21.4, 5.5, 0.56, 'centre', 0.8),
  seat('matou', 20.2, 11.35, 0.62, 'centre', 0.8),
  seat('qingbai', 20, 16.6, 0.54, 'centre', 0.8),
  seat('ruishan', 12.45, 16.2, 0.6, 'centre', 0.8),
  seat('zhuyuan', 4.6, 15.4, 0.52, 'centre', 0.8),
  seat('yunling', 7.7, 20.8, 0.36, 'centre', 0.85),
  seat('cuiyu', 16.7, 21.35, 0.36, 'centre', 0.85),
]

export interface Surroundings {
  readonly settlement: Settlement
  /** How far out the place is: 0 in the middle, 1 at the edge of what is built. */
  readonly out: number
}

export type SettlementAt = (at: Position) => Surroundings

/** Further out than this, all land is open land. */
const REACH = 2600 * METRE

export function settlementFinder(settlements: readonly Settlement[]): SettlementAt {
  const places = new Places<Settlement>(1000 * METRE)
  for (const settlement of settlements) places.add(settlement.at, settlement)
  const out = (settlement: Settlement, at: Position) => {
    const angle = Math.atan2(at[1] - settlement.at[1], at[0] - settlement.at[0])
    // No place is a circle.
    const edge =
      1 + 0.2 * noise(2.2 * Math.cos(angle) + 9, settlement.salt) + 0.2 * noise(2.2 * Math.sin(angle) + 4, settlement.salt + 1)
    return distance(at, settlement.at) / (settlement.radius * edge)
  }
  return (at) => {
    let best: Surroundings | undefined
    places.visit(at, REACH, (settlement, away) => {
      // However its edge runs, it can't be nearer than this.
      if (best && away > best.out * settlement.radius * 1.4) return
      const here = out(settlement, at)
      if (!best || here < best.out) best = { settlement, out: here }
    })
    return best ?? { settlement: settlements[0]!, out: 20 }
  }
}

/** How much of a piece of land is built on: the least `out` of its middle and of places around it. */
export function nearestPart(settlementAt: SettlementAt, ring: readonly Position[], middle: Position): Surroundings {
  const step = Math.max(1, Math.floor(ring.length / 10))
  let best = settlementAt(middle)
  if (areaOf(ring) < 2.5 * HECTARE) return best
  for (let i = 0; i < ring.length; i += step)
    for (const t of [0.45, 0.85]) {
      const here = settlementAt(between(middle, ring[i]!, t))
      if (here.out < best.out) best = here
    }
  return best
}

/** Villages at junctions and bends of the roads, well apart, off the water, further apart in the hills. */
export function placeVillages(candidates: readonly Position[], inside: (at: Position) => boolean, random: Random): Settlement[] {
  const taken: Settlement[] = [...SEATS]
  const order = candidates.map((at) => ({ at, key: random.next() })).toSorted((a, b) => a.key - b.key)
  for (const { at } of order) {
    const hills = inHills(at)
    const apart = (hills ? 1600 : 1080) * METRE
    const near = (other: Settlement) => distance(other.at, at) < apart * (other.seat ? 0.55 : 1) + (other.seat ? other.radius : 0)
    if (taken.some(near) || toWater(at, 600 * METRE) < 330 * METRE || !inside(at)) continue
    taken.push({
      at,
      radius: (hills ? random.between(165, 225) : random.between(190, 310)) * METRE,
      kind: 'village',
      cell: 0.86 * HECTARE,
      salt: random.integer(1, 1e6),
    })
  }
  return taken.slice(SEATS.length)
}
