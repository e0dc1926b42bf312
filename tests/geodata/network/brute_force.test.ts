// Any network, any places, any closures: the same distances as a table of all pairs (Floyd–Warshall), to a micrometre.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { groundDistance } from '#geodata/crs/ground_distance.ts'
import {
  type Closed,
  closuresOf,
  type Network,
  nearestPlace,
  networkOf,
  type Place,
  type Position,
  type RoadEdge,
  SearchSpace,
  type Stretch,
  search,
  type Travel,
  targetsOf,
} from '#geodata/network/index.ts'

const WIDTH = 5
const corner = (number: number): Position => [113 + (number % WIDTH) * 0.001, 35 + Math.floor(number / WIDTH) * 0.001]
const cornerArbitrary = fc.integer({ min: 0, max: WIDTH * WIDTH - 1 })

const edgesArbitrary = fc.array(
  fc
    .record({
      from: cornerArbitrary,
      to: cornerArbitrary,
      length_m: fc.double({ min: 1, max: 500, noNaN: true }),
      one_way: fc.boolean(),
      motorway: fc.integer({ min: 0, max: 5 }),
      bend: fc.double({ min: -0.0004, max: 0.0004, noNaN: true }),
    })
    .filter(({ from, to }) => from !== to),
  { minLength: 1, maxLength: 40 },
)
const pointArbitrary = fc.tuple(
  fc.double({ min: 112.999, max: 113.005, noNaN: true }),
  fc.double({ min: 34.999, max: 35.005, noNaN: true }),
)

const roadsOf = (drawn: typeof edgesArbitrary extends fc.Arbitrary<infer Drawn> ? Drawn : never): RoadEdge[] =>
  drawn.map(({ from, to, length_m, one_way, motorway, bend }, at) => {
    const [a, b] = [corner(from), corner(to)]
    const middle: Position = [(a[0] + b[0]) / 2 + bend, (a[1] + b[1]) / 2 - bend / 2]
    return { id: at + 1, line: [a, middle, b], length_m, one_way, class: motorway === 0 ? 'motorway' : 'street', name: null }
  })

interface Leg {
  readonly from: string
  readonly to: string
  readonly metres: number
}

/** Every edge cut at its places, and where it is closed; then all pairs. */
function table(
  roads: readonly RoadEdge[],
  places: readonly Place[],
  travel: Travel,
  closed: ReadonlyMap<number, readonly Stretch[]>,
) {
  const legs: Leg[] = []
  roads.forEach((road, edge) => {
    if (travel === 'walk' && road.class === 'motorway') return
    const stops = [
      { name: `at ${road.line[0]}`, offset: 0 },
      ...places.flatMap((place, which) => (place.edge === edge ? [{ name: `place ${which}`, offset: place.offset_m }] : [])),
      { name: `at ${road.line.at(-1)}`, offset: road.length_m },
    ].sort((one, other) => one.offset - other.offset)
    for (let at = 0; at + 1 < stops.length; at++) {
      const [one, other] = [stops[at]!, stops[at + 1]!]
      if (closed.get(edge)?.some(([first, last]) => first <= other.offset && last >= one.offset)) continue
      legs.push({ from: one.name, to: other.name, metres: other.offset - one.offset })
      if (travel === 'walk' || !road.one_way) legs.push({ from: other.name, to: one.name, metres: other.offset - one.offset })
    }
  })
  const names = [...new Set([...places.map((_, which) => `place ${which}`), ...legs.flatMap(({ from, to }) => [from, to])])]
  const number = new Map(names.map((name, at) => [name, at]))
  const metres = names.map((_, row) => names.map((__, column) => (row === column ? 0 : Infinity)))
  for (const leg of legs) {
    const [row, column] = [number.get(leg.from)!, number.get(leg.to)!]
    metres[row]![column] = Math.min(metres[row]![column]!, leg.metres)
  }
  for (let by = 0; by < names.length; by++)
    for (let from = 0; from < names.length; from++)
      for (let to = 0; to < names.length; to++)
        metres[from]![to] = Math.min(metres[from]![to]!, metres[from]![by]! + metres[by]![to]!)
  return (from: number, to: number) => metres[number.get(`place ${from}`)!]![number.get(`place ${to}`)!]!
}

