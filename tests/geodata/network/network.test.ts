// Ways along roads, on small networks whose lengths are known.
import { describe, expect, it } from 'vitest'
import {
  type Closed,
  closuresOf,
  type Network,
  nearestPlace,
  networkOf,
  type Position,
  packNetwork,
  type RoadEdge,
  SearchSpace,
  search,
  type Travel,
  targetsOf,
  unpackNetwork,
  wayTo,
} from '#geodata/network/index.ts'

/*
 *        d
 *        |  3: 300 m, one way from d to b
 *  a --- b --- c        e --- f
 *   1: 100 m  2: 200 m   4: 50 m, joined to nothing
 *
 *  A place is 0.001° apart from its neighbour; lengths are what the layer says, not what is drawn.
 */
const [a, b, c, d]: readonly Position[] = [
  [113, 35],
  [113.001, 35],
  [113.002, 35],
  [113.001, 35.001],
]
const road = (id: number, line: readonly Position[], length_m: number, more: Partial<RoadEdge> = {}): RoadEdge => ({
  id,
  line,
  length_m,
  class: 'street',
  one_way: false,
  name: `road ${id}`,
  ...more,
})
const ROADS = [
  road(1, [a!, b!], 100),
  road(2, [b!, c!], 200),
  road(3, [d!, b!], 300, { one_way: true }),
  road(
    4,
    [
      [113.004, 35],
      [113.005, 35],
    ],
    50,
  ),
] // prettier-ignore

interface Asked {
  readonly travel?: Travel
  readonly closed?: readonly Closed[]
  readonly limit_m?: number
  readonly count?: number
}

function waysOf(
  network: Network,
  from: Position,
  to: readonly Position[],
  { travel = 'drive', closed = [], limit_m = 1e9, count = 1e9 }: Asked = {},
) {
  const targets = targetsOf(
    network,
    to.map((point) => nearestPlace(network, point, travel)),
  )
  const found: [number, number][] = []
  const space = new SearchSpace()
  const start = nearestPlace(network, from, travel)!
  const ended = search(
    network,
    {
      from: start,
      targets,
      travel,
      closures: closuresOf(network, closed),
      limit_m,
      reached: (target, distance) => {
        found.push([target, Math.round(distance * 100) / 100])
        return found.length === count
      },
    },
    space,
  )
  return { found, ended, ways: to.map((_, target) => wayTo(network, space, start, target, targets.places[target]!)) }
}

const between = (one: Position, other: Position, share: number): Position => [
  one[0] + (other[0] - one[0]) * share,
  one[1] + (other[1] - one[1]) * share,
]

describe('a way', () => {
  const network = networkOf(ROADS)

  it('goes along the edges, in the lengths that they have', () => {
    expect(waysOf(network, a!, [c!, b!]).found).toEqual([
      [1, 100],
      [0, 300],
    ]) // prettier-ignore
  })

  it('begins and ends in the middle of edges, also of the same one', () => {
    const [here, there, behind] = [between(a!, b!, 0.25), between(b!, c!, 0.5), between(a!, b!, 0.75)]
    expect(waysOf(network, here, [there, behind, here]).found).toEqual([
      [2, 0],
      [1, 50],
      [0, 175],
    ]) // prettier-ignore
  })

  it('keeps to the direction of a one-way road when driving, and not on foot', () => {
    expect(waysOf(network, d!, [b!]).found).toEqual([[0, 300]])
    expect(waysOf(network, b!, [between(b!, d!, 0.5)]).found).toEqual([])
    expect(waysOf(network, b!, [between(b!, d!, 0.5)], { travel: 'walk' }).found).toEqual([[0, 150]])
  })

  it('goes round when the target lies behind on a one-way road', () => {
    const ring = networkOf([road(1, [a!, b!], 100, { one_way: true }), road(2, [b!, d!], 100), road(3, [d!, a!], 100)])
    expect(waysOf(ring, between(a!, b!, 0.5), [between(a!, b!, 0.25)]).found).toEqual([[0, 275]])
  })

  it('ends at the limit, or with the number that was wanted', () => {
    expect(waysOf(network, a!, [c!, b!], { limit_m: 299 })).toMatchObject({ found: [[1, 100]], ended: 'limit' })
    expect(waysOf(network, a!, [c!, b!], { count: 1 })).toMatchObject({ found: [[1, 100]], ended: 'told' })
  })

  it('leads to nothing that is joined to nothing', () => {
    expect(waysOf(network, a!, [[113.0045, 35]])).toMatchObject({ found: [], ended: 'everything' })
  })

  it('counts the stretches off the road at both ends', () => {
    const aside: Position = [a![0], a![1] + 0.0001]
    expect(waysOf(network, aside, [c!]).found[0]![1]).toBeCloseTo(311.09, 1)
    expect(waysOf(network, c!, [aside]).found[0]![1]).toBeCloseTo(311.09, 1)
  })

  it('has a line and the names of its roads', () => {
    const { ways } = waysOf(network, between(a!, b!, 0.25), [between(b!, c!, 0.5), between(a!, b!, 0.75)])
    const close = (positions: readonly Position[]) => positions.map(([x, y]) => [Math.round(x * 1e7) / 1e7, y])
    expect(close(ways[0]!.line)).toEqual([
      [113.00025, 35],
      [113.001, 35],
      [113.0015, 35],
    ]) // prettier-ignore
    expect(ways[0]!.roads).toEqual(['road 1', 'road 2'])
    expect(close(ways[1]!.line)).toEqual([
      [113.00025, 35],
      [113.00075, 35],
    ]) // prettier-ignore
    expect(ways[1]!.roads).toEqual(['road 1'])
  })

  it('on foot does not go along a motorway, nor begin there', () => {
    const withMotorway = networkOf([...ROADS, road(5, [a!, c!], 1, { class: 'motorway' })])
    expect(waysOf(withMotorway, a!, [c!]).found[0]![1]).toBe(1)
    expect(waysOf(withMotorway, a!, [c!], { travel: 'walk' }).found[0]![1]).toBe(300)
    expect(nearestPlace(networkOf([road(5, [a!, c!], 1, { class: 'motorway' })]), a!, 'walk')).toBeUndefined()
  })
})

