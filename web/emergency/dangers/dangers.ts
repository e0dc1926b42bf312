/** Zones around faults and the check of sites: what is looked at, and what the server says of it. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { create } from 'zustand'
import type { AvoidanceAnswer, FaultZoneKind, FortificationClass, Intensity } from '#geodata/hazards/avoidance.ts'
import type { Relation, Verdict } from '#geodata/hazards/site_check.ts'
import { getJson, sendJson } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import type { FeatureCollection, Position } from '../../api/types.ts'

export const DANGER_VIEWS = ['faults', 'sites'] as const
export const RESULT_STATES = ['none', 'open', 'done'] as const
export const PAGE = 100

export interface FindingFilter {
  readonly verdict: Verdict | null
  readonly state: (typeof RESULT_STATES)[number] | null
  readonly kind: string | null
}

export interface Dangers {
  readonly view: (typeof DANGER_VIEWS)[number]
  readonly fault: number | null
  readonly territory: string | null
  readonly filter: FindingFilter
  readonly offset: number
}

export const useDangers = create<Dangers>(() => ({
  view: 'faults',
  fault: null,
  territory: null,
  filter: { verdict: null, state: null, kind: null },
  offset: 0,
}))

/** With another question the list begins anew. */
export const askFindings = (change: Partial<Pick<Dangers, 'territory' | 'filter'>>) =>
  useDangers.setState({ ...change, offset: 0 })

/** Changes with every event, as all that begins with this key. */
const KEY = ['emergency', 'dangers'] as const
const MOST_FAULTS = 1000

export const faultsQuery = queryOptions({
  queryKey: ['layer', 'faults', 'dangers'],
  queryFn: async ({ signal }) =>
    (await getJson<FeatureCollection>(`/api/collections/faults/items?limit=${MOST_FAULTS}`, signal)).features,
})

export interface ZoneQuestion {
  readonly class: FortificationClass
  readonly intensity: Intensity
  readonly edition: string
  /** Metres as they were typed; empty leaves it to the fault and the standard. */
  readonly uncertainty_m: string
  readonly overburden_m: string
  readonly investigation_m: string
}

export interface ZoneInForce {
  readonly id: number
  readonly kind: FaultZoneKind
  readonly name: string
  readonly valid_from: string
  readonly calculated: boolean
}

export interface ZonePreview extends GeoJSON.FeatureCollection {
  readonly standard: string
  readonly clause: string
  readonly uncertainty_m: number
  readonly answer: AvoidanceAnswer
  readonly in_force: readonly ZoneInForce[]
  readonly features: (GeoJSON.Feature & {
    readonly properties: {
      readonly kind: FaultZoneKind
      readonly reach_m: number
      readonly area_m2: number
      readonly basis: string
    }
  })[]
}

const METRES = ['uncertainty_m', 'overburden_m', 'investigation_m'] as const
const isMetres = (text: string): boolean => text === '' || (/^\d{1,4}(\.\d{1,3})?$/.test(text) && Number(text) <= 5000)

/** Which of the numbers can't be understood. */
export const wrongMetres = (question: ZoneQuestion) => METRES.filter((name) => !isMetres(question[name]))

const metresOf = (question: ZoneQuestion) =>
  Object.fromEntries(METRES.flatMap((name) => (question[name] === '' ? [] : [[name, Number(question[name])]])))

export const zonesQuery = (fault: number | null, question: ZoneQuestion) =>
  queryOptions({
    queryKey: [...KEY, 'zones', fault, question],
    queryFn: ({ signal }) => {
      const { class: kind, intensity, edition } = question
      const query = new URLSearchParams({ class: kind, intensity: String(intensity), edition, ...textOf(metresOf(question)) })
      return getJson<ZonePreview>(`/api/hazards/faults/${fault}/zones?${query}`, signal)
    },
    enabled: fault !== null && wrongMetres(question).length === 0,
    // Of the same fault only: another's zone would be taken for this one's.
    placeholderData: (previous, query) => (query?.queryKey[3] === fault ? previous : undefined),
  })