function nearestByAll(roads: readonly RoadEdge[], point: Position, travel: Travel): number {
  const distances = roads
    .filter((road) => travel === 'drive' || road.class !== 'motorway')
    .map((road) => nearestPlace(networkOf([road]), point, travel)!.off_road_m)
  return Math.min(...distances)
}

it('distances, limits and the nearest few are those of the table', () => {
  const closedArbitrary: fc.Arbitrary<Closed[]> = fc.array(
    fc.oneof(
      fc.record({ line: fc.array(pointArbitrary, { minLength: 2, maxLength: 3 }) }),
      fc.record({ edge_ids: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }) }),
      fc.tuple(pointArbitrary, pointArbitrary).map(([[west, south], [east, north]]) => ({
        polygon: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ] as Position[][],
      })),
    ),
    { maxLength: 2 },
  ) // prettier-ignore
  const space = new SearchSpace()
  fc.assert(
    fc.property(
      edgesArbitrary,
      fc.array(pointArbitrary, { minLength: 1, maxLength: 8 }),
      closedArbitrary,
      fc.constantFrom<Travel>('drive', 'walk'),
      fc.integer({ min: 1, max: 4 }),
      fc.double({ min: 0, max: 1500, noNaN: true }),
      (drawn, points, closed, travel, count, limit_m) => {
        const roads = roadsOf(drawn)
        const network = networkOf(roads)
        const places = points.flatMap((point) => nearestPlace(network, point, travel) ?? [])
        if (places.length < points.length) return
        const closures = closuresOf(network, closed)
        const [from] = places
        const metres = table(roads, places, travel, closures)
        const expected = places
          .map((place, target) => from!.off_road_m + metres(0, target) + place.off_road_m)
          .filter((_, target) => target > 0 || !isClosedAt(closures, from!))
        const ask = (limit: number, most: number) => {
          const found: number[] = []
          const distances = new Map<number, number>()
          search(
            network,
            {
              from: from!,
              targets: targetsOf(network, places),
              travel,
              closures,
              limit_m: limit,
              reached: (target, distance) => {
                found.push(distance)
                distances.set(target, distance)
                return found.length === most
              },
            },
            space,
          )
          return { found, distances }
        }
        const all = ask(Infinity, Infinity)
        const reachable = expected.filter(Number.isFinite).sort((one, other) => one - other)
        expect(all.found).toHaveLength(reachable.length)
        for (const [at, distance] of all.found.entries()) expect(Math.abs(distance - reachable[at]!)).toBeLessThan(1e-6)
        for (const [target, distance] of all.distances) {
          const due = from!.off_road_m + metres(0, target) + places[target]!.off_road_m
          expect(Math.abs(distance - due)).toBeLessThan(1e-6)
        }
        expect(ask(Infinity, count).found).toEqual(all.found.slice(0, count))
        expect(ask(limit_m, Infinity).found).toEqual(all.found.filter((distance) => distance <= limit_m))
      },
    ),
    { numRuns: 1000 },
  )
})

const isClosedAt = (closures: ReadonlyMap<number, readonly Stretch[]>, { edge, offset_m }: Place): boolean =>
  closures.get(edge)?.some(([first, last]) => first <= offset_m && last >= offset_m) === true

it('the nearest place is the nearest of all roads taken one by one', () => {
  fc.assert(
    fc.property(edgesArbitrary, pointArbitrary, fc.constantFrom<Travel>('drive', 'walk'), (drawn, point, travel) => {
      const roads = roadsOf(drawn)
      const network: Network = networkOf(roads)
      const place = nearestPlace(network, point, travel)
      const nearest = nearestByAll(roads, point, travel)
      expect(place?.off_road_m ?? Infinity).toBeCloseTo(nearest, 3)
      if (place) expect(groundDistance(point, place.position)).toBe(place.off_road_m)
    }),
  )
})
