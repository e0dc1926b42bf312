/** A place in whole millimetres on the county's Gauss-Kruger zone: [easting, northing]. */
export type Position = readonly [number, number]

/** A closed line without its first position repeated at the end. */
export type Ring = readonly Position[]

/** Least easting, least northing, greatest easting, greatest northing; the rim belongs to it. */
export type Box = readonly [number, number, number, number]

// Differences of two coordinates below this are exact in a double, and so are those of doubled coordinates.
const FARTHEST = 2 ** 40

export function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length === 2 && value.every((part) => Number.isInteger(part) && Math.abs(part) < FARTHEST)
}

export function same(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** Order from west to east, then from south to north. */
export function compare(a: Position, b: Position): number {
  return a[0] - b[0] || a[1] - b[1]
}

export function positionKey(position: Position): string {
  return `${position[0]},${position[1]}`
}

/** One key for both directions of a segment. */
export function segmentKey(a: Position, b: Position): string {
  return compare(a, b) < 0 ? `${positionKey(a)}>${positionKey(b)}` : `${positionKey(b)}>${positionKey(a)}`
}

export function boxOf(positions: Iterable<Position>): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

export function widened(box: Box, by: number): Box {
  return [box[0] - by, box[1] - by, box[2] + by, box[3] + by]
}
