import { placeOnEdge } from './closures.ts'
import { type Network, type Position, positionAt } from './network.ts'
import type { Place } from './place.ts'
import { halvesTo, type SearchSpace } from './search.ts'

export interface Way {
  /** Along the roads, from the start's place on them to the target's. */
  readonly line: readonly Position[]
  /** Names of the roads, in order, each once where it is followed without a break. */
  readonly roads: readonly string[]
}

/** The way to a target that the last search in this space has reached; undefined where it has not. */
export function wayTo(network: Network, space: SearchSpace, from: Place, target: number, to: Place): Way | undefined {
  const halves = halvesTo(network, space, target)
  if (!halves) return undefined
  if (halves.length === 0)
    return { line: stretchOf(network, from.edge, from.offset_m, to.offset_m), roads: namesOf(network, [from.edge]) }
  const line = halves.flatMap((half, at) => {
    const edge = half >> 1
    const [begin, end] = half % 2 === 0 ? [0, network.lengths_m[edge]!] : [network.lengths_m[edge]!, 0]
    const positions = stretchOf(network, edge, at === 0 ? from.offset_m : begin, at === halves.length - 1 ? to.offset_m : end)
    return at === 0 ? positions : positions.slice(1)
  })
  return {
    line,
    roads: namesOf(
      network,
      halves.map((half) => half >> 1),
    ),
  }
}

/** From one offset of an edge to another, either of which may be the smaller. */
function stretchOf(network: Network, edge: number, from_m: number, to_m: number): Position[] {
  const between: Position[] = []
  const [low, high] = from_m < to_m ? [from_m, to_m] : [to_m, from_m]
  for (let vertex = network.lines[edge]!; vertex < network.lines[edge + 1]!; vertex++)
    if (network.along_m[vertex]! > low && network.along_m[vertex]! < high) between.push(positionAt(network, vertex))
  if (from_m > to_m) between.reverse()
  return [placeOnEdge(network, edge, from_m), ...between, placeOnEdge(network, edge, to_m)]
}

function namesOf({ names, nameOf }: Network, edges: readonly number[]): string[] {
  const followed = edges.flatMap((edge) => (nameOf[edge] === 0 ? [] : [names[nameOf[edge]! - 1]!]))
  return followed.filter((name, at) => name !== followed[at - 1])
}
