// Where the names of areas stand. A tile knows only its own piece of an area, so labels made from tiles repeat along their edges.
// Here the pieces in view are put together again, and each area gets one label in the middle of what can be seen of it.
import type { Extent } from '../api/types.ts'
import { type LabelLook, labelLook } from '../symbols/area_label_layers.ts'
import type { Theme } from '../symbols/palette.ts'
import { clipRing, type Ring } from './clip_ring.ts'

/** One piece of an area, as a tile holds it. */
export interface Piece {
  readonly layer: string
  readonly id: number
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: GeoJSON.Geometry
}

export interface AreaLabel extends LabelLook {
  readonly text: string
  readonly position: readonly [number, number]
}

interface Area {
  readonly piece: Piece
  weight: number
  x: number
  y: number
  west: number
  south: number
  east: number
  north: number
  largest: { ring: Ring; weight: number }
  readonly rings: Ring[]
}

export interface LabelView {
  readonly bounds: Extent
  /** CSS pixels of a degree of longitude, and of latitude, at this zoom and place. */
  readonly perDegree: readonly [number, number]
}

/** One label for every area that has room for its name; `textOf` gives undefined where none is wanted. */
export function labelAreas(
  pieces: readonly Piece[],
  view: LabelView,
  theme: Theme,
  textOf: (piece: Piece) => string | undefined,
): AreaLabel[] {
  return [...collect(pieces, view.bounds).values()].flatMap((area) => {
    const text = textOf(area.piece)
    if (!text) return []
    const look = labelLook(area.piece.layer, area.piece.properties, text, theme)
    return hasRoom(area, text, look, view) ? [{ ...look, text, position: middleOf(area) }] : []
  })
}

function collect(pieces: readonly Piece[], bounds: Extent): Map<string, Area> {
  const areas = new Map<string, Area>()
  for (const piece of pieces) {
    const { geometry } = piece
    const polygons =
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
    for (const [ring] of polygons) {
      const seen = ring && clipRing(ring, bounds)
      if (seen && seen.length > 3) add(areas, piece, seen)
    }
  }
  return areas
}

function add(areas: Map<string, Area>, piece: Piece, ring: Ring): void {
  const key = `${piece.layer}/${piece.id}`
  const { weight, x, y } = centroid(ring)
  const known = areas.get(key)
  const area = known ?? {
    piece,
    weight: 0,
    x: 0,
    y: 0,
    west: Infinity,
    south: Infinity,
    east: -Infinity,
    north: -Infinity,
    largest: { ring, weight },
    rings: [],
  }
  if (!known) areas.set(key, area)
  area.weight += weight
  area.x += x * weight
  area.y += y * weight
  area.rings.push(ring)
  if (weight > area.largest.weight) area.largest = { ring, weight }
  for (const [east = 0, north = 0] of ring) {
    area.west = Math.min(area.west, east)
    area.east = Math.max(area.east, east)
    area.south = Math.min(area.south, north)
    area.north = Math.max(area.north, north)
  }
}

/** The shoelace formula; the weight is the ring's area. */
function centroid(ring: Ring): { weight: number; x: number; y: number } {
  const [originX = 0, originY = 0] = ring[0] ?? []
  let [doubled, x, y] = [0, 0, 0]
  for (let index = 1; index < ring.length; index += 1) {
    const x0 = ring[index - 1]![0]! - originX
    const y0 = ring[index - 1]![1]! - originY
    const x1 = ring[index]![0]! - originX
    const y1 = ring[index]![1]! - originY
    const cross = x0 * y1 - x1 * y0
    doubled += cross
    x += (x0 + x1) * cross
    y += (y0 + y1) * cross
  }
  if (doubled === 0) return { weight: 0, x: originX, y: originY }
  return { weight: Math.abs(doubled) / 2, x: originX + x / (3 * doubled), y: originY + y / (3 * doubled) }
}

function middleOf({ weight, x, y, rings, largest }: Area): readonly [number, number] {
  if (weight > 0 && rings.some((ring) => contains(ring, x / weight, y / weight))) return [x / weight, y / weight]
  return insideOf(largest.ring)
}

/** The middle of the widest stretch of the ring along the horizontal through its own middle: inside, whatever its shape. */
function insideOf(ring: Ring): readonly [number, number] {
  const norths = ring.map(([, north = 0]) => north)
  const level = (Math.min(...norths) + Math.max(...norths)) / 2
  const crossings: number[] = []
  for (let index = 1; index < ring.length; index += 1) {
    const [x0 = 0, y0 = 0] = ring[index - 1]!
    const [x1 = 0, y1 = 0] = ring[index]!
    if (y0 > level !== y1 > level) crossings.push(x0 + ((level - y0) * (x1 - x0)) / (y1 - y0))
  }
  crossings.sort((one, other) => one - other)
  let best: readonly [number, number] = [crossings[0] ?? 0, crossings[1] ?? crossings[0] ?? 0]
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const stretch = [crossings[index]!, crossings[index + 1]!] as const
    if (stretch[1] - stretch[0] > best[1] - best[0]) best = stretch
  }
  return [(best[0] + best[1]) / 2, level]
}

function contains(ring: Ring, x: number, y: number): boolean {
  let inside = false
  for (let index = 1; index < ring.length; index += 1) {
    const [x0 = 0, y0 = 0] = ring[index - 1]!
    const [x1 = 0, y1 = 0] = ring[index]!
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)) inside = !inside
  }
  return inside
}

/** Too small for its name, or so large that the whole view lies within it and the name would tell nothing. */
function hasRoom(
  area: Area,
  text: string,
  look: LabelLook,
  { perDegree, bounds: [west, south, east, north] }: LabelView,
): boolean {
  const across = (area.east - area.west) * perDegree[0]
  const up = (area.north - area.south) * perDegree[1]
  const whole = (east - west) * (north - south)
  const fillsView = area.weight > whole * 0.7
  const lines = Math.min(2, Math.ceil((widthInEms(text) * (1 + look.spacing)) / 9))
  const textWidth = (widthInEms(text) * (1 + look.spacing) * look.size) / lines
  return !fillsView && across > textWidth * 0.85 && up > look.size * lines * 1.2
}

/** A Chinese character is as wide as the font is high, a Latin one about half. */
function widthInEms(text: string): number {
  let ems = 0
  for (const character of text) ems += character > '\u2e7f' ? 1 : 0.54
  return ems
}
