import { type Position, positionKey } from '#geodata/fabric/plane/position.ts'
import { polygonsOfRings, type Segment, traceRings } from '#geodata/fabric/plane/trace.ts'

/** About a centimetre; whole numbers, so that the same vertex is the same in both shapes. */
const PER_DEGREE = 1e7

interface BeforeAndAfter {
  readonly before_shape: GeoJSON.MultiPolygon | null
  readonly after_shape: GeoJSON.MultiPolygon | null
}

/**
 * The land that a grid has and did not have before. Both outlines run along the same cells: what they share cancels, and what is
 * left of the new one, with what is left of the old one backwards, goes around the difference.
 */
export function gainedLand({ before_shape, after_shape }: BeforeAndAfter): GeoJSON.MultiPolygon[] {
  if (!after_shape) return []
  const [before, after] = [edgesOf(before_shape), edgesOf(after_shape)]
  const left = [
    ...[...after].filter(([key]) => !before.has(key)).map(([, edge]) => edge),
    ...[...before].filter(([key]) => !after.has(key)).map(([, { from, to }]) => ({ from: to, to: from })),
  ]
  const polygons = polygonsOfRings(traceRings(left) ?? [])
  if (polygons.length === 0) return []
  const degrees = ([x, y]: Position) => [x / PER_DEGREE, y / PER_DEGREE]
  return [
    {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) => rings.map((ring) => [...ring, ring[0]!].map(degrees))),
    },
  ]
}

function edgesOf(shape: GeoJSON.MultiPolygon | null): Map<string, Segment> {
  const edges = new Map<string, Segment>()
  for (const ring of shape?.coordinates.flatMap((rings) => rings.map(wound)) ?? []) {
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length]!
      edges.set(`${positionKey(from)}>${positionKey(to)}`, { from, to })
    }
  }
  return edges
}

/** As whole numbers, the inside on its left: outer rings against the clock, holes with it. */
function wound(ring: GeoJSON.Position[], index: number): Position[] {
  const positions = ring
    .slice(0, -1)
    .map(([x, y]): Position => [Math.round(x! * PER_DEGREE), Math.round(y! * PER_DEGREE)])
    .filter(([x, y], at, all) => x !== all.at(at - 1)![0] || y !== all.at(at - 1)![1])
  const isAgainstTheClock = turn(positions) > 0
  return isAgainstTheClock === (index === 0) ? positions : positions.reverse()
}

/** Twice the area, measured from the first position: numbers that small stay exact enough for their sign. */
function turn(ring: readonly Position[]): number {
  const [[x, y] = [0, 0]] = ring
  return ring.reduce((sum, [ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length]!
    return sum + (ax - x) * (by - y) - (bx - x) * (ay - y)
  }, 0)
}
