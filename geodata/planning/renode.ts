/** Vertices that borders gained or lost without moving, for polygons that are stored beside the cells: other schemes' grids, communities, towns. */

import { facesIn } from '../fabric/fabric.ts'
import { edgesOf, type Face } from '../fabric/face.ts'
import type { Fabric, Position, Ring } from '../fabric/index.ts'
import { distanceToSegment, nearestShare } from '../fabric/plane/measure.ts'
import { type Box, boxOf, compare, positionKey, segmentKey, widened } from '../fabric/plane/position.ts'
import type { Difference } from './difference.ts'

export interface Renoding {
  /** By segment, the vertices that now lie between its ends, from the lesser end on. */
  readonly inserted: ReadonlyMap<string, readonly Position[]>
  /** Vertices that no cell has any more and that lay on a border that stayed. */
  readonly removed: ReadonlySet<string>
  /** Around all of them, mm; null where there are none. */
  readonly box: Box | null
}

/** mm; as in the proof of an edit. */
const NODED = 1

/** What happened to vertices between two states of a fabric. */
export function renodingOf(before: Fabric, after: Fabric, { cells }: Difference): Renoding {
  const now = [...cells.added, ...cells.reshaped, ...cells.noded]
  const was = [...cells.ended, ...[...cells.reshaped, ...cells.noded].map(({ id }) => before.faces.get(id)!)]
  return renodingBetween(was, now, (place) => isVertex(after, place))
}

/** @param stays whether what was a vertex still is one, besides those of `now` */
export function renodingBetween(
  was: readonly Face[],
  now: readonly Face[],
  stays: (place: Position) => boolean = () => false,
): Renoding {
  const inserted = new Map(between(was, now).map(({ from, to, places }) => [segmentKey(from, to), places]))
  const removed = new Map(between(now, was).flatMap(({ places }) => places.map((place) => [positionKey(place), place] as const)))
  for (const [key, place] of removed) if (stays(place)) removed.delete(key)
  const places = [...[...inserted.values()].flat(), ...removed.values()]
  return { inserted, removed: new Set(removed.keys()), box: places.length === 0 ? null : widened(boxOf(places), NODED) }
}

/** Edges of the one that the others have not, with the others' vertices that lie on them. */
function between(these: readonly Face[], those: readonly Face[]): { from: Position; to: Position; places: Position[] }[] {
  const keys = new Set(those.flatMap((face) => edgesOf(face).map(({ from, to }) => segmentKey(from, to))))
  const own = new Set(these.flatMap((face) => face.rings.flat().map(positionKey)))
  const others = new Map(those.flatMap((face) => face.rings.flat()).map((place) => [positionKey(place), place]))
  const fresh = [...others.values()].filter((place) => !own.has(positionKey(place))).sort(compare)
  const found: { from: Position; to: Position; places: Position[] }[] = []
  if (fresh.length === 0) return found
  for (const { from, to } of these.flatMap((face) => edgesOf(face))) {
    if (keys.has(segmentKey(from, to))) continue
    const [low, high] = compare(from, to) < 0 ? [from, to] : [to, from]
    const places = fresh
      .filter(
        (place) => place[0] >= low[0] - NODED && place[0] <= high[0] + NODED && distanceToSegment(place, low, high) <= NODED,
      )
      .sort((a, b) => nearestShare(a, low, high) - nearestShare(b, low, high))
    if (places.length > 0) found.push({ from: low, to: high, places })
  }
  return found
}

const isVertex = (fabric: Fabric, [x, y]: Position): boolean =>
  facesIn(fabric, [x, y, x, y]).some((face) => face.rings.some((ring) => ring.some((each) => each[0] === x && each[1] === y)))

/** The ring with the vertices that its border has now, or the same ring where nothing changed. */
export function renode(ring: Ring, { inserted, removed }: Renoding): Ring {
  let isSame = true
  const kept = ring.filter((place) => !removed.has(positionKey(place)))
  if (kept.length !== ring.length) isSame = false
  const noded: Position[] = []
  for (const [index, from] of kept.entries()) {
    noded.push(from)
    const to = kept[(index + 1) % kept.length]!
    const places = inserted.get(segmentKey(from, to))
    if (!places) continue
    isSame = false
    noded.push(...(compare(from, to) < 0 ? places : places.toReversed()))
  }
  return isSame ? ring : noded
}
