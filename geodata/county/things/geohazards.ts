/** Known places of geological danger in the hills. */
import type { County } from '../county.ts'
import type { DemoFeature, Position } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { distance, METRE, rounded } from '../geometry/plane.ts'
import type { Random } from '../geometry/random.ts'
import { point } from '../geometry/shapes.ts'
import { KM } from '../ground/board.ts'
import { inHills, steepness } from '../ground/terrain.ts'
import type { Word } from '../people/words.ts'

export interface HazardPoint {
  readonly name: string
  readonly name_en: string
  readonly kind: string
  readonly at: Position
  readonly people: number
}

const POINTS = 26
const KINDS = [
  ['slide', '滑坡', 'Slide'],
  ['rockfall', '崩塌', 'Rockfall'],
  ['debris_flow', '泥石流', 'Debris Flow'],
  ['slide', '滑坡', 'Slide'],
  ['fissure', '地裂缝', 'Ground Fissure'],
  ['collapse', '采空塌陷', 'Mine Collapse'],
] as const

/** On steep ground in the hills, where somebody lives below. */
export function findHazardPoints(county: County): HazardPoint[] {
  const random = county.plan.random('geohazards')
  const found: HazardPoint[] = []
  while (found.length < POINTS) {
    const at = rounded([random.between(1.5, 24) * KM, random.between(16.5, 25.4) * KM])
    const cell = county.cellAt(at)
    if (!cell || cell.landUse === 'water' || !inHills(at) || steepness(at) < 0.11) continue
    if (found.some((other) => distance(other.at, at) < 1100 * METRE)) continue
    const community = county.communityOf.get(cell.face)!
    const [kind, zh, en] = KINDS[found.length % KINDS.length]!
    const side = sideOf(community.at, at)
    const name = `${community.short.zh}${side.zh}${zh}`
    if (found.some((other) => other.name === name)) continue
    found.push({ name, name_en: `${community.short.en} ${side.en} ${en}`, kind, at, people: peopleBelow(random) })
  }
  return found
}

const SIDES = {
  east: { zh: '东坡', en: 'East Slope' },
  west: { zh: '西坡', en: 'West Slope' },
  north: { zh: '北坡', en: 'North Slope' },
  south: { zh: '南坡', en: 'South Slope' },
} as const

const sideOf = ([x, y]: Position, [px, py]: Position): Word =>
  SIDES[Math.abs(px - x) > Math.abs(py - y) ? (px > x ? 'east' : 'west') : py > y ? 'north' : 'south']

const peopleBelow = (random: Random): number => {
  const luck = random.next()
  return luck < 0.6 ? random.integer(4, 96) : luck < 0.92 ? random.integer(110, 420) : random.integer(520, 860)
}

const gradeOf = (people: number): string =>
  people >= 1000 ? 'very_large' : people >= 500 ? 'large' : people >= 100 ? 'medium' : 'small'

export function geohazardFeatures(county: County, points: readonly HazardPoint[]): DemoFeature[] {
  const random = county.plan.random('geohazard checks')
  return points.map(({ name, name_en, kind, at, people }, i) => ({
    properties: {
      code: `DZ${padded(i + 1, 3)}`,
      name,
      name_en,
      kind,
      grade: gradeOf(people),
      threatened_people: people,
      monitored: random.chance(0.6),
      managed_by: `${county.plan.name.zh}县自然资源局`,
      inspected_on: `2026-03-${padded(random.integer(1, 28), 2)}`,
    },
    geometry: point(at),
  }))
}
