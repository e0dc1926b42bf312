/** Where the names of roads stand: along a straight stretch that is long enough and free. Millimetres on the page. */
import { chainsOf, edgesOfLines, type Point } from '../../sheets/borders.ts'
import type { Box } from '../../sheets/layout.ts'
import { widthOf } from '../../sheets/measure.ts'
import type { Occupied, Taken } from './occupied.ts'

export interface NamedRoad {
  readonly name: string
  readonly lines: readonly (readonly Point[])[]
}

export interface RoadName {
  readonly name: string
  readonly at: Point
  /** Clockwise from the page's horizontal, in radians: between a quarter turn to the left and one to the right. */
  readonly angle: number
}

/** A name comes again after so much of the road. */
const AGAIN_MM = 90
/** How far a stretch may leave the straight line, in parts of the letters' size. */
const BEND = 0.35

export function placeRoadNames(roads: readonly NamedRoad[], size: number, frame: Box, taken: Occupied): RoadName[] {
  const found: RoadName[] = []
  const byName = new Map<string, (readonly Point[])[]>()
  for (const { name, lines } of roads) byName.set(name, [...(byName.get(name) ?? []), ...lines])
  for (const [name, lines] of byName) {
    const width = widthOf(name, size) + size * 0.15 * [...name].length
    for (const line of chainsOf(edgesOfLines(lines))) {
      const places: RoadName[] = []
      for (const stretch of stretchesOf(line, width + size, size * BEND)) {
        const place = { name, ...stretch }
        const boxes = boxesAlong(place, width, size)
        const isFar = places.every(({ at }) => Math.hypot(at[0] - place.at[0], at[1] - place.at[1]) > AGAIN_MM)
        if (!isFar || !boxes.every((box) => isInside(box, frame) && taken.isFree(box))) continue
        for (const box of boxes) taken.add(box)
        places.push(place)
      }
      found.push(...places)
    }
  }
  return found
}

/** Straight stretches of a length along a line, by their middle and direction. */
function* stretchesOf(line: readonly Point[], length: number, bend: number): Generator<{ at: Point; angle: number }> {
  for (let from = 0; from < line.length - 1; from++) {
    const start = line[from]!
    for (let to = from + 1; to < line.length; to++) {
      const end = line[to]!
      const chord = Math.hypot(end[0] - start[0], end[1] - start[1])
      if (!isStraight(line, from, to, bend)) break
      if (chord < length) continue
      const steps = Math.min(Math.floor(chord / length), 8)
      for (let step = 0; step < steps; step++) {
        const share = (step + 0.5) / steps
        yield {
          at: [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share],
          angle: uprightAngle(start, end),
        }
      }
      break
    }
  }
}

function isStraight(line: readonly Point[], from: number, to: number, bend: number): boolean {
  const [[x1, y1], [x2, y2]] = [line[from]!, line[to]!]
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length === 0) return false
  for (let index = from + 1; index < to; index++) {
    const [x, y] = line[index]!
    const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length
    if (Math.abs((x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)) / length > bend || along < 0 || along > length) return false
  }
  return true
}

function uprightAngle([x1, y1]: Point, [x2, y2]: Point): number {
  const angle = Math.atan2(y2 - y1, x2 - x1)
  return angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle
}

/** A slanting text as a row of small boxes. */
function boxesAlong({ at: [x, y], angle }: { at: Point; angle: number }, width: number, size: number): Taken[] {
  const count = Math.max(1, Math.ceil(width / size))
  return Array.from({ length: count }, (_, index) => {
    const along = ((index + 0.5) / count - 0.5) * width
    return { x: x + along * Math.cos(angle), y: y + along * Math.sin(angle), width: size, height: size }
  })
}

const isInside = ({ x, y, width, height }: Taken, frame: Box): boolean =>
  x - width / 2 >= frame.x &&
  y - height / 2 >= frame.y &&
  x + width / 2 <= frame.x + frame.width &&
  y + height / 2 <= frame.y + frame.height
