/** Hydrants beside the main roads and streets, no more than 120 m apart but for stretches that were never fitted out. */
import type { County } from '../county.ts'
import type { DemoFeature, Position } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { aside, distance, lengthOf, locate, METRE, rounded, walk } from '../geometry/plane.ts'
import type { Random } from '../geometry/random.ts'
import { point } from '../geometry/shapes.ts'
import { kindOf, type Network, type Road } from './network.ts'

/** GB 50974-2014 asks for 120 m at most; bends make the straight distance a little shorter, never longer. */
const SPACING = 113 * METRE
/** Beside country roads they stand only so near to where people live, as a multiple of the settlement's radius. */
const REACH = 4
/** Beside town roads only where they are a village's street. */
const TOWN_REACH = 1.9
/** The share of roads with a stretch that has none. */
const UNFITTED = 0.3

interface Stand {
  readonly road: Road
  readonly at: Position
}

export function hydrantFeatures(county: County, { roads }: Network): DemoFeature[] {
  const random = county.plan.random('hydrants')
  const fitted = roads.filter(({ name }) => name.width_m >= 9 || name.class === 'town')
  const stands = fitted.flatMap((road) => standsAlong(county, road, random))
  return stands.map((stand, i) => ({
    properties: { code: `XHS${padded(i + 1, 5)}`, ...hydrant(county, stand, i, random) },
    geometry: point(stand.at),
  }))
}

/** On the right side of the road, 1 m behind the kerb. */
function standsAlong(county: County, road: Road, random: Random): Stand[] {
  const length = lengthOf(road.line)
  const gaps = gapsOf(length, random)
  const street = ['street', 'avenue'].includes(kindOf(road))
  const reach = road.name.class === 'town' ? TOWN_REACH : REACH
  const stands: Stand[] = []
  const beside = (along: number) => {
    const { point: at, direction } = walk(road.line, along)
    return rounded(aside(at, direction, -(road.name.width_m / 2 + 1) * METRE))
  }
  for (let along = 24 * METRE; along < length - 10 * METRE; ) {
    const at = beside(along)
    // In the crook of a bend the road's next stretch would come too near.
    if (locate(road.line, at).away < (road.name.width_m / 2 + 0.6) * METRE) {
      along += 2 * METRE
      continue
    }
    const inGap = gaps.some(([from, to]) => along > from && along < to)
    const cell = county.cellAt(at)
    if (cell && cell.landUse !== 'water' && !inGap && (street || county.settlementAt(at).out < reach)) stands.push({ road, at })
    // On the outside of a bend the kerb is longer than the middle of the road.
    let step = SPACING
    while (distance(beside(along + step), at) > 119 * METRE) step -= 2 * METRE
    along += step
  }
  return stands
}

/** Stretches of 260 to 620 m, one on some short roads and some on the long ones. */
function gapsOf(length: number, random: Random): (readonly [from: number, to: number])[] {
  const count = length > 5000 * METRE ? 3 : length > 900 * METRE && random.chance(UNFITTED) ? 1 : 0
  return Array.from({ length: count }, () => {
    const from = random.between(0.15, 0.8) * length
    return [from, from + random.between(260, 620) * METRE] as const
  })
}

const day = (year: number, month: number, date: number) => `${year}-${padded(month, 2)}-${padded(date, 2)}`

function stateOf(random: Random): readonly [usable: string, state: string | null] {
  const luck = random.next()
  if (luck < 0.86) return ['yes', 'intact']
  if (luck < 0.91) return ['no', random.pick(['damaged', 'blocked', 'out_of_service'])]
  return luck < 0.95 ? ['no', 'low_pressure'] : ['unknown', null]
}

function hydrant(county: County, { road, at }: Stand, i: number, random: Random) {
  const [usable, state] = stateOf(random)
  const built = usable === 'unknown' ? null : random.integer(2009, 2023)
  const ring = road.name.class === 'street' || road.name.class === 'national'
  const works = usable === 'yes'
  const { town } = county.placeAt(at).community
  return {
    kind: i % 37 === 18 ? 'filling_column' : 'hydrant',
    usable,
    state,
    record_state: 'normal',
    road_name: road.name.name,
    placement: random.chance(0.85) ? 'above_ground' : 'underground',
    outlets: 'DN100 + 2×DN65',
    network_form: ring ? 'ring' : 'branch',
    pipe_diameter_mm: ring ? random.pick([200, 300]) : 150,
    pressure_mpa: works ? Math.round(random.between(16, 32)) / 100 : state === 'low_pressure' ? 0.08 : null,
    flow_l_s: works ? random.integer(15, 28) : state === 'low_pressure' ? 9 : null,
    utility: `${county.plan.name.zh}县水务公司`,
    managed_by: town.kind === 'subdistrict' ? `${county.plan.name.zh}县消防救援大队` : `${town.name}专职消防队`,
    installed_on: built ? day(built, random.integer(3, 11), random.integer(1, 28)) : null,
    inspected_on: usable === 'unknown' ? null : day(2026, random.integer(1, 3), random.integer(1, 28)),
  }
}
