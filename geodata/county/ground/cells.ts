/** Unit cells: the faces of the land with land use and people, before anybody has drawn a border or given a number. */
import type { Position } from '../demo.ts'
import { areaOf, centroidOf, distance, isInside, METRE } from '../geometry/plane.ts'
import type { Random } from '../geometry/random.ts'
import type { Face, Subdivision } from '../geometry/subdivision.ts'
import type { Plan } from '../plan.ts'
import { type Cut, cutLand } from './land.ts'
import type { Surroundings } from './settlements.ts'
import { inHills, steepness } from './terrain.ts'
import { toWater } from './waters.ts'

/** Valley floors reach so far from the water. */
const VALLEY = 380 * METRE

export type LandUse = 'built_up' | 'rural_settlement' | 'field' | 'forest' | 'water' | 'other'

export interface Cell {
  readonly face: number
  readonly ring: readonly Position[]
  readonly middle: Position
  /** Square metres. */
  readonly area: number
  readonly landUse: LandUse
  readonly households: number
  readonly population: number
  /** What the ground is set aside for, or nothing. */
  readonly ground: 'campus' | 'park' | 'water' | ''
}

export interface Beside {
  readonly face: number
  /** Length of the common border in metres. */
  readonly length: number
  /** What the border is, where it is a road or a river. */
  readonly label: string | undefined
}

export interface Land extends Cut {
  readonly plan: Plan
  readonly cells: readonly Cell[]
  readonly cellOf: ReadonlyMap<number, Cell>
  /** By face, the faces beside it. */
  readonly neighbours: ReadonlyMap<number, readonly Beside[]>
  /** By face, what lies beyond each of its sides, in the order of its ring; nothing (-1) at the border of the county. */
  readonly beyond: ReadonlyMap<number, readonly number[]>
  /** The cell in which a point lies. */
  cellAt(at: Position): Cell | undefined
}

export function makeLand(plan: Plan): Land {
  const cut = cutLand(plan)
  const random = plan.random('people')
  const cells = [...cut.subdivision.faces.values()].map((face): Cell => {
    const ring = cut.subdivision.ringOf(face)
    const middle = centroidOf(ring)
    const area = areaOf(ring) / METRE ** 2
    const around = cut.settlementAt(middle)
    const ground = face.tag as Cell['ground']
    const landUse = ground === 'water' ? 'water' : ground === 'park' ? 'other' : landUseAt(middle, area, around)
    const households = ground ? 0 : Math.round((area / 10_000) * dwellingsPerHectare(middle, landUse, around, random))
    const population = Math.round(households * random.between(2.55, 3.35))
    return { face: face.id, ring, middle, area, landUse, households, population, ground }
  })
  const cellOf = new Map(cells.map((cell) => [cell.face, cell]))
  return {
    ...cut,
    plan,
    cells,
    cellOf,
    neighbours: neighboursIn(cut.subdivision),
    beyond: beyondIn(cut.subdivision),
    cellAt: finderOf(cells),
  }
}

function beyondIn(subdivision: Subdivision): Land['beyond'] {
  const across = ({ ring }: Face) => ring.map((a, i) => subdivision.left(ring[(i + 1) % ring.length]!, a)?.id ?? -1)
  return new Map([...subdivision.faces.values()].map((face) => [face.id, across(face)]))
}

const SQUARE = 400 * METRE

/** Looks only at the cells that reach into the point's square. */
function finderOf(cells: readonly Cell[]): Land['cellAt'] {
  const squares = new Map<string, Cell[]>()
  const range = (values: number[]) =>
    [Math.floor(Math.min(...values) / SQUARE), Math.floor(Math.max(...values) / SQUARE)] as const
  for (const cell of cells) {
    const [west, east] = range(cell.ring.map(([x]) => x))
    const [south, north] = range(cell.ring.map(([, y]) => y))
    for (let x = west; x <= east; x++)
      for (let y = south; y <= north; y++) {
        const held = squares.get(`${x} ${y}`)
        if (held) held.push(cell)
        else squares.set(`${x} ${y}`, [cell])
      }
  }
  return (at) =>
    squares.get(`${Math.floor(at[0] / SQUARE)} ${Math.floor(at[1] / SQUARE)}`)?.find((cell) => isInside(cell.ring, at))
}

function neighboursIn(subdivision: Subdivision): Land['neighbours'] {
  const beside = new Map([...subdivision.faces.keys()].map((face) => [face, new Map<number, Beside>()]))
  for (const [a, b] of subdivision.borders()) {
    const [left, right] = [subdivision.left(a, b)?.id, subdivision.left(b, a)?.id]
    if (left === undefined || right === undefined) continue
    const length = distance(subdivision.points[a]!, subdivision.points[b]!) / METRE
    const label = subdivision.labelOf(a, b)
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const known = beside.get(one)!.get(other)
      beside.get(one)!.set(other, { face: other, length: (known?.length ?? 0) + length, label: label ?? known?.label })
    }
  }
  return new Map([...beside].map(([face, others]) => [face, [...others.values()]]))
}

function landUseAt(at: Position, area: number, { settlement, out }: Surroundings): LandUse {
  if (out < 1.06 && area < 60_000) return settlement.kind === 'village' ? 'rural_settlement' : 'built_up'
  if (!inHills(at)) return 'field'
  // In the hills people plough the valleys and what lies around their villages.
  const nearby = out < 2.4 || toWater(at, VALLEY) < VALLEY
  const [slope, size] = nearby ? [0.14, 420_000] : [0.05, 300_000]
  return area > size || steepness(at) > slope ? 'forest' : 'field'
}

/** Close together around the market streets, courtyards in the villages, a lonely farm in the fields now and then. */
function dwellingsPerHectare(at: Position, landUse: LandUse, { settlement, out }: Surroundings, random: Random): number {
  const luck = random.next()
  const many = random.lognormal(0.3)
  if (landUse === 'built_up') {
    const [edge, middle] = settlement.kind === 'city' ? [11, 34] : [9, 16]
    const far = distance(at, settlement.at) / (settlement.radius * 0.6)
    // A works, a school, a park: some blocks have hardly a dwelling.
    return (luck < 0.07 ? 0.12 : 1) * many * (edge + middle * Math.exp(-(far ** 2)))
  }
  if (landUse === 'rural_settlement') return many * (17 - 6 * out)
  if (landUse === 'field') return luck < 0.1 ? 0.25 * many : 0
  return landUse === 'forest' && luck < 0.06 ? 0.05 * many : 0
}
