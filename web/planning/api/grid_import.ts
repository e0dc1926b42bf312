// Existing grids of a file on their way into a scheme.
import { queryOptions } from '@tanstack/react-query'
import { getJson, sendForm, sendJson } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import type { FeatureCollection } from '../../api/types.ts'
import type { FileColumns, ImportQuestion, ImportResult, NewScheme } from '../import/types.ts'

const path = (scheme: string) => `/api/schemes/${encodeURIComponent(scheme)}/import`

function formOf(file: File, request: object): FormData {
  const form = new FormData()
  form.set('file', file)
  form.set('request', JSON.stringify(request))
  return form
}

export const readColumns = (scheme: string, file: File, crs: string | null, signal: AbortSignal) =>
  sendForm<FileColumns>(`${path(scheme)}/columns`, formOf(file, { crs }), signal)

export const previewImport = (scheme: string, file: File, question: ImportQuestion, signal: AbortSignal) =>
  sendForm<ImportResult>(`${path(scheme)}?dry_run=true`, formOf(file, question), signal)

export const storeImport = (scheme: string, file: File, question: ImportQuestion) =>
  sendForm<ImportResult>(path(scheme), formOf(file, question))

export async function makeScheme(scheme: NewScheme): Promise<void> {
  await sendJson('POST', '/api/schemes', { body: scheme })
  await queryClient.invalidateQueries({ queryKey: ['state'] })
}

/** Whether communities of a territory are drawn on the map: else the file has to say which community its rows lie in. */
export const hasCommunitiesQuery = (territory: string) =>
  queryOptions({
    queryKey: ['layer', 'administrative_areas', 'communities of', territory],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ q: territory, level: 'community', properties: 'code', limit: '1' })
      const { features } = await getJson<FeatureCollection>(`/api/collections/administrative_areas/items?${query}`, signal)
      return features.some(({ properties }) => String(properties.code).startsWith(territory))
    },
  })
