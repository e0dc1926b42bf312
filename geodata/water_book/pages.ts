/**
 * Which rectangles of the ground the map pages of a book show: each place on one page, in the largest scale that its surroundings
 * need, and no page without a place. What the pages show for themselves (their core) lies side by side without overlap; around it each
 * shows a little of its neighbours.
 */
import { SQUARE_MM } from './squares.ts'

/** Metres on a plane. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Of a map's frame, in millimetres on paper. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** In metres on the plane. */
export interface Rectangle {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export interface BookPage {
  /** Denominator. */
  readonly scale: number
  readonly core: Rectangle
  readonly frame: Rectangle
  /** Which of the places, by index, as the squares are read: rows from the north, in them from west to east. */
  readonly members: readonly number[]
}

/**
 * From the largest, each half of the next; in each a square of the page is a round length. A small scale is for where there is little:
 * how many places a page may have, for each 10,000 mm² of paper.
 */
export const SCALES = [
  { scale: 2_500, most: Infinity },
  { scale: 5_000, most: 13 },
  { scale: 10_000, most: 6 },
  { scale: 20_000, most: 1.5 },
] as const
const SMALLEST = SCALES.length - 1
/** Larger than this shows no surroundings, where nothing is crowded. */
const PREFERRED = 1
/** What a page shows beyond its core on each side: room for the symbol and number of a place at its border. */
export const BEYOND_MM = 8
/** Nearer together than this on paper, symbols and numbers get into each other's way. */
const CLEAR_MM = 7
/** How many of a page's places may be as near as that. */
const CROWDED_SHARE = 0.25

interface Node {
  /** Of SCALES. */
  readonly scale: number
  readonly core: Rectangle
  readonly members: readonly number[]
}

export function choosePages(places: readonly Place[], size: PageSize): BookPage[] {
  if (places.length === 0) return []
  const all = places.map((_, index) => index)
  return best(PLACINGS.map((share) => rowsOf(all, share, places, size)))
    .map((node) => tighten(node, places, size))
    .map((node) => pageOf(node, places))
}

/** Of a core, in metres. */
function coreSize(scale: number, { width, height }: PageSize): { readonly width: number; readonly height: number } {
  const perMm = SCALES[scale]!.scale / 1000
  return { width: (width - 2 * BEYOND_MM) * perMm, height: (height - 2 * BEYOND_MM) * perMm }
}

/** Where rows and cores begin, in parts of the room to spare: of these places the one with the fewest pages is taken. */
const PLACINGS = [0.5, 0, 0.25, 0.75, 1] as const
const best = (choices: readonly Node[][]): Node[] => choices.reduce((one, other) => (other.length < one.length ? other : one))

/** Rows of cores of the smallest scale, quartered until they are legible. */
function rowsOf(members: readonly number[], placing: number, places: readonly Place[], size: PageSize): Node[] {
  const core = coreSize(SMALLEST, size)
  return cutEvenly(members, (index) => -places[index]!.y, core.height, placing).flatMap(({ from: top, members: row }) =>
    best(
      PLACINGS.map((along) =>
        cutEvenly(row, (index) => places[index]!.x, core.width, along).flatMap(({ from: west, members: held }) => {
          const rectangle = { west, north: -top, east: west + core.width, south: -top - core.height }
          return divide({ scale: SMALLEST, core: rectangle, members: held }, places, size)
        }),
      ),
    ),
  )
}

/** Stretches of a length side by side over all that they hold; those that hold nothing are left out. */
function cutEvenly(members: readonly number[], at: (index: number) => number, length: number, placing: number) {
  const positions = members.map(at)
  const [least, most] = [Math.min(...positions), Math.max(...positions)]
  const count = Math.max(1, Math.ceil((most - least) / length))
  const start = Math.round(least - (count * length - (most - least)) * placing)
  const stretches = Array.from({ length: count }, (_, number) => ({ from: start + number * length, members: [] as number[] }))
  for (const [index, member] of members.entries()) {
    const number = Math.floor((positions[index]! - start) / length)
    stretches[Math.max(0, Math.min(count - 1, number))]!.members.push(member)
  }
  return stretches.filter(({ members: held }) => held.length > 0)
}

/** Quarters a page, in twice the scale, until it is legible. */
function divide(node: Node, places: readonly Place[], size: PageSize): Node[] {
  if (node.scale === 0 || isLegible(node.members, node.scale, places, size)) return [node]
  const { west, south, east, north } = node.core
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]
  return [
    { west, south: middleY, east: middleX, north },
    { west: middleX, south: middleY, east, north },
    { west, south, east: middleX, north: middleY },
    { west: middleX, south, east, north: middleY },
  ].flatMap((core) => {
    const members = node.members.filter(
      (index) => places[index]!.x >= middleX === core.west >= middleX && places[index]!.y >= middleY === core.south >= middleY,
    )
    return members.length === 0 ? [] : divide({ scale: node.scale - 1, core, members }, places, size)
  })
}

