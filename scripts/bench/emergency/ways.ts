/** The nearest water by road, on a generated network: streets in a lattice that is bent and thinned, hydrants beside them. */

import { randomStream } from '#geodata/county/geometry/random.ts'
import { fromGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { lengthOfLine, reach, reachableOf } from '#geodata/emergency/index.ts'
import {
  type Closed,
  closuresOf,
  networkOf,
  type Position,
  packNetwork,
  type RoadEdge,
  SearchSpace,
} from '#geodata/network/index.ts'
import { type Figures, figuresOf } from '../figures.ts'

export interface WayFigures {
  readonly edges: number
  readonly sources: number
  readonly build_ms: number
  /** Finding each source's own place on the roads, once for each state of the layers. */
  readonly place_ms: number
  readonly megabytes: number
  /** The nearest five of each of three lists, with the lines of their ways; then the same with ten roads closed. */
  readonly open: Figures
  readonly closed: Figures
}

const SIDE = 226
const SPACING_M = 130
const SOURCES = 8_000
const QUESTIONS = 400
const CLOSED = 10
/** Of the sources, which are usable, unknown, unusable. */
const SHARES = [0.86, 0.05]

export function measureWays(): WayFigures {
  const random = randomStream('bench of ways')
  const edges = edgesOf(random)
  const [network, build_ms] = timed(() => networkOf(edges))
  const place = () => placeAt(random.between(0, SIDE - 1), random.between(0, SIDE - 1))
  const points = Array.from({ length: SOURCES }, place)
  const groups = points.map(() => {
    const luck = random.next()
    return luck < SHARES[0]! ? 0 : luck < SHARES[0]! + SHARES[1]! ? 1 : 2
  })
  const [reachable, place_ms] = timed(() => reachableOf(network, points, 'drive'))
  const space = new SearchSpace()
  const ask = (from: Position, closed: readonly Closed[]) =>
    reach(
      network,
      reachable,
      {
        from,
        closures: closuresOf(network, closed),
        groups: [20_000, 2_000, 2_000].map((limit_m) => ({ count: 5, limit_m })),
        groupOf: (target) => groups[target]!,
      },
      space,
    )
  const questions = Array.from({ length: QUESTIONS }, place)
  const figures = (closedAround: (from: Position) => readonly Closed[]) => {
    const milliseconds = questions.map((from) => timed(() => ask(from, closedAround(from)))[1])
    return figuresOf(milliseconds, milliseconds.reduce((sum, each) => sum + each, 0) / 1000)
  }
  figures(() => [])
  return {
    edges: edges.length,
    sources: SOURCES,
    build_ms,
    place_ms,
    megabytes: packNetwork(network).byteLength / 1e6,
    open: figures(() => []),
    closed: figures((from) => closedAround(from)),
  }
}

/** Drawn across whatever lies there, around the place. */
const closedAround = ([x, y]: Position): Closed[] =>
  Array.from({ length: CLOSED }, (_, at) => {
    const [dx, dy] = [Math.cos((at * Math.PI) / 5) * 0.003, Math.sin((at * Math.PI) / 5) * 0.003]
    return {
      line: [
        [x + dx, y + dy],
        [x + dx * 1.6, y + dy * 1.2],
      ],
    } // prettier-ignore
  })

function timed<Result>(work: () => Result): [Result, number] {
  const start = performance.now()
  const result = work()
  return [result, performance.now() - start]
}

const placeAt = (column: number, row: number): Position =>
  fromGaussKruger([440_000 + column * SPACING_M, 3_880_000 + row * SPACING_M], 114)

type Random = ReturnType<typeof randomStream>

/** About two edges to a junction, each of three stretches; some are one-way. */
function edgesOf(random: Random): RoadEdge[] {
  const junctions = Array.from({ length: SIDE * SIDE }, (_, at) =>
    placeAt((at % SIDE) + random.between(-0.3, 0.3), Math.floor(at / SIDE) + random.between(-0.3, 0.3)),
  )
  const edges: RoadEdge[] = []
  const add = (a: Position, b: Position) => {
    if (random.chance(0.015)) return
    const bend = (share: number): Position => [
      a[0] + (b[0] - a[0]) * share + random.between(-1e-4, 1e-4),
      a[1] + (b[1] - a[1]) * share + random.between(-1e-4, 1e-4),
    ]
    const line = [a, bend(0.35), bend(0.7), b]
    const name = `路${edges.length % 500}`
    edges.push({ id: edges.length + 1, line, length_m: lengthOfLine(line), class: 'street', one_way: random.chance(0.05), name })
  }
  for (let at = 0; at < junctions.length; at++) {
    if (at % SIDE < SIDE - 1) add(junctions[at]!, junctions[at + 1]!)
    if (at + SIDE < junctions.length) add(junctions[at]!, junctions[at + SIDE]!)
  }
  return edges
}