const textOf = (numbers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)]))

export interface StoredZones {
  readonly zones: readonly { readonly id: number }[]
  readonly ended: readonly number[]
}

/** What is to become of each zone that was seen to be in force. */
export interface DecidedZones {
  readonly replaces: readonly number[]
  readonly keeps: readonly number[]
}

export async function storeZones(fault: number, question: ZoneQuestion, decided: DecidedZones): Promise<StoredZones> {
  const { class: kind, intensity, edition } = question
  const body = { class: kind, intensity, edition, ...metresOf(question), ...decided }
  try {
    return await sendJson<StoredZones>('POST', `/api/hazards/faults/${fault}/zones`, { body })
  } finally {
    // Also where it was refused: somebody may have stored others.
    await queryClient.invalidateQueries({ queryKey: KEY })
  }
}

export interface SiteCheck {
  readonly day: string
  readonly near_m: number
  readonly kinds: readonly string[]
  readonly sites: number
  readonly clear: number
  readonly inside: number
  readonly near: number
  readonly account_name: string
}

export interface WrittenResult {
  readonly result: string
  readonly follow_up: string | null
  readonly due_on: string | null
  readonly state: 'open' | 'done'
}

export interface SiteResult extends WrittenResult {
  readonly written_at: string
  readonly account_name: string
}

export interface SiteFinding {
  readonly id: number
  readonly hazard_layer: 'faults' | 'hazard_zones' | 'geohazard_points'
  readonly hazard_kind: string
  readonly hazard_name: string
  readonly hazard_name_en: string | null
  readonly relation: Relation
  readonly distance_m: number
  readonly line_distance_m: number | null
  readonly verdict: Verdict
  readonly basis: string | null
  readonly edition: string | null
  readonly checked_on: string
  readonly result: SiteResult | null
  readonly site: {
    readonly layer: string
    readonly id: number
    readonly code: string | null
    readonly name: string
    readonly name_en: string | null
    readonly kind: string
    readonly address: string | null
    readonly people: number | null
    readonly position: Position
  }
}

export interface Findings {
  readonly last_check: SiteCheck | null
  readonly matched: number
  readonly findings: readonly SiteFinding[]
}

const filtersOf = (territory: string, { verdict, state, kind }: FindingFilter) =>
  new URLSearchParams({ territory, ...(verdict && { verdict }), ...(state && { state }), ...(kind && { kind }) })

export const findingsQuery = ({ territory, filter, offset }: Pick<Dangers, 'territory' | 'filter' | 'offset'>) =>
  queryOptions({
    queryKey: [...KEY, 'findings', territory, filter, offset],
    queryFn: ({ signal }) =>
      getJson<Findings>(`/api/hazards/findings?${filtersOf(territory!, filter)}&limit=${PAGE}&offset=${offset}`, signal),
    enabled: territory !== null,
    placeholderData: keepPreviousData,
  })

export const exportAddress = (territory: string, filter: FindingFilter): string =>
  `/api/hazards/findings/export?${filtersOf(territory, filter)}&format=xlsx`

export async function checkSites(territory: string, near_m: number, kinds: readonly string[]): Promise<void> {
  await sendJson('POST', '/api/hazards/site-checks', { body: { territory, near_m, kinds } })
  await queryClient.invalidateQueries({ queryKey: KEY })
}

export const resultsQuery = (finding: number) =>
  queryOptions({
    queryKey: [...KEY, 'results', finding],
    queryFn: async ({ signal }) =>
      (await getJson<{ results: SiteResult[] }>(`/api/hazards/findings/${finding}/results`, signal)).results,
  })

export async function writeResult(finding: number, written: WrittenResult): Promise<void> {
  await sendJson('POST', `/api/hazards/findings/${finding}/results`, { body: written })
  await queryClient.invalidateQueries({ queryKey: KEY })
}