describe('nodes', () => {
  it('join ends a millimetre apart, wherever the squares they are sorted into have their borders', () => {
    for (let step = 0; step < 40; step++) {
      const x = 113.001 + step * 0.7e-8
      const joined = networkOf([road(1, [a!, [x, 35]], 100), road(2, [[x + 0.9e-8, 35], c!], 200)])
      expect(waysOf(joined, a!, [c!]).found).toEqual([[0, 300]])
    }
  })

  it('do not join ends a centimetre apart, nor roads that cross on a bridge', () => {
    const apart = networkOf([road(1, [a!, b!], 100), road(2, [[b![0] + 1e-7, 35], c!], 200)])
    expect(waysOf(apart, a!, [c!]).found).toEqual([])
    const bridge = networkOf([road(1, [a!, c!], 300), road(2, [[113.001, 34.999], d!], 200)])
    expect(waysOf(bridge, a!, [d!]).found).toEqual([])
  })
})

/*
 *     polygon
 *     +-----+
 *  a -|-----|- b --- c     line | across the edge from a to b, at 30 %
 *     +-----+
 */
describe('a closed road', () => {
  const network = networkOf([...ROADS, road(6, [a!, [113.0005, 34.999], c!], 1000)])
  const line: Closed = {
    line: [
      [113.0003, 34.9999],
      [113.0003, 35.0001],
    ],
  } // prettier-ignore
  const box = (west: number, east: number): Closed => ({
    polygon: [
      [
        [west, 34.9999],
        [east, 34.9999],
        [east, 35.0001],
        [west, 35.0001],
        [west, 34.9999],
      ],
    ],
  }) // prettier-ignore

  it('is closed at the place where a line crosses it, and open on both sides', () => {
    const [before, behind] = [between(a!, b!, 0.2), between(a!, b!, 0.4)]
    expect(waysOf(network, a!, [before, behind], { closed: [line] }).found).toEqual([
      [0, 20],
      [1, 1260],
    ]) // prettier-ignore
  })

  it('is closed as far as a polygon covers it', () => {
    expect(waysOf(network, a!, [between(a!, b!, 0.4)], { closed: [box(113.0003, 113.0006)] }).found).toEqual([])
    expect(waysOf(network, a!, [between(a!, b!, 0.7)], { closed: [box(113.0003, 113.0006)] }).found).toEqual([[0, 1230]])
    // Wholly inside, where no outline crosses it.
    expect(waysOf(network, between(b!, c!, 0.5), [c!], { closed: [box(113.0008, 113.003)] }).found).toEqual([])
  })

  it('is closed from end to end when it is named', () => {
    expect(waysOf(network, a!, [c!], { closed: [{ edge_ids: [2] }] }).found).toEqual([[0, 1000]])
    expect(waysOf(network, a!, [b!], { closed: [{ edge_ids: [1, 6] }] }).found).toEqual([])
  })

  it('is closed along a line that is drawn on it', () => {
    const along: Closed = { line: [between(a!, b!, 0.25), between(a!, b!, 0.5)] }
    expect(closuresOf(network, [along]).get(0)!.flat().map(Math.round)).toEqual([25, 50])
  })

  it('closes a junction for all its roads when a line goes through it', () => {
    const through: Closed = { line: [[113.0009, 34.9999], b!, [113.0011, 35.0001]] } // prettier-ignore
    expect([...closuresOf(network, [through]).keys()].sort()).toEqual([0, 1, 2])
  })
})

describe('a packed network', () => {
  const network = networkOf([...ROADS, road(7, [c!, d!], 5, { name: '青云路“K6”\n' }), road(8, [a!, d!], 5, { name: null })])

  it('is the same when it is unpacked', () => {
    expect(unpackNetwork(packNetwork(network))).toEqual(network)
    expect(unpackNetwork(packNetwork(networkOf([])))).toEqual(networkOf([]))
  })

  it('that was cut off, or is something else, is none', () => {
    const buffer = packNetwork(network)
    expect(unpackNetwork(buffer.slice(0, buffer.byteLength - 8))).toBeUndefined()
    expect(unpackNetwork(new ArrayBuffer(4))).toBeUndefined()
    expect(unpackNetwork(new ArrayBuffer(4000))).toBeUndefined()
  })
})

it('without roads there is no place', () => {
  expect(nearestPlace(networkOf([]), a!, 'drive')).toBeUndefined()
})
