/** Dwellings inside every cell that together hold exactly its people, and the bins beside them. */

import type { DemoFeature, Position } from '../county/demo.ts'
import { between, distance, isInside, locate, METRE, rounded } from '../county/geometry/plane.ts'
import { type Random, randomStream } from '../county/geometry/random.ts'
import type { Cell } from './cells.ts'
import { communityOf } from './names.ts'
import { point } from './shapes.ts'

export interface Dwelling {
  readonly cell: Cell
  readonly at: Position
  readonly households: number
  readonly population: number
}

export function makeDwellings(cells: readonly Cell[]): Dwelling[] {
  const random = randomStream('dwellings')
  return cells.flatMap((cell) => {
    if (cell.households === 0) return []
    const count = Math.min(cell.households, Math.max(1, Math.min(4, Math.round(cell.households / 18))))
    const spots = spotsInside(cell.ring, count, random)
    const shares = spots.map(() => random.between(0.7, 1.3))
    const households = apportion(cell.households, shares)
    const population = apportion(cell.population, households)
    return spots.map((at, i) => ({ cell, at, households: households[i]!, population: population[i]! }))
  })
}

/** Whole numbers in proportion to the shares, and exactly the total. */
function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0)
  let given = 0
  let weight = 0
  return shares.map((share) => {
    weight += share
    const next = Math.round((total * weight) / sum) - given
    given += next
    return next
  })
}

/** Points well inside the ring and apart from one another. */
export function spotsInside(ring: readonly Position[], count: number, random: Random): Position[] {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const closed = [...ring, ring[0]!]
  const spots: Position[] = []
  for (let clear = 22 * METRE; spots.length < count; clear *= 0.9) {
    for (let attempt = 0; attempt < 12 && spots.length < count; attempt++) {
      const at = rounded([random.between(Math.min(...xs), Math.max(...xs)), random.between(Math.min(...ys), Math.max(...ys))])
      if (!isInside(ring, at) || locate(closed, at).away < clear * 0.6) continue
      if (spots.every((other) => distance(other, at) > clear * 1.4)) spots.push(at)
    }
  }
  return spots
}

export function householdFeatures(dwellings: readonly Dwelling[]): DemoFeature[] {
  const numbers = new Map<string, number>()
  return dwellings.map(({ cell, at, households, population }) => {
    const { name } = communityOf(cell.community)
    const number = (numbers.get(name) ?? 0) + 1
    numbers.set(name, number)
    return {
      properties: { address: `${name}${number}号${cell.landUse === 'built_up' ? '楼' : '院'}`, households, population },
      geometry: point(at),
    }
  })
}

/** One set of bins to a cell with people, at the lane nearest to its largest dwelling; a box where carts are emptied. */
export function garbageFeatures(cells: readonly Cell[], dwellings: readonly Dwelling[]): DemoFeature[] {
  const random = randomStream('garbage')
  const points = cells.flatMap((cell): DemoFeature[] => {
    const own = dwellings.filter((dwelling) => dwelling.cell === cell)
    if (cell.households < 8) return []
    const largest = own.reduce((a, b) => (b.households > a.households ? b : a))
    const town = cell.landUse === 'built_up'
    const box = !town && random.chance(0.3)
    const state = random.chance(0.9) ? 'intact' : random.pick(['damaged', 'damaged', 'missing', 'out_of_service'])
    const { name } = communityOf(cell.community)
    return [
      {
        properties: {
          form: box ? 'box' : 'bin',
          waste_class: box ? 'mixed' : town ? random.pick(['kitchen', 'other', 'other', 'recyclable']) : 'other',
          state,
          address: name,
          container_count: box ? 1 : Math.max(1, Math.round(cell.households / 14)),
          collections_per_week: town ? 7 : 3,
          managed_by: town ? '青柏镇环卫所' : `${name}保洁队`,
        },
        geometry: point(towardsEdge(cell.ring, largest.at)),
      },
    ]
  })
  return [...points, ...STATIONS].map((feature, i) => ({
    ...feature,
    properties: { code: `LJ${String(i + 1).padStart(4, '0')}`, ...feature.properties },
  }))
}

/** From a dwelling towards the nearest border of its cell, up to 5 m before it. */
function towardsEdge(ring: readonly Position[], from: Position): Position {
  let best: { at: Position; away: number } | undefined
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]!
    const { along, away } = locate([a, b], from)
    if (!best || away < best.away) best = { at: between(a, b, along / distance(a, b)), away }
  })
  return rounded(between(from, best!.at, Math.max(0, 1 - (5 * METRE) / best!.away)))
}

const station = (
  x: number,
  y: number,
  name: string,
  name_en: string,
  form: string,
  capacity: number,
  managed_by: string,
): DemoFeature => ({
  properties: {
    name,
    name_en,
    form,
    waste_class: 'mixed',
    state: 'intact',
    capacity_t_d: capacity,
    collections_per_week: 7,
    managed_by,
  },
  geometry: point([x * METRE, y * METRE]),
})

const STATIONS: readonly DemoFeature[] = [
  station(2700, 2420, '青柏镇垃圾转运站', 'Qingbai Town Waste Transfer Station', 'transfer_station', 60, '青柏镇环卫所'),
  station(6180, 2250, '柳庄垃圾收集站', 'Liuzhuang Waste Collection Station', 'station', 8, '青柏镇环卫所'),
  station(3480, 6330, '云岭乡垃圾收集站', 'Yunling Township Waste Collection Station', 'station', 5, '云岭乡人民政府'),
  station(1320, 2300, '河湾村垃圾收集房', 'Hewan Village Waste Collection House', 'house', 2, '河湾村保洁队'),
  station(4440, 700, '南岭村垃圾收集房', 'Nanling Village Waste Collection House', 'house', 2, '南岭村保洁队'),
  station(780, 6130, '后寨村垃圾池', 'Houzhai Village Waste Pit', 'pit', 1, '后寨村保洁队'),
]
