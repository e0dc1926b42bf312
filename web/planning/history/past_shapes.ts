import type { Feature } from '../../api/types.ts'
import { centreOf, extentOf } from '../../values/extent.ts'

type Collection = GeoJSON.FeatureCollection

const collection = (features: readonly GeoJSON.Feature[]): Collection => ({
  type: 'FeatureCollection',
  features: [...features],
})

export const pastShapes = (grids: readonly Feature[]): Collection =>
  collection(grids.flatMap(({ id, geometry }) => (geometry ? [{ type: 'Feature', geometry, properties: { id } } as const] : [])))

/** One name for each grid, on its largest part: a label on the area itself would come once for every tile. */
export const pastNames = (grids: readonly Feature[], isEnglish: boolean): Collection =>
  collection(
    grids.flatMap(({ geometry, properties }) => {
      const extent = extentOf(largestPart(geometry))
      if (!extent) return []
      const name = (isEnglish && properties.name_en) || properties.name
      return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...centreOf(extent)] }, properties: { name } } as const]
    }),
  )

function largestPart(geometry: GeoJSON.Geometry | null): GeoJSON.Geometry | null {
  if (geometry?.type !== 'MultiPolygon') return geometry
  const size = (coordinates: GeoJSON.Position[][]) => {
    const [west, south, east, north] = extentOf({ type: 'Polygon', coordinates }) ?? [0, 0, 0, 0]
    return (east - west) * (north - south)
  }
  const [first, ...others] = geometry.coordinates
  if (!first) return null
  return { type: 'Polygon', coordinates: others.reduce((best, one) => (size(one) > size(best) ? one : best), first) }
}
