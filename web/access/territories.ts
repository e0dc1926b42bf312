import { queryOptions, useQueries } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getJson } from '../api/client.ts'
import type { FeatureCollection } from '../api/types.ts'

export interface Territory {
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly level: string
}

const ASKED = 'code,name,name_en,level'

async function read(parameters: Record<string, string>, signal: AbortSignal): Promise<readonly Territory[]> {
  const query = new URLSearchParams({ ...parameters, properties: ASKED })
  const { features } = await getJson<FeatureCollection>(`/api/collections/administrative_areas/items?${query}`, signal)
  return features.map(({ properties }) => properties as unknown as Territory)
}

const byCode = (code: string) =>
  queryOptions({
    queryKey: ['layer', 'administrative_areas', 'territory', code],
    queryFn: async ({ signal }) => (await read({ code, limit: '1' }, signal))[0] ?? null,
  })

/** Found by part of the name or code, the larger areas first. */
export const territoriesFound = (text: string) =>
  queryOptions({
    queryKey: ['layer', 'administrative_areas', 'territories', text],
    queryFn: ({ signal }) => read({ q: text, sortby: 'code', limit: '12' }, signal),
    enabled: text !== '',
  })

/** Names of territories by code, as far as they are known yet. */
export function useTerritoryName(codes: readonly string[]): (code: string) => string {
  const { t, i18n } = useTranslation()
  const asked = [...new Set(codes)].filter((code) => code !== '')
  const answers = useQueries({ queries: asked.map(byCode) })
  return (code) => {
    if (code === '') return t('access.everywhere')
    const answer = answers[asked.indexOf(code)]
    if (answer?.isPending) return '…'
    return answer?.data ? nameOf(answer.data, i18n.language) : t('access.noTerritory', { code })
  }
}

export const nameOf = ({ name, name_en }: Territory, language: string): string => (language === 'en' && name_en) || name
