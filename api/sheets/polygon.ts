/** Questions about a shape on the paper; all in the unit of its points. */
import type { Shape } from './content.ts'

export type Point = readonly [number, number]

export interface Bounds {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export function boundsOf(shape: Shape): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of shape.flat(2)) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return { west, south, east, north }
}

export function areaOf(shape: Shape): number {
  let area = 0
  for (const rings of shape)
    rings.forEach((ring, hole) => {
      let twice = 0
      for (let index = 1; index < ring.length; index++)
        twice += ring[index - 1]![0] * ring[index]![1] - ring[index]![0] * ring[index - 1]![1]
      area += (hole === 0 ? 1 : -1) * Math.abs(twice / 2)
    })
  return area
}

/** A rougher copy without points nearer to the last than this: enough to find room for a text, and many times faster. */
export const rough = (shape: Shape, distance: number): Shape =>
  shape.map((rings) =>
    rings.map((ring) => {
      let last = ring[0]!
      return ring.filter((point, index) => {
        const keeps = index === 0 || index === ring.length - 1 || Math.hypot(point[0] - last[0], point[1] - last[1]) >= distance
        if (keeps) last = point
        return keeps
      })
    }),
  )

/** Whether a point lies in the shape, after the rule of even and odd. */
export function contains(shape: Shape, [x, y]: Point): boolean {
  let inside = false
  for (const rings of shape)
    for (const ring of rings)
      for (let index = 1; index < ring.length; index++) {
        const [[x1, y1], [x2, y2]] = [ring[index - 1]!, ring[index]!]
        if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
      }
  return inside
}

/** Whether a rectangle around a point lies in the shape whole. */
export function holds(shape: Shape, [x, y]: Point, width: number, height: number): boolean {
  if (!contains(shape, [x, y])) return false
  const [west, south, east, north] = [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
  for (const rings of shape)
    for (const ring of rings)
      for (let index = 1; index < ring.length; index++)
        if (crosses(ring[index - 1]!, ring[index]!, west, south, east, north)) return false
  return true
}

/** Whether a segment comes into a rectangle (Liang and Barsky's clipping). */
function crosses([x1, y1]: Point, [x2, y2]: Point, west: number, south: number, east: number, north: number): boolean {
  let [from, to] = [0, 1]
  const [dx, dy] = [x2 - x1, y2 - y1]
  for (const [p, q] of [
    [-dx, x1 - west],
    [dx, east - x1],
    [-dy, y1 - south],
    [dy, north - y1],
  ] as const) {
    if (p === 0) {
      if (q < 0) return false
      continue
    }
    const r = q / p
    if (p < 0) from = Math.max(from, r)
    else to = Math.min(to, r)
    if (from > to) return false
  }
  return true
}

/**
 * The pole of inaccessibility: the point furthest from the border, by quartering squares as Mapbox's polylabel does. With an
 * `aspect` above 1 distances up and down count that much more, which finds the best place for a text that is so much wider than high.
 */
export const poleOf = (shape: Shape, aspect = 1): Point => findPole(shape, aspect).at

/** The pole and how far it is from the border. */
export function findPole(shape: Shape, aspect = 1): { readonly at: Point; readonly distance: number } {
  const stretched = shape.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y * aspect] as const)))
  const { west, south, east, north } = boundsOf(stretched)
  const cell = Math.max(1, Math.min(east - west, north - south))
  const precision = Math.max(1, cell / 40)
  let best = squareAt(stretched, [(west + east) / 2, (south + north) / 2], 0)
  let squares: Square[] = []
  for (let x = west; x < east; x += cell)
    for (let y = south; y < north; y += cell) squares.push(squareAt(stretched, [x + cell / 2, y + cell / 2], cell / 2))
  while (squares.length > 0) {
    for (const square of squares) if (square.distance > best.distance) best = square
    squares = squares.flatMap((square) =>
      square.distance + square.half * Math.SQRT2 - best.distance > precision ? quarters(stretched, square) : [],
    )
  }
  return { at: [best.centre[0], best.centre[1] / aspect], distance: best.distance }
}

interface Square {
  readonly centre: Point
  readonly half: number
  /** To the border, negative outside. */
  readonly distance: number
}

const squareAt = (shape: Shape, centre: Point, half: number): Square => ({ centre, half, distance: distanceTo(shape, centre) })

function quarters(shape: Shape, { centre: [x, y], half }: Square): Square[] {
  const h = half / 2
  return [-h, h].flatMap((dx) => [-h, h].map((dy) => squareAt(shape, [x + dx, y + dy], h)))
}

function distanceTo(shape: Shape, [x, y]: Point): number {
  let nearest = Infinity
  for (const rings of shape)
    for (const ring of rings)
      for (let index = 1; index < ring.length; index++) {
        const [[x1, y1], [x2, y2]] = [ring[index - 1]!, ring[index]!]
        const [dx, dy] = [x2 - x1, y2 - y1]
        const length = dx * dx + dy * dy
        const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
        nearest = Math.min(nearest, (x - x1 - t * dx) ** 2 + (y - y1 - t * dy) ** 2)
      }
  return contains(shape, [x, y]) ? Math.sqrt(nearest) : -Math.sqrt(nearest)
}
