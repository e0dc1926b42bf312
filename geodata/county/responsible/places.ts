/** Which community something lies in, by the shapes of the communities as they are drawn. */
import type { DemoFeature, Position } from '../demo.ts'
import { aside, isInside, lengthOf, METRE, walk } from '../geometry/plane.ts'

export interface Places {
  /** The code of the community that a point lies in. */
  codeAt(at: Position): string | undefined
  /** The codes of the communities along a line, on both sides: what lies beside its middle first. */
  codesBeside(feature: DemoFeature): string[]
}

/** Metres to the side of a line: beyond its own border, and not yet across the next. */
const ASIDE = 6 * METRE
const SHARES = [0.5, 0.3, 0.7, 0.1, 0.9]

export function placesOf(communities: readonly DemoFeature[]): Places {
  const areas = communities.map((area) => {
    const ring = ringOf(area)
    const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
    const [west, south, east, north] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
    return { code: String(area.properties.code), ring, west, south, east, north }
  })
  const codeAt = (at: Position) =>
    areas.find(
      ({ ring, west, south, east, north }) =>
        at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north && isInside(ring, at),
    )?.code
  return {
    codeAt,
    codesBeside: (feature) => {
      const line = lineOf(feature)
      const length = lengthOf(line)
      const found = SHARES.flatMap((share) => {
        const { point, direction } = walk(line, length * share)
        return [ASIDE, -ASIDE].flatMap((by) => codeAt(aside(point, direction, by)) ?? [])
      })
      return [...new Set(found)]
    },
  }
}

/** Of an area in one piece without holes, as those of communities and grids are. */
export const ringOf = ({ geometry }: DemoFeature): readonly Position[] =>
  geometry?.type === 'MultiPolygon' ? geometry.coordinates[0]![0]! : []

export const pointOf = ({ geometry }: DemoFeature): Position => (geometry?.type === 'Point' ? geometry.coordinates : [0, 0])

const lineOf = ({ geometry }: DemoFeature): readonly Position[] =>
  geometry?.type === 'MultiLineString' ? geometry.coordinates[0]! : []
