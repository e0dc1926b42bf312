import type { Position } from '#geodata/fabric/index.ts'
import { distance, distanceToSegment } from '#geodata/fabric/plane/measure.ts'

/** A line drawn by hand with only those places that it needs to stay within reach of itself (Douglas and Peucker). */
export function thinOut(line: readonly Position[], reach: number): Position[] {
  const [first, last] = [line[0], line.at(-1)]
  if (!first || !last || line.length < 3) return [...line]
  let farthest = 0
  let most = reach
  for (let index = 1; index < line.length - 1; index++) {
    const place = line[index]!
    const off = distance(first, last) === 0 ? distance(place, first) : distanceToSegment(place, first, last)
    if (off > most) [farthest, most] = [index, off]
  }
  if (farthest === 0) return [first, last]
  return [...thinOut(line.slice(0, farthest + 1), reach).slice(0, -1), ...thinOut(line.slice(farthest), reach)]
}
