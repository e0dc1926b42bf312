/** Other water for fire engines: pools at works and in villages, wharves on the rivers, reservoirs and ponds. */
import type { County } from '../county.ts'
import type { DemoFeature, Position } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { aside, METRE, rounded, walk } from '../geometry/plane.ts'
import type { Random } from '../geometry/random.ts'
import { point } from '../geometry/shapes.ts'
import { RESERVOIRS } from '../ground/river_courses.ts'
import type { Community } from '../people/communities.ts'
import type { River } from './rivers.ts'
import type { Site } from './sites.ts'

interface Source {
  readonly name: string
  readonly name_en: string
  readonly kind: 'pool' | 'wharf' | 'natural'
  readonly at: Position
  readonly capacity: number | null
  readonly dry: boolean | null
}

export function waterSourceFeatures(county: County, rivers: readonly River[], sites: readonly Site[]): DemoFeature[] {
  const random = county.plan.random('water sources')
  const sources = [...pools(sites, random), ...reservoirs(county), ...wharves(county, rivers), ...ponds(county, random)]
  return sources.map((source, i) => ({
    properties: { code: `SY${padded(i + 1, 3)}`, ...described(county, source, random) },
    geometry: point(source.at),
  }))
}

const pools = (sites: readonly Site[], random: Random): Source[] =>
  sites
    .filter(({ kind, refuge }) => kind === 'dangerous_goods' || kind === 'factory' || refuge)
    .map(({ name, name_en, at: [x, y] }) => ({
      name: `${name}消防水池`,
      name_en: `${name_en} Fire Pool`,
      kind: 'pool',
      at: [x - 12 * METRE, y + 9 * METRE],
      capacity: random.integer(12, 60) * 10,
      dry: null,
    }))

/** The half of the lake that is larger, and a wharf at its lower end. */
const reservoirs = (county: County): Source[] =>
  RESERVOIRS.flatMap(({ name, name_en, at: [x, y], bank }): Source[] => {
    const near = county.cells.filter(
      (cell) => cell.landUse === 'water' && Math.hypot(cell.middle[0] - x, cell.middle[1] - y) < 2e6,
    )
    const half = near.reduce((best, cell) => (cell.area > best.area ? cell : best))
    const dam = bank.reduce((best, p) => (p[1] < best[1] ? p : best))
    return [
      { name, name_en, kind: 'natural', at: rounded(half.middle), capacity: Math.round(half.area * 0.8) * 10, dry: true },
      {
        name: `${name}取水码头`,
        name_en: `${name_en} Intake Wharf`,
        kind: 'wharf',
        at: rounded([dam[0], dam[1] - 12 * METRE]),
        capacity: null,
        dry: true,
      },
    ]
  })

function wharves(county: County, rivers: readonly River[]): Source[] {
  const counts = new Map<string, number>()
  const unlike = ({ name, name_en }: Community) => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1
      ? { name: `${name}取水码头`, name_en: `${name_en} Intake Wharf` }
      : { name: `${name}${count}号取水码头`, name_en: `${name_en} Intake Wharf No. ${count}` }
  }
  return rivers
    .filter(({ rank }) => rank === 'main')
    .flatMap(({ line, upTo }) =>
      [0.18, 0.34, 0.5, 0.66, 0.82].map((share, i): Source => {
        const { point: at, direction } = walk(line, upTo.at(-1)! * share)
        const place = rounded(aside(at, direction, (i % 2 ? 7 : -7) * METRE))
        return {
          ...unlike(county.placeAt(place).community),
          kind: 'wharf',
          at: place,
          capacity: null,
          dry: share > 0.4,
        }
      }),
    )
}

const ponds = (county: County, random: Random): Source[] =>
  county.communities
    .filter(({ kind }, i) => kind === 'village' && i % 4 === 1)
    .map(({ name, name_en, cells }) => {
      const cell = cells.find(({ landUse, area }) => landUse === 'field' && area < 60_000) ?? cells[0]!
      return {
        name: `${name}坑塘`,
        name_en: `${name_en} Pond`,
        kind: 'natural',
        at: rounded(cell.middle),
        capacity: random.integer(8, 60) * 100,
        dry: random.chance(0.3),
      }
    })

function described(county: County, { name, name_en, kind, at, capacity, dry }: Source, random: Random) {
  const { town } = county.placeAt(at).community
  const luck = random.next()
  const usable = luck < 0.78 ? 'yes' : luck < 0.9 ? 'no' : 'unknown'
  return {
    name,
    name_en,
    kind,
    usable,
    record_state: usable === 'no' && random.chance(0.3) ? 'abandoned' : 'normal',
    address: county.placeAt(at).community.name,
    capacity_m3: capacity,
    usable_in_dry_season: dry,
    suction_height_m: Math.round(random.between(18, 55)) / 10,
    vehicle_access: usable !== 'no' || random.chance(0.4),
    parking_places: random.integer(1, 4),
    managed_by: `${town.name}人民政府`,
    inspected_on: usable === 'unknown' ? null : `2026-0${random.integer(1, 3)}-${padded(random.integer(1, 28), 2)}`,
  }
}
