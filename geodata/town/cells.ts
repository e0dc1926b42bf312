/** Unit cells: the faces of the land with land use, number and people. */
import type { Position } from '../county/demo.ts'
import { groupBy } from '../county/geometry/group.ts'
import { areaOf, centroidOf, distance, isInside, METRE } from '../county/geometry/plane.ts'
import { randomStream } from '../county/geometry/random.ts'
import type { Subdivision } from '../county/geometry/subdivision.ts'
import { cutLand, settlementAt } from './land.ts'
import { communityOf } from './names.ts'
import { HILL_FOOT } from './plan.ts'
import { SITE_PLANS } from './site_plans.ts'

export interface Cell {
  readonly face: number
  readonly code: string
  readonly community: string
  readonly ring: readonly Position[]
  readonly middle: Position
  /** Square metres. */
  readonly area: number
  readonly landUse: 'built_up' | 'rural_settlement' | 'field' | 'forest' | 'water' | 'other'
  readonly households: number
  readonly population: number
}

/** Sequence numbers run west to east in rows of this height, the rows from north to south. */
export const ROW_HEIGHT = 200 * METRE

export interface Land {
  readonly subdivision: Subdivision
  readonly cells: readonly Cell[]
  /** By face, the faces beside it with the length of the border in metres. */
  readonly neighbours: ReadonlyMap<number, readonly { readonly face: number; readonly length: number }[]>
  /** The cell in which a point lies. */
  cellAt(at: Position): Cell | undefined
}

export function makeLand(): Land {
  const subdivision = cutLand()
  const random = randomStream('people')
  const faces = [...subdivision.faces.values()].map((face) => {
    const ring = subdivision.ringOf(face)
    const [community, water] = face.tag.split(':')
    return {
      face,
      ring,
      community: community!,
      water: water === 'water',
      middle: centroidOf(ring),
      area: areaOf(ring) / METRE ** 2,
    }
  })
  const numbered = groupBy(faces, (face) => face.community).flatMap(([community, members]) => {
    const north = Math.max(...members.map(({ middle }) => middle[1]))
    const row = (at: Position) => Math.floor((north - at[1]) / ROW_HEIGHT)
    const sorted = members.toSorted((a, b) => row(a.middle) - row(b.middle) || a.middle[0] - b.middle[0])
    return sorted.map((face, i) => ({ ...face, code: `${communityOf(community).code}${String(i + 1).padStart(3, '0')}` }))
  })
  const cells = numbered.map(({ face, ring, community, water, middle, area, code }): Cell => {
    const landUse = water ? 'water' : landUseAt(middle)
    const dwellings = water ? 0 : dwellingsPerHectare(middle, landUse, random.next())
    const taken = SITE_PLANS.some((site) => site.share > 0 && isInside(ring, site.at))
    const households = Math.round((area / 10_000) * dwellings * random.lognormal(0.32) * (taken ? 0.2 : 1))
    const population = Math.round(households * random.between(2.55, 3.35))
    return { face: face.id, code, community, ring, middle, area, landUse, households, population }
  })
  return {
    subdivision,
    cells,
    neighbours: neighboursIn(subdivision),
    cellAt: (at) => cells.find((cell) => isInside(cell.ring, at)),
  }
}

function neighboursIn(subdivision: Subdivision): Land['neighbours'] {
  const lengths = new Map([...subdivision.faces.keys()].map((face) => [face, new Map<number, number>()]))
  for (const [a, b] of subdivision.borders()) {
    const [left, right] = [subdivision.left(a, b)?.id, subdivision.left(b, a)?.id]
    if (left === undefined || right === undefined) continue
    const length = distance(subdivision.points[a]!, subdivision.points[b]!) / METRE
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      lengths.get(one)!.set(other, (lengths.get(one)!.get(other) ?? 0) + length)
    }
  }
  return new Map([...lengths].map(([face, beside]) => [face, [...beside].map(([other, length]) => ({ face: other, length }))]))
}

function landUseAt(at: Position): Cell['landUse'] {
  const { settlement, out } = settlementAt(at)
  if (out < 1.05) return settlement.kind
  return at[1] > HILL_FOOT ? 'forest' : 'field'
}

/** Close together around the market street, courtyards in the villages, a lonely farm in the fields now and then. */
function dwellingsPerHectare(at: Position, landUse: Cell['landUse'], luck: number): number {
  const { settlement, out } = settlementAt(at)
  if (landUse === 'built_up') return 12 + 46 * Math.exp(-((distance(at, settlement.at) / (520 * METRE)) ** 2))
  if (landUse === 'rural_settlement') return 20 - 6 * out
  if (landUse === 'field') return luck < 0.12 ? 0.35 : 0
  return luck < 0.1 ? 0.06 : 0
}
