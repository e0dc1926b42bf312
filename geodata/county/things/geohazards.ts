/** Known places of geological danger in the hills. */
import type { County } from '../county.ts'
import type { DemoFeature, Position } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { distance, METRE, rounded } from '../geometry/plane.ts'
import type { Random } from '../geometry/random.ts'
import { point } from '../geometry/shapes.ts'
import { KM } from '../ground/board.ts'
import { inHills, steepness } from '../ground/terrain.ts'

export interface HazardPoint {
  readonly name: string
  readonly kind: string
  readonly at: Position
  readonly people: number
}

const POINTS = 26
const KINDS = [
  ['slide', '滑坡'],
  ['rockfall', '崩塌'],
  ['debris_flow', '泥石流'],
  ['slide', '滑坡'],
  ['fissure', '地裂缝'],
  ['collapse', '采空塌陷'],
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
    const [kind, word] = KINDS[found.length % KINDS.length]!
    const name = `${community.short.zh}${sideOf(community.at, at)}${word}`
    if (found.some((other) => other.name === name)) continue
    found.push({ name, kind, at, people: peopleBelow(random) })
  }
  return found
}

const sideOf = ([x, y]: Position, [px, py]: Position): string =>
  Math.abs(px - x) > Math.abs(py - y) ? (px > x ? '东坡' : '西坡') : py > y ? '北坡' : '南坡'

const peopleBelow = (random: Random): number => {
  const luck = random.next()
  return luck < 0.6 ? random.integer(4, 96) : luck < 0.92 ? random.integer(110, 420) : random.integer(520, 860)
}

const gradeOf = (people: number): string =>
  people >= 1000 ? 'very_large' : people >= 500 ? 'large' : people >= 100 ? 'medium' : 'small'

export function geohazardFeatures(county: County, points: readonly HazardPoint[]): DemoFeature[] {
  const random = county.plan.random('geohazard checks')
  return points.map(({ name, kind, at, people }, i) => ({
    properties: {
      code: `DZ${padded(i + 1, 3)}`,
      name,
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
