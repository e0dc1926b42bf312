// Things on the map near a place, of the layer that a kind of cases is about.
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../api/client.ts'
import type { FeatureCollection, Position } from '../../api/types.ts'
import { nearThings, REACH_M } from './near.ts'

const METRES_PER_DEGREE = 111_320
const MOST = 30

export const thingsQuery = (layer: string, [longitude, latitude]: Position, language: string) => {
  const [x, y] = [REACH_M / (METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)), REACH_M / METRES_PER_DEGREE]
  const bbox = [longitude - x, latitude - y, longitude + x, latitude + y].map((degrees) => degrees.toFixed(6)).join(',')
  return queryOptions({
    queryKey: ['layer', layer, 'things near', bbox, language],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ bbox, limit: String(MOST) })
      const { features } = await getJson<FeatureCollection>(`/api/collections/${layer}/items?${query}`, signal)
      return nearThings(layer, features, [longitude, latitude], language)
    },
    retry: false,
  })
}
