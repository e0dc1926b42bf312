/** Key sites: what stands where, each on the ground of a cell of its own. */
import type { County } from '../county.ts'
import type { DemoFeature, Position } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { centroidOf, distance, isInside, locate, METRE, rounded } from '../geometry/plane.ts'
import { point } from '../geometry/shapes.ts'
import { spotsInside } from '../geometry/spots.ts'
import type { Cell } from '../ground/cells.ts'
import type { Addresses } from '../people/addresses.ts'
import type { Community } from '../people/communities.ts'
import { type SitePlan, sitePlans } from './site_plans.ts'

export interface Site extends SitePlan {
  readonly at: Position
  readonly address: string
}

const isSettled = ({ landUse, ground }: Cell): boolean =>
  (landUse === 'built_up' || landUse === 'rural_settlement') && ground === ''

export function makeSites(county: County, addresses: Addresses): Site[] {
  const random = county.plan.random('sites')
  const used = new Set<Cell>()
  const emptiest = (community: Community): Cell => {
    const density = (cell: Cell) => cell.households / cell.area
    const free = community.cells.filter((cell) => isSettled(cell) && !used.has(cell))
    const [first, ...rest] = free.length > 0 ? free : community.cells.filter((cell) => !used.has(cell))
    return rest.reduce((best, cell) => (density(cell) < density(best) ? cell : best), first!)
  }
  return sitePlans(county).map((plan): Site => {
    const cell = plan.campus ? campusGate(county) : emptiest(plan.community)
    used.add(cell)
    const middle = rounded(centroidOf(cell.ring))
    const clear = isInside(cell.ring, middle) && locate([...cell.ring, cell.ring[0]!], middle).away > 22 * METRE
    const at = clear ? middle : spotsInside(cell.ring, 1, random, 30 * METRE)[0]!
    const place = addresses.of(at, cell)
    const { town, name } = plan.community
    return { ...plan, at, address: place === name ? `${town.name}${name}` : place }
  })
}

/** The cell in the middle of the campus. */
function campusGate({ cells }: County): Cell {
  const campus = cells.filter(({ ground }) => ground === 'campus')
  const [x, y] = [0, 1].map((axis) => campus.reduce((sum, cell) => sum + cell.middle[axis]!, 0) / campus.length)
  return campus.reduce((best, cell) => (distance(cell.middle, [x!, y!]) < distance(best.middle, [x!, y!]) ? cell : best))
}

export const siteFeatures = (sites: readonly Site[]): DemoFeature[] =>
  sites.map(({ name, name_en, kind, at, address, people, managed_by }, i) => ({
    properties: { code: `ZD${padded(i + 1, 4)}`, name, name_en, kind, address, people, managed_by },
    geometry: point(at),
  }))
