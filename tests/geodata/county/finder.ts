/** Which area a point lies in, looking only at those that reach into its square. Knows nothing of how the county was made. */
import type { DemoFeature, Position } from '#geodata/county/demo.ts'
import { isInside, ringsOf } from './geometry.ts'

const SQUARE = 500_000
const at = (value: number) => Math.floor(value / SQUARE)

export function finderOf(areas: readonly DemoFeature[]): (p: Position) => DemoFeature[] {
  const squares = new Map<string, DemoFeature[]>()
  for (const area of areas) {
    const ring = ringsOf(area)[0]!
    const [xs, ys] = [ring.map(([x]) => at(x)), ring.map(([, y]) => at(y))]
    for (let x = Math.min(...xs); x <= Math.max(...xs); x++)
      for (let y = Math.min(...ys); y <= Math.max(...ys); y++)
        squares.set(`${x} ${y}`, [...(squares.get(`${x} ${y}`) ?? []), area])
  }
  return (p) => (squares.get(`${at(p[0])} ${at(p[1])}`) ?? []).filter((area) => isInside(ringsOf(area)[0]!, p))
}

/** Points by square, for the distance to the nearest. */
export function nearestOf(points: readonly Position[]): (p: Position) => number {
  const squares = new Map<string, Position[]>()
  for (const p of points) squares.set(`${at(p[0])} ${at(p[1])}`, [...(squares.get(`${at(p[0])} ${at(p[1])}`) ?? []), p])
  return ([x, y]) => {
    let best = Number.POSITIVE_INFINITY
    for (let i = at(x) - 1; i <= at(x) + 1; i++)
      for (let j = at(y) - 1; j <= at(y) + 1; j++)
        for (const [px, py] of squares.get(`${i} ${j}`) ?? []) best = Math.min(best, Math.hypot(px - x, py - y))
    return best
  }
}
