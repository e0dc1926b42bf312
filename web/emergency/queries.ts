import { queryOptions } from '@tanstack/react-query'
import { getJson, sendJson } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import type { Position } from '../api/types.ts'
import type { Incident, RoadClosure } from './answer.ts'

export const incidentQuery = (position: Position | null, people: number | null, radius_m: number) =>
  queryOptions({
    queryKey: ['emergency', 'incident', position, people, radius_m],
    queryFn: ({ signal }) => {
      const [lon, lat] = position!
      const query = new URLSearchParams({
        lon: String(lon),
        lat: String(lat),
        ...(people !== null && { people: String(people) }),
      })
      return getJson<Incident>(`/api/emergency/incident?${query}`, signal)
    },
    enabled: position !== null,
  })

export const closuresQuery = queryOptions({
  queryKey: ['emergency', 'closures'],
  queryFn: async ({ signal }) => (await getJson<{ closures: RoadClosure[] }>('/api/emergency/closures', signal)).closures,
})

export const askAgain = () => queryClient.invalidateQueries({ queryKey: ['emergency'] })

/** @param id made by the device: what comes twice is one closure */
export async function closeRoads(id: string, geometry: GeoJSON.LineString, reason: string): Promise<void> {
  await sendJson('POST', '/api/emergency/closures', { body: { client_id: id, geometry, reason } })
}

export async function openRoads(closure: number): Promise<void> {
  await sendJson('DELETE', `/api/emergency/closures/${closure}`)
}

export async function undoMark(mark: number): Promise<void> {
  await sendJson('POST', `/api/emergency/marks/${mark}/undo`, { body: {} })
  await askAgain()
}
