/** The county's land, cut once: great roads, lesser roads and streets, water, then fields and blocks down to unit cells. */

import type { Position } from '../demo.ts'
import { type CarveOptions, carve } from '../geometry/carve.ts'
import { areaOf, centroidOf, distance, isInside, locate, METRE } from '../geometry/plane.ts'
import type { Random } from '../geometry/random.ts'
import { type Face, Subdivision } from '../geometry/subdivision.ts'
import type { Plan } from '../plan.ts'
import { KM, OUTLINE } from './board.ts'
import { RESERVOIRS, RIVER_COURSES } from './river_courses.ts'
import { MAIN_ROADS } from './road_courses.ts'
import { nearestPart, placeVillages, SEATS, type Settlement, type SettlementAt, settlementFinder } from './settlements.ts'
import { inHills } from './terrain.ts'
import { toWater } from './waters.ts'

const HECTARE = 10_000 * METRE * METRE

export interface Cut {
  readonly subdivision: Subdivision
  readonly settlements: readonly Settlement[]
  readonly settlementAt: SettlementAt
}

const ATTEMPTS = 5

/** Now and then chance leads a bank along a border that is there already and leaves a face of nothing: then the land is cut anew. */
export function cutLand({ random }: Plan): Cut {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const cut = cutOnce((stream) => random(attempt === 1 ? stream : `${stream} ${attempt}`))
    const faces = [...cut.subdivision.faces.values()]
    if (faces.every((face) => areaOf(cut.subdivision.ringOf(face)) > 0)) return cut
  }
  throw new Error(`no land without a face of nothing in ${ATTEMPTS} attempts`)
}

function cutOnce(random: Plan['random']): Cut {
  const subdivision = new Subdivision(OUTLINE)
  for (const [id, course] of Object.entries(MAIN_ROADS)) subdivision.cut(course, { label: `road:${id}` })
  carveBlocks(subdivision, settlementFinder(SEATS), random('blocks'))
  for (const ground of GROUNDS) setAside(subdivision, ground)
  const settlements = [...SEATS, ...findVillages(subdivision, random('villages'))]
  const settlementAt = settlementFinder(settlements)
  for (const [id, course] of Object.entries(RIVER_COURSES)) subdivision.cut(course, { label: `river:${id}` })
  for (const reservoir of RESERVOIRS) flood(subdivision, reservoir.bank)
  carveCells(subdivision, settlementAt, random('cells'))
  return { subdivision, settlements, settlementAt }
}

/** Blocks of the seat that are not built over with houses: a school of its own quarter, parks. */
const GROUNDS = [
  { tag: 'campus', at: [10.3, 12.35] },
  { tag: 'park', at: [12.7, 12.2] },
  { tag: 'park', at: [11.2, 10.2] },
  { tag: 'park', at: [15.3, 9.6] },
] as const satisfies readonly { tag: string; at: Position }[]

function setAside(land: Subdivision, { tag, at }: (typeof GROUNDS)[number]): void {
  const away = (face: Face) => distance(centroidOf(land.ringOf(face)), [at[0] * KM, at[1] * KM])
  const fits = [...land.faces.values()].filter((face) => {
    const area = areaOf(land.ringOf(face)) / HECTARE
    return face.tag === '' && area > 7 && area < 14
  })
  fits.reduce((best, face) => (away(face) < away(best) ? face : best)).tag = tag
}

/** Streets a block apart in the seat, town roads and village roads a walk apart in the country. */
function carveBlocks(land: Subdivision, settlementAt: SettlementAt, random: Random): void {
  const urban = (middle: Position, ring: readonly Position[]) => {
    const { settlement, out } = nearestPart(settlementAt, ring, middle)
    return out < 1 ? settlement.kind : undefined
  }
  const counts: Record<string, number> = {}
  const label = (middle: Position, area: number) => {
    const { settlement, out } = settlementAt(middle)
    const inTown = out < 1.05 && settlement.kind !== 'village'
    const kind = inTown ? (area > 70 * HECTARE ? 'avenue' : 'street') : area > 620 * HECTARE ? 'town' : 'village'
    counts[kind] = (counts[kind] ?? 0) + 1
    return `road:${kind}:${counts[kind]}`
  }
  carveAll(land, {
    random,
    label,
    fault: faultOfRoad,
    bend: (at) => (settlementAt(at).out < 1.1 ? 0.004 : inHills(at) ? 0.17 : 0.06),
    target: (middle, ring) => {
      const kind = urban(middle, ring)
      const { out } = settlementAt(middle)
      if (kind === 'city') return (out < 1 ? 10 : 40) * HECTARE
      if (kind === 'centre') return (out < 1 ? 9 : 45) * HECTARE
      return (inHills(middle) ? 290 : 125) * HECTARE
    },
  })
}

