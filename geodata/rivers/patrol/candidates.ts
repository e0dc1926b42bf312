/** Where on the river each fix may be: every place of the line that is nearest of its surroundings and within the corridor. */
import { itemsIn } from '../../network/spatial_index.ts'
import { type RiverLine, shareOf } from '../line.ts'
import type { CleanTrack } from './clean.ts'

/** Those of fix i stand from `first[i]` up to `first[i + 1]`. */
export interface Candidates {
  readonly first: Uint32Array
  /** Metres along the line. */
  readonly along_m: readonly number[]
  /** Metres from the fix. */
  readonly distance_m: readonly number[]
}

/** More arms of a river than this side by side there are none: nearer ones come first. */
const MOST_PLACES = 6
/** Nearer to each other along the line, places are one: lines drawn by hand are jagged. */
const APART_M = 20

interface Place {
  readonly along_m: number
  readonly distance_m: number
}

export function candidatesOf(track: CleanTrack, line: RiverLine, corridor_m: number): Candidates {
  const count = track.at.length
  const first = new Uint32Array(count + 1)
  const along_m: number[] = []
  const distance_m: number[] = []
  const around = new Surroundings(line)
  for (let fix = 0; fix < count; fix++) {
    const reach = corridor_m + track.accuracy_m[fix]!
    for (const place of placesNear(
      line,
      around.edgesNear(track.x[fix]!, track.y[fix]!, reach),
      track.x[fix]!,
      track.y[fix]!,
      reach,
    )) {
      along_m.push(place.along_m)
      distance_m.push(place.distance_m)
    }
    first[fix + 1] = along_m.length
  }
  return { first, along_m, distance_m }
}

/** Sides of the squares for which edges are looked up once: fixes follow on each other. */
const SQUARE_M = 50

/** Edges near squares, so that hardly any fix has to ask the index. */
class Surroundings {
  readonly #line: RiverLine
  readonly #squares = new Map<string, Uint32Array>()

  constructor(line: RiverLine) {
    this.#line = line
  }

  /** At least the edges within reach, in order along the line. */
  edgesNear(x: number, y: number, reach: number): Uint32Array {
    const around = SQUARE_M * Math.ceil(reach / SQUARE_M)
    const [west, south] = [SQUARE_M * Math.floor(x / SQUARE_M), SQUARE_M * Math.floor(y / SQUARE_M)]
    const key = `${west} ${south} ${around}`
    const known = this.#squares.get(key)
    if (known) return known
    const box = [west - around, south - around, west + SQUARE_M + around, south + SQUARE_M + around] as const
    const edges = Uint32Array.from(itemsIn(this.#line.index, box)).sort()
    this.#squares.set(key, edges)
    return edges
  }
}

/** Along each run of edges that follow on each other, where the distance stops falling. */
function placesNear(line: RiverLine, edges: Uint32Array, px: number, py: number, reach: number): Place[] {
  const { x, y, along_m, edges: starts } = line
  const places: Place[] = []
  let nearest: Place | undefined
  const end = () => {
    if (nearest) places.push(nearest)
    nearest = undefined
  }
  let [before, squareBefore] = [-2, Infinity]
  for (const edge of edges) {
    if (edge !== before + 1) {
      end()
      squareBefore = Infinity
    }
    const a = starts[edge]!
    const share = shareOf(line, edge, px, py)
    const [dx, dy] = [x[a]! + (x[a + 1]! - x[a]!) * share - px, y[a]! + (y[a + 1]! - y[a]!) * share - py]
    const square = dx * dx + dy * dy
    if (square > squareBefore) end()
    else if (square < squareBefore && square <= reach * reach)
      nearest = { along_m: along_m[a]! + (along_m[a + 1]! - along_m[a]!) * share, distance_m: Math.sqrt(square) }
    before = edge
    squareBefore = square
  }
  end()
  return places.length > 1 ? nearestApart(places) : places
}

function nearestApart(places: readonly Place[]): Place[] {
  const kept: Place[] = []
  for (const place of places.toSorted((a, b) => a.distance_m - b.distance_m)) {
    if (kept.length === MOST_PLACES) break
    if (kept.every((other) => Math.abs(other.along_m - place.along_m) >= APART_M)) kept.push(place)
  }
  return kept
}
