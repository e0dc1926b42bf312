/** Checks on areas and lines that know nothing of how the county was made. */
import type { DemoFeature, Position } from '#geodata/county/demo.ts'

export type Ring = readonly Position[]

export const ringsOf = ({ geometry }: DemoFeature): Ring[] =>
  geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : []

export const lineOf = ({ geometry }: DemoFeature): readonly Position[] => {
  if (geometry?.type === 'LineString') return geometry.coordinates
  if (geometry?.type === 'MultiLineString' && geometry.coordinates.length === 1) return geometry.coordinates[0]!
  throw new Error('not a single line')
}

export const pointOf = ({ geometry }: DemoFeature): Position => {
  if (geometry?.type === 'Point') return geometry.coordinates
  throw new Error('not a point')
}

export const positionsOf = ({ geometry }: DemoFeature): Position[] => {
  if (!geometry) return []
  if (geometry.type === 'Point') return [geometry.coordinates]
  return geometry.coordinates.flat(
    geometry.type === 'LineString' ? 0 : geometry.type === 'MultiPolygon' ? 2 : 1,
  ) as unknown as Position[]
}

export const distance = (a: Position, b: Position) => Math.hypot(a[0] - b[0], a[1] - b[1])
export const lengthOf = (line: readonly Position[]) => line.slice(1).reduce((sum, p, i) => sum + distance(line[i]!, p), 0)

/** Twice the signed area, exact. */
export const twiceArea = (ring: Ring): bigint =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + BigInt(ring[i]![0]) * BigInt(y) - BigInt(x) * BigInt(ring[i]![1]), 0n)

export const isInside = (ring: Ring, [x, y]: Position) => {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1]!, ring[i]!]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

export const distanceToLine = (line: readonly Position[], [x, y]: Position) =>
  Math.min(
    ...line.slice(1).map(([bx, by], i) => {
      const [ax, ay] = line[i]!
      const t = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
      const k = Math.max(0, Math.min(1, t))
      return Math.hypot(x - ax - k * (bx - ax), y - ay - k * (by - ay))
    }),
  )

const turn = (a: Position, b: Position, c: Position) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** No vertex comes twice and no two sides cross or touch but at their common end. */
export const isSimple = (ring: Ring): boolean => {
  const open = ring.slice(1)
  if (new Set(open.map(String)).size !== open.length) return false
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!]
    for (let j = i + 2; j < ring.length; j++) {
      if (i === 1 && j === ring.length - 1) continue
      const [c, d] = [ring[j - 1]!, ring[j]!]
      if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) continue
      if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) continue
      if (turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) return false
    }
  }
  return true
}

const edgesOf = (features: readonly DemoFeature[]) =>
  features.flatMap((feature) =>
    ringsOf(feature).flatMap((ring) => ring.slice(1).map((p, i) => [String(ring[i]), String(p)] as const)),
  )

/** What keeps the children from tiling the parent exactly; empty when nothing does. */
export function coverageFaults(children: readonly DemoFeature[], parent: DemoFeature): string[] {
  const faults: string[] = []
  const own = new Set<string>()
  for (const [a, b] of edgesOf(children)) {
    if (own.has(`${a} ${b}`)) faults.push(`two children on the same side of ${a} ${b}`)
    own.add(`${a} ${b}`)
  }
  const border = new Set(edgesOf([parent]).map(([a, b]) => `${a} ${b}`))
  for (const edge of own) {
    const [a, b] = edge.split(' ')
    const inner = own.has(`${b} ${a}`)
    if (inner === border.has(edge))
      faults.push(`${edge} is ${inner ? 'inside and on the border' : 'neither shared nor on the border'}`)
  }
  for (const edge of border) if (!own.has(edge)) faults.push(`no child has the border ${edge}`)
  const area = (features: readonly DemoFeature[]) => features.flatMap(ringsOf).reduce((sum, ring) => sum + twiceArea(ring), 0n)
  if (area(children) !== area([parent])) faults.push('areas differ')
  return faults
}
