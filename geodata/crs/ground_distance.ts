/** Short distances on the ground, straight from degrees: no projection, no zone. */

type Degrees = readonly [longitude: number, latitude: number]

const SEMI_MAJOR_AXIS_M = 6_378_137
const ECCENTRICITY_SQUARED = 0.0066943800229
const RADIAN = Math.PI / 180

/**
 * Metres of a degree of longitude and of latitude at a latitude, on the ellipsoid of GRS 80 (radii of curvature of the prime vertical and
 * of the meridian).
 */
export function metresPerDegree(latitude: number): readonly [east: number, north: number] {
  const sine = Math.sin(latitude * RADIAN)
  const w = 1 - ECCENTRICITY_SQUARED * sine * sine
  const vertical = SEMI_MAJOR_AXIS_M / Math.sqrt(w)
  return [vertical * Math.cos(latitude * RADIAN) * RADIAN, ((vertical * (1 - ECCENTRICITY_SQUARED)) / w) * RADIAN]
}

/**
 * Metres between two places, by the radii at the latitude in their middle (Gauss's mid-latitude method to the first order). Within 1 mm of the
 * geodesic up to 5 km, within 1 m up to 50 km, at the latitudes of China.
 */
export function groundDistance([x1, y1]: Degrees, [x2, y2]: Degrees): number {
  const [east, north] = metresPerDegree((y1 + y2) / 2)
  return Math.hypot((x2 - x1) * east, (y2 - y1) * north)
}
