/** Addresses: road and number in the towns, village and group in the country. */
import type { County } from '../county.ts'
import type { Position } from '../demo.ts'
import { distance, locate, METRE } from '../geometry/plane.ts'
import type { Cell } from '../ground/cells.ts'
import type { Network, Road } from '../things/network.ts'

export interface Addresses {
  /** The road beside which the place lies and its number there, or the village. */
  of(at: Position, cell: Cell): string
}

interface Stretch {
  readonly road: Road
  readonly from: number
  readonly forward: boolean
}

/** A house number for every so many metres of road, odd ones on the right. */
const PER_NUMBER = 12 * METRE

export function makeAddresses(county: County, { roads }: Network): Addresses {
  const stretches = stretchesOf(roads)
  const of = (at: Position, cell: Cell): string => {
    const community = county.communityOf.get(cell.face)!
    const here = cell.landUse === 'rural_settlement' ? undefined : nearest(county, stretches, at, cell)
    return here ?? community.name
  }
  return { of }
}

function stretchesOf(roads: readonly Road[]): Map<string, Stretch> {
  const stretches = new Map<string, Stretch>()
  for (const road of roads) {
    let from = 0
    road.path.slice(1).forEach((b, i) => {
      const a = road.path[i]!
      stretches.set(`${a} ${b}`, { road, from, forward: true }).set(`${b} ${a}`, { road, from, forward: false })
      from += distance(road.line[i]!, road.line[i + 1]!)
    })
  }
  return stretches
}

function nearest(county: County, stretches: Map<string, Stretch>, at: Position, { face }: Cell): string | undefined {
  const { ring } = county.subdivision.faces.get(face)!
  let best: { text: string; away: number } | undefined
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]!
    const stretch = stretches.get(`${a} ${b}`)
    if (!stretch) return
    const [p, q] = [county.subdivision.points[a]!, county.subdivision.points[b]!]
    const { along, away } = locate([p, q], at)
    if (best && away >= best.away) return
    const chainage = stretch.from + (stretch.forward ? along : distance(p, q) - along)
    const number = 2 * Math.floor(chainage / PER_NUMBER) + (stretch.forward ? 2 : 1)
    best = { text: `${stretch.road.name.name}${number}号`, away }
  })
  return best?.text
}