function isLegible(members: readonly number[], scale: number, places: readonly Place[], { width, height }: PageSize): boolean {
  if (members.length > (SCALES[scale]!.most * width * height) / 10_000) return false
  const clear = (CLEAR_MM * SCALES[scale]!.scale) / 1000
  const near = members.filter((one) =>
    members.some(
      (other) => other !== one && Math.hypot(places[one]!.x - places[other]!.x, places[one]!.y - places[other]!.y) < clear,
    ),
  )
  return near.length <= members.length * CROWDED_SHARE
}

/** Where the places stand close together, a larger scale around them, inside the core as it was. */
function tighten(node: Node, places: readonly Place[], size: PageSize): Node {
  const { west, south, east, north } = extentOf(node.members, places)
  for (let scale = PREFERRED; scale < node.scale; scale++) {
    const { width, height } = coreSize(scale, size)
    if (east - west > width || north - south > height) continue
    const x = Math.max(node.core.west, Math.min(node.core.east - width, (west + east - width) / 2))
    const y = Math.max(node.core.south, Math.min(node.core.north - height, (south + north - height) / 2))
    return { scale, core: { west: x, south: y, east: x + width, north: y + height }, members: node.members }
  }
  return node
}

function extentOf(members: readonly number[], places: readonly Place[]): Rectangle {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const index of members) {
    const { x, y } = places[index]!
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return { west, south, east, north }
}

function pageOf({ scale: step, core, members }: Node, places: readonly Place[]): BookPage {
  const { scale } = SCALES[step]!
  const beyond = (BEYOND_MM * scale) / 1000
  const frame = { west: core.west - beyond, south: core.south - beyond, east: core.east + beyond, north: core.north + beyond }
  const row = (index: number) => Math.floor((frame.north - places[index]!.y) / ((SQUARE_MM * scale) / 1000))
  const sorted = [...members].sort((one, other) => row(one) - row(other) || places[one]!.x - places[other]!.x || one - other)
  return { scale, core, frame, members: sorted }
}

export const SIDES = ['north', 'east', 'south', 'west'] as const
export type Side = (typeof SIDES)[number]

/**
 * The pages on which the map goes on beyond each side, by their numbers from 1: those whose cores begin within half a page and lie
 * most beside it; at most two a side.
 * @param page as an index
 */
export function neighboursOf(page: number, pages: readonly Pick<BookPage, 'core'>[]): Record<Side, number[]> {
  const own = pages[page]!.core
  const [width, height] = [own.east - own.west, own.north - own.south]
  const beside = (from: number, to: number, otherFrom: number, otherTo: number) =>
    Math.min(to, otherTo) - Math.max(from, otherFrom)
  const on = (away: (core: Rectangle) => number, reach: number, share: (core: Rectangle) => number) =>
    pages
      .map(({ core }, index) => ({ index, away: away(core), share: share(core) }))
      .filter((one) => one.index !== page && one.away > -1e-6 && one.away < reach && one.share > 1e-6)
      .sort((one, other) => other.share - one.share || one.away - other.away || one.index - other.index)
      .slice(0, 2)
      .map(({ index }) => index + 1)
      .sort((one, other) => one - other)
  const across = (core: Rectangle) => beside(own.west, own.east, core.west, core.east)
  const down = (core: Rectangle) => beside(own.south, own.north, core.south, core.north)
  return {
    north: on((core) => core.south - own.north, height / 2, across),
    east: on((core) => core.west - own.east, width / 2, down),
    south: on((core) => own.south - core.north, height / 2, across),
    west: on((core) => own.west - core.east, width / 2, down),
  }
}
