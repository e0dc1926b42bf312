import { fromGaussKruger, toGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import type { Position } from '#geodata/fabric/index.ts'

/** Degrees, as the map has them. */
export type Degrees = [longitude: number, latitude: number]

/** Between whole millimetres, in which plans are drawn, and degrees, in which the map shows them. */
export interface Projection {
  readonly toDegrees: (position: Position) => Degrees
  /** Rounded to whole millimetres: degrees that came of a position lead back to exactly that one. */
  readonly toPosition: (degrees: readonly [number, number]) => Position
}

/** SRIDs of the county's zones are 920000 and their central meridian. */
const ZONES = 920_000

export function projectionOf(srid: number): Projection {
  const meridian = srid - ZONES
  return {
    toDegrees: ([x, y]) => fromGaussKruger([x / 1000, y / 1000], meridian),
    toPosition: (degrees) => {
      const [x, y] = toGaussKruger(degrees, meridian)
      return [Math.round(x * 1000), Math.round(y * 1000)]
    },
  }
}
