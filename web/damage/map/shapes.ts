import type { Community, CommunityShape, ReportPoint, Standing } from '../queries.ts'
import { imageOf } from './damage_layers.ts'

/** By which shapes are asked for anew when a community comes to those of the event. */
export const codesOf = ({ communities }: Standing): string =>
  communities
    .map(({ code }) => code)
    .sort()
    .join()

export function communityShapes(
  shapes: readonly CommunityShape[],
  communities: readonly Community[],
  isEnglish: boolean,
): GeoJSON.FeatureCollection {
  const known = new Map(communities.map((community) => [community.code, community]))
  return {
    type: 'FeatureCollection',
    features: shapes.flatMap(({ code, geometry }) => {
      const community = known.get(code)
      if (!community) return []
      const name = (isEnglish && community.name_en) || community.name
      return [{ type: 'Feature' as const, id: Number(code), geometry, properties: { code, name, silent: community.silent } }]
    }),
  }
}

export const reportShapes = (points: readonly ReportPoint[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: points.map((point, rank) => ({
    type: 'Feature',
    id: point.id,
    geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
    properties: { id: point.id, image: imageOf(point), rank },
  })),
})
