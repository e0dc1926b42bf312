/** From a generator's open rings and lines to geometry as it is handed over: closed, and on the national plane. */
import type { Geometry, Position } from '../demo.ts'
import { areaOf } from './plane.ts'

/** @param origin where the generator's own origin lies on the plane, in millimetres */
export function shapesAt(origin: Position) {
  const place = ([x, y]: Position): Position => [Math.round(x) + origin[0], Math.round(y) + origin[1]]
  const closed = (ring: readonly Position[]): Position[] => [...ring, ring[0]!].map(place)
  return {
    point: (at: Position): Geometry => ({ type: 'Point', coordinates: place(at) }),

    lineString: (line: readonly Position[]): Geometry => ({ type: 'LineString', coordinates: line.map(place) }),

    multiLineString: (lines: readonly (readonly Position[])[]): Geometry => ({
      type: 'MultiLineString',
      coordinates: lines.map((line) => line.map(place)),
    }),

    /** Every anticlockwise ring is a polygon of its own; nothing that somebody is responsible for has a hole. */
    multiPolygon: (rings: readonly (readonly Position[])[]): Geometry => {
      if (rings.some((ring) => areaOf(ring) <= 0)) throw new Error('an area with a hole')
      return { type: 'MultiPolygon', coordinates: rings.map((ring) => [closed(ring)]) }
    },

    /** @param rings the shell, anticlockwise, and its holes, clockwise */
    polygonWithHoles: (rings: readonly (readonly Position[])[]): Geometry => ({
      type: 'MultiPolygon',
      coordinates: [rings.map(closed)],
    }),
  }
}
