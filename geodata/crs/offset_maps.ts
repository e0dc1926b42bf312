/**
 * The coordinates of Chinese map services: GCJ-02 (AMap, Tencent) and BD-09 (Baidu) against WGS 84. Neither has an EPSG code or a published
 * text; the formulas are those that every open implementation shares (eviltransform, gcoord, coordtransform agree to 1e-9 degrees).
 * Offsets are 100 to 700 m. Outside China, GCJ-02 is WGS 84.
 */

type Position = readonly [longitude: number, latitude: number]

// Krasovsky 1940, which the offset is worked out on.
const AXIS_M = 6_378_245
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943

/** The box beyond which nothing is shifted. */
const CHINA = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 } as const

const isShifted = ([longitude, latitude]: Position): boolean =>
  longitude >= CHINA.west && longitude <= CHINA.east && latitude >= CHINA.south && latitude <= CHINA.north

const sine = (angle: number) => Math.sin(angle * Math.PI)

/** Waves that both offsets have, metres on the plane of the formula. */
const ripples = (x: number): number => ((20 * sine(6 * x) + 20 * sine(2 * x)) * 2) / 3

function offset([longitude, latitude]: Position): [number, number] {
  const [x, y] = [longitude - 105, latitude - 35]
  const root = Math.sqrt(Math.abs(x))
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + ripples(x) +
    ((20 * sine(y) + 40 * sine(y / 3)) * 2) / 3 + ((160 * sine(y / 12) + 320 * sine(y / 30)) * 2) / 3 // biome-ignore format: one formula
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + ripples(x) +
    ((20 * sine(x) + 40 * sine(x / 3)) * 2) / 3 + ((150 * sine(x / 12) + 300 * sine(x / 30)) * 2) / 3 // biome-ignore format: one formula
  const radians = (latitude * Math.PI) / 180
  const magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radians) ** 2
  const degreesPerMetreNorth = 180 / (((AXIS_M * (1 - ECCENTRICITY_SQUARED)) / magic ** 1.5) * Math.PI)
  const degreesPerMetreEast = 180 / ((AXIS_M / Math.sqrt(magic)) * Math.cos(radians) * Math.PI)
  return [east * degreesPerMetreEast, north * degreesPerMetreNorth]
}

export function toGcj02(place: Position): Position {
  if (!isShifted(place)) return place
  const [east, north] = offset(place)
  return [place[0] + east, place[1] + north]
}

/** About 0.01 mm. */
const CLOSE_ENOUGH = 1e-10
const MOST_ROUNDS = 20

/** Each round takes away a thousandth of what is left: three or four suffice. */
export function fromGcj02(place: Position): Position {
  if (!isShifted(place)) return place
  let guess = place
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [longitude, latitude] = toGcj02(guess)
    const [east, north] = [longitude - place[0], latitude - place[1]]
    guess = [guess[0] - east, guess[1] - north]
    if (Math.abs(east) < CLOSE_ENOUGH && Math.abs(north) < CLOSE_ENOUGH) break
  }
  return guess
}

const WAVE = (Math.PI * 3000) / 180

/** BD-09 is GCJ-02 turned and moved once more. */
function gcj02ToBd09([x, y]: Position): Position {
  const distance = Math.hypot(x, y) + 0.000_02 * Math.sin(y * WAVE)
  const angle = Math.atan2(y, x) + 0.000_003 * Math.cos(x * WAVE)
  return [distance * Math.cos(angle) + 0.0065, distance * Math.sin(angle) + 0.006]
}

export const toBd09 = (place: Position): Position => gcj02ToBd09(toGcj02(place))

export function fromBd09(place: Position): Position {
  let guess: Position = [place[0] - 0.0065, place[1] - 0.006]
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [longitude, latitude] = gcj02ToBd09(guess)
    const [east, north] = [longitude - place[0], latitude - place[1]]
    guess = [guess[0] - east, guess[1] - north]
    if (Math.abs(east) < CLOSE_ENOUGH && Math.abs(north) < CLOSE_ENOUGH) break
  }
  return fromGcj02(guess)
}
