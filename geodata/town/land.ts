/** The county's land, cut once: water, roads and borders first, then blocks and fields down to unit cells. */

import type { Position } from '../county/demo.ts'
import { centroidOf, distance, isInside, METRE } from '../county/geometry/plane.ts'
import { randomStream } from '../county/geometry/random.ts'
import { type Face, Subdivision } from '../county/geometry/subdivision.ts'
import { carve } from './carve.ts'
import type { CommunityId } from './names.ts'
import * as plan from './plan.ts'

const HECTARE = 10_000 * METRE * METRE

export function cutLand(): Subdivision {
  const land = new Subdivision(plan.OUTLINE)
  for (const [id, course] of Object.entries(plan.RIVER_COURSES)) land.cut(course, { label: `river:${id}` })
  for (const course of plan.BORDER_COURSES) land.cut(course)
  road(land, 'national')
  road(land, 'wenchang', (face) => !has(land, face, 'shimen', 'houzhai', 'zhaozhuang', 'xiyaotou'))
  road(land, 'county')
  nameCommunities(land)
  for (const id of ['hills', 'nanling', 'hebei', 'henan', 'zhaoliu', 'liunan', 'ring']) road(land, id)
  const core = (face: Face) => isInside(RING_ROAD, centroidOf(land.ringOf(face)))
  for (const id of plan.INNER_STREETS) road(land, id, core)
  land.cut(plan.RESERVOIR_BANK, { allow: (face) => face.tag === 'shimen' })
  for (const face of [...land.faces.values()]) if (isInside(land.ringOf(face), plan.RESERVOIR)) face.tag = `${face.tag}:water`
  carveCells(land)
  return land
}

/** The ring road closed by the national road: what lies inside is the old town. */
const RING_ROAD = plan.ROAD_COURSES.ring!

const road = (land: Subdivision, id: string, allow?: (face: Face) => boolean) =>
  land.cut(plan.ROAD_COURSES[id]!, { label: `road:${id}`, ...(allow ? { allow } : {}) })

const has = (land: Subdivision, face: Face, ...ids: readonly CommunityId[]) =>
  ids.some((id) => plan.COMMUNITY_SEEDS[id].some((seed) => isInside(land.ringOf(face), seed)))

function nameCommunities(land: Subdivision): void {
  for (const face of land.faces.values()) {
    const ring = land.ringOf(face)
    const owners = Object.entries(plan.COMMUNITY_SEEDS).filter(([, seeds]) => seeds.some((seed) => isInside(ring, seed)))
    if (owners.length !== 1) throw new Error(`the piece around ${centroidOf(ring)} belongs to ${owners.length} communities`)
    face.tag = owners[0]![0]
  }
}

/** The settlement in or beside which a place lies, and how far out it is: 0 in the middle, 1 at the edge. */
export function settlementAt(at: Position): { settlement: plan.Settlement; out: number } {
  const all = plan.SETTLEMENTS.map((settlement) => ({ settlement, out: distance(settlement.at, at) / settlement.radius }))
  return all.reduce((nearest, each) => (each.out < nearest.out ? each : nearest))
}

function carveCells(land: Subdivision): void {
  const random = randomStream('cells')
  const target = (at: Position, ring: readonly Position[]) => {
    const { settlement, out: away } = settlementAt(at)
    const open = at[1] > plan.HILL_FOOT ? 62 * HECTARE : 30 * HECTARE
    // The middle of a large face tells nothing about a village in its corner.
    const out = away > 1.3 && plan.SETTLEMENTS.some((each) => isInside(ring, each.at)) ? 1.3 : away
    if (out <= 1) return settlement.cell * (1 + 0.5 * out ** 2)
    return Math.min(open, settlement.cell * 1.5 + (open - settlement.cell) * ((out - 1) / 1.1) ** 1.3)
  }
  let lane = 0
  const label = (at: Position) => {
    const { settlement, out } = settlementAt(at)
    return out < 1.1 ? `lane:${settlement.kind}:${++lane}` : undefined
  }
  const bend = (at: Position) => {
    const { settlement, out } = settlementAt(at)
    if (at[1] > plan.HILL_FOOT && out > 1.1) return 0.16
    if (out > 1.1) return 0.07
    return settlement.kind === 'built_up' ? 0 : 0.03
  }
  for (const face of [...land.faces.values()])
    if (!face.tag.endsWith(':water')) carve(land, face, { target, bend, label, random })
}
