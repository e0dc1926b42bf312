// Predicates that are exact for integers. A product of two differences fits a double up to 2^53, which two segments of 90 km reach;
// beyond that the double's sign is trusted only outside its error bound (Shewchuk's "ccwerrboundA", (3 + 16 eps) eps), and BigInt
// decides the rest. So the common case costs two multiplications and browser and server always agree.
import { boxesMeet, boxOf, type Position, same } from './position.ts'

const EXACT = 2 ** 53
const ERROR_BOUND = 3.4e-16

/** Above 0 when c lies left of a → b, 0 when on the line, below 0 when right. The sign is exact, the size only below 2^53. */
export function orientation(a: Position, b: Position, c: Position): number {
  const left = (b[0] - a[0]) * (c[1] - a[1])
  const right = (b[1] - a[1]) * (c[0] - a[0])
  const sum = Math.abs(left) + Math.abs(right)
  const difference = left - right
  if (sum <= EXACT || Math.abs(difference) > ERROR_BOUND * sum) return difference
  return Number(BigInt(b[0] - a[0]) * BigInt(c[1] - a[1]) - BigInt(b[1] - a[1]) * BigInt(c[0] - a[0]))
}

/** Whether p lies on the segment, ends excluded. */
export function liesWithin(p: Position, a: Position, b: Position): boolean {
  if (p[0] < Math.min(a[0], b[0]) || p[0] > Math.max(a[0], b[0]) || p[1] < Math.min(a[1], b[1]) || p[1] > Math.max(a[1], b[1]))
    return false
  return !same(p, a) && !same(p, b) && orientation(a, b, p) === 0
}

/** Whether the two segments cross in a point that is an end of neither. */
export function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  if (!boxesMeet(boxOf([a, b]), boxOf([c, d]))) return false
  const [fromC, fromD] = [Math.sign(orientation(a, b, c)), Math.sign(orientation(a, b, d))]
  if (fromC * fromD >= 0) return false
  return Math.sign(orientation(c, d, a)) * Math.sign(orientation(c, d, b)) < 0
}

/** Whether two segments share anything but common ends or the whole of themselves: what an arrangement never has. */
export function conflict(a: Position, b: Position, c: Position, d: Position): boolean {
  if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) return false
  if (Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) return false
  const [ofC, ofD] = [Math.sign(orientation(a, b, c)), Math.sign(orientation(a, b, d))]
  if (ofC * ofD > 0) return false
  if (liesWithin(c, a, b) || liesWithin(d, a, b) || liesWithin(a, c, d) || liesWithin(b, c, d)) return true
  return ofC * ofD < 0 && Math.sign(orientation(c, d, a)) * Math.sign(orientation(c, d, b)) < 0
}

function roundedQuotient(numerator: bigint, denominator: bigint): number {
  const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator]
  const twice = 2n * n + d
  const floor = twice / (2n * d)
  return Number(twice < 0n && floor * 2n * d !== twice ? floor - 1n : floor)
}

/** The integer position nearest to where a–b and c–d cross (they must). Halves go up. */
export function roundedCrossing(a: Position, b: Position, c: Position, d: Position): Position {
  const [ux, uy, vx, vy] = [BigInt(b[0] - a[0]), BigInt(b[1] - a[1]), BigInt(d[0] - c[0]), BigInt(d[1] - c[1])]
  const denominator = ux * vy - uy * vx
  const numerator = BigInt(c[0] - a[0]) * vy - BigInt(c[1] - a[1]) * vx
  return [a[0] + roundedQuotient(numerator * ux, denominator), a[1] + roundedQuotient(numerator * uy, denominator)]
}
