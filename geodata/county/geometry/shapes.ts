/** From the generator's open rings and lines to geometry as it is handed over: closed, and on the national plane. */
import type { Geometry, Position } from '../demo.ts'
import { ORIGIN } from '../ground/board.ts'
import { areaOf } from './plane.ts'

const place = ([x, y]: Position): Position => [Math.round(x) + ORIGIN[0], Math.round(y) + ORIGIN[1]]
const closed = (ring: readonly Position[]): Position[] => [...ring, ring[0]!].map(place)

export const point = (at: Position): Geometry => ({ type: 'Point', coordinates: place(at) })
export const lineString = (line: readonly Position[]): Geometry => ({ type: 'LineString', coordinates: line.map(place) })
export const multiLineString = (lines: readonly (readonly Position[])[]): Geometry => ({
  type: 'MultiLineString',
  coordinates: lines.map((line) => line.map(place)),
})

/** Every anticlockwise ring is a polygon of its own; nothing that somebody is responsible for has a hole. */
export function multiPolygon(rings: readonly (readonly Position[])[]): Geometry {
  if (rings.some((ring) => areaOf(ring) <= 0)) throw new Error('an area with a hole')
  return { type: 'MultiPolygon', coordinates: rings.map((ring) => [closed(ring)]) }
}

/** @param rings the shell, anticlockwise, and its holes, clockwise */
export const polygonWithHoles = (rings: readonly (readonly Position[])[]): Geometry => ({
  type: 'MultiPolygon',
  coordinates: [rings.map(closed)],
})
