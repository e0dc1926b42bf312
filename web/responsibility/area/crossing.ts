type Position = readonly number[]

/**
 * Where the outline of an area crosses itself first, in degrees; null where it doesn't. For a word while somebody draws: whether an area
 * is sound, decides the server.
 * @param ring closed or not; the closing side counts
 */
export function crossingOf(ring: readonly Position[]): readonly [number, number] | null {
  const corners = ring.filter((corner, index) => index === 0 || !same(corner, ring[index - 1]!))
  if (corners.length > 1 && same(corners[0]!, corners.at(-1)!)) corners.pop()
  const count = corners.length
  const side = (index: number) => [corners[index]!, corners[(index + 1) % count]!] as const
  for (let one = 0; one < count; one++)
    // Neighbouring sides meet in their corner, the first and the last as well.
    for (let other = one + 2; other < (one === 0 ? count - 1 : count); other++) {
      const place = meeting(side(one), side(other))
      if (place) return place
    }
  return null
}

const same = ([x, y]: Position, [otherX, otherY]: Position) => x === otherX && y === otherY

type Side = readonly [from: Position, to: Position]

function meeting([a, b]: Side, [c, d]: Side): readonly [number, number] | null {
  const [ux, uy] = [b[0]! - a[0]!, b[1]! - a[1]!]
  const [vx, vy] = [d[0]! - c[0]!, d[1]! - c[1]!]
  const turn = ux * vy - uy * vx
  if (turn === 0) return null
  const [wx, wy] = [c[0]! - a[0]!, c[1]! - a[1]!]
  const along = (wx * vy - wy * vx) / turn
  const across = (wx * uy - wy * ux) / turn
  return along >= 0 && along <= 1 && across >= 0 && across <= 1 ? [a[0]! + along * ux, a[1]! + along * uy] : null
}
