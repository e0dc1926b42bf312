/** The road network: edges from junction to junction, and the roads with their names that they belong to. */
import type { County } from '../county.ts'
import type { Position } from '../demo.ts'
import { type Chain, linesOf, networkOf, positionsOf } from '../geometry/lines.ts'
import { MAIN_ROADS } from '../ground/road_courses.ts'
import { type RoadName, roadNamer } from './road_names.ts'

export interface Road {
  readonly label: string
  readonly name: RoadName
  readonly path: readonly number[]
  readonly line: readonly Position[]
}

export interface Network {
  /** From junction to junction, with the road that each belongs to. */
  readonly chains: readonly { readonly road: Road; readonly path: readonly number[] }[]
  /** Every road from end to end, the great ones first. */
  readonly roads: readonly Road[]
}

const ORDER = ['avenue', 'street', 'town', 'village', 'lane']

/** A great road before a small one, then as they were built. */
function rank(label: string): number {
  const [, kind, number] = label.split(':')
  const main = Object.keys(MAIN_ROADS).indexOf(kind!)
  return main >= 0 ? main : (ORDER.indexOf(kind!) + 1) * 100_000 + Number(number)
}

export function makeNetwork(county: County): Network {
  const { subdivision } = county
  const chains = networkOf(subdivision, (label) => label.startsWith('road:'))
  const byLabel = new Map<string, Chain[]>()
  for (const chain of chains) byLabel.set(chain.label, [...(byLabel.get(chain.label) ?? []), chain])
  const nameOf = roadNamer(county)
  const roads: Road[] = []
  const roadAt = new Map<string, Road>()
  for (const label of [...byLabel.keys()].toSorted((a, b) => rank(a) - rank(b))) {
    const edges = byLabel.get(label)!.flatMap(({ path }) => path.slice(1).map((b, i) => [path[i]!, b] as const))
    for (const path of linesOf(edges)) {
      const line = positionsOf(subdivision, path)
      const road = { label, path, line, name: nameOf(label, path, line) }
      roads.push(road)
      for (const v of path) roadAt.set(`${label} ${v}`, road)
    }
  }
  return { roads, chains: chains.map(({ label, path }) => ({ path, road: roadAt.get(`${label} ${path[0]}`)! })) }
}

export const kindOf = ({ label }: Road): string => label.split(':')[1]!
