/** Metres: the mean radius of the earth. Good for a figure that follows the pointer; the server measures on the ellipsoid. */
const RADIUS = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Square metres and metres of a ring in degrees, closed or not. */
export function measureRing(ring: readonly (readonly number[])[]): { readonly area_m2: number; readonly perimeter_m: number } {
  let twice = 0
  let perimeter = 0
  ring.forEach((position, index) => {
    const next = ring[(index + 1) % ring.length]!
    twice += radians(next[0]! - position[0]!) * (2 + Math.sin(radians(position[1]!)) + Math.sin(radians(next[1]!)))
    perimeter += distance(position, next)
  })
  return { area_m2: Math.abs((twice * RADIUS * RADIUS) / 2), perimeter_m: perimeter }
}

/** Metres between two places in degrees. */
export function distance(from: readonly number[], to: readonly number[]): number {
  const [west, south] = [radians(from[0]!), radians(from[1]!)]
  const [east, north] = [radians(to[0]!), radians(to[1]!)]
  const half = Math.sin((north - south) / 2) ** 2 + Math.cos(south) * Math.cos(north) * Math.sin((east - west) / 2) ** 2
  return 2 * RADIUS * Math.asin(Math.sqrt(half))
}