/** Roads keep off the water except to cross it, and never run through a reservoir. */
function faultOfRoad(way: readonly Position[]): number {
  let [near, all] = [0, 0]
  for (let i = 1; i < way.length; i++) {
    const [a, b] = [way[i - 1]!, way[i]!]
    const steps = Math.ceil(distance(a, b) / (80 * METRE))
    for (let k = 0; k <= steps; k++) {
      const at: Position = [a[0] + ((b[0] - a[0]) * k) / steps, a[1] + ((b[1] - a[1]) * k) / steps]
      if (RESERVOIRS.some(({ at: middle, bank }) => distance(at, middle) < 1200 * METRE && isInside(bank, at))) return 3
      all++
      if (toWater(at, 140 * METRE) < 130 * METRE) near++
    }
  }
  const ends = [way[0]!, way.at(-1)!].filter((end) => toWater(end, 120 * METRE) < 110 * METRE).length
  return (near / all) * 1.2 + ends * 0.35
}

function findVillages(land: Subdivision, random: Random): Settlement[] {
  const candidates: Position[] = []
  for (const [a, b] of land.borders()) {
    if (land.labelOf(a, b)) candidates.push(land.points[a]!)
  }
  const edge = [...OUTLINE, OUTLINE[0]!]
  const inside = (at: Position) => isInside(OUTLINE, at) && locate(edge, at).away > 420 * METRE
  return placeVillages(candidates, inside, random)
}

/** Makes what lies inside the closed bank water. The line goes on beyond its start, to the river that it crossed first. */
function flood(land: Subdivision, bank: readonly Position[]): void {
  land.cut([...bank, ...bank.slice(0, Math.floor(bank.length / 5))])
  const closed = [...bank, bank[0]!]
  const wet = (p: Position) => isInside(bank, p) || locate(closed, p).away < 15 * METRE
  for (const face of land.faces.values()) {
    const ring = land.ringOf(face)
    if (wet(centroidOf(ring)) && ring.every(wet)) face.tag = 'water'
  }
}

function carveCells(land: Subdivision, settlementAt: SettlementAt, random: Random): void {
  let lanes = 0
  carveAll(land, {
    random,
    target: (middle, ring) => {
      const { settlement, out } = settlementAt(middle)
      if (out <= 1) return settlement.cell * (1 + 0.35 * out ** 2)
      const open = (inHills(middle) ? 46 : 16.5) * HECTARE
      const part = nearestPart(settlementAt, ring, middle)
      if (part.out <= 0.92) return 3.2 * HECTARE
      return Math.min(open, settlement.cell * 3 + open * ((out - 1) / 1.5))
    },
    label: (middle, area) => {
      const { settlement, out } = settlementAt(middle)
      const least = settlement.kind === 'village' ? 3.4 : 2.6
      return out < 1.04 && area > least * HECTARE ? `road:lane:${++lanes}` : undefined
    },
    bend: (at) => {
      const { settlement, out } = settlementAt(at)
      if (out > 1.1) return inHills(at) ? 0.16 : 0.06
      return settlement.kind === 'village' ? 0.03 : 0
    },
  })
}

/** A school's ground is cut by its buildings and yards; water and parks stay whole. */
function carveAll(land: Subdivision, options: CarveOptions): void {
  const campus: CarveOptions = { ...options, target: () => 0.2 * HECTARE, label: () => undefined, bend: () => 0 }
  for (const face of [...land.faces.values()]) {
    if (face.tag === 'campus') carve(land, face, campus)
    else if (face.tag === '') carve(land, face, options)
  }
}
