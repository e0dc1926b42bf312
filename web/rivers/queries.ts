import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type {
  ChiefLevel,
  Patrol,
  RiverMonth,
  RiverStrip,
  SegmentDetail,
  SegmentPage,
  SignboardPage,
  SignboardState,
} from '#geodata/rivers/records.ts'
import { getJson, sendJson } from '../api/client.ts'
import { queryClient } from '../api/queries.ts'
import { useConsole } from '../state/store.ts'
import { type Answer, getKept } from './offline/kept.ts'
import type { ListState, PatrolsAsked } from './view.ts'

/** Keys of everything about rivers begin with this, so that a patrol, a case or a sample can forget it all. */
const RIVERS = 'rivers'

/** What was kept says that it is renewed by itself. Where the server is heard, a question that began without it is asked anew at once. */
const renewAfterMs = () => (useConsole.getState().live === 'live' ? 2_000 : 20_000)

const isKept = (answer: unknown): boolean => typeof (answer as Partial<Answer<unknown>> | undefined)?.kept_at === 'number'

/** What comes late takes the place of what was kept, not of what somebody has asked since. */
const laterOf = <Body>(now: Answer<Body> | undefined, late: Answer<Body>) => (now && !isKept(now) ? now : late)

/** Answered also without a network: from what was kept. */
function kept<Body>(key: readonly unknown[], path: string) {
  const queryKey = [RIVERS, ...key]
  return queryOptions({
    queryKey,
    queryFn: ({ signal }): Promise<Answer<Body>> =>
      getKept<Body>(
        path,
        (answer) => void queryClient.setQueryData<Answer<Body>>(queryKey, (now) => laterOf(now, answer)),
        signal,
      ),
    refetchInterval: ({ state: { data } }) => (isKept(data) ? renewAfterMs() : false),
    // The browser's word that there is no network must not keep what was kept from being read.
    networkMode: 'always',
    retry: false,
  })
}

export interface SegmentsAsked {
  readonly mine: boolean
  readonly level: ChiefLevel
  readonly state: ListState | null
  readonly text: string
  readonly territory: string | null
}

export const PAGE = 100

/** One's own segments come whole, as they are kept; of all others a page. */
export const segmentsQuery = (asked: SegmentsAsked, limit = PAGE) => {
  const { mine, level, state, text, territory } = asked
  if (mine) return kept<SegmentPage>(['segments', 'mine'], `/api/rivers/segments?mine=true&limit=${PAGE}`)
  const query = new URLSearchParams({
    level,
    ...(state && { state }),
    ...(text !== '' && { q: text }),
    ...(territory !== null && { territory }),
    limit: String(limit),
  })
  return kept<SegmentPage>(['segments', asked, limit], `/api/rivers/segments?${query}`)
}

export const segmentQuery = (id: number) => kept<SegmentDetail>(['segment', id], `/api/rivers/segments/${id}`)

export interface RiverInList {
  readonly id: number
  readonly name: string
  readonly name_en: string | null
  readonly rank: string | null
  readonly length_m: number
  readonly segments: number
}

export const riversQuery = kept<{ rivers: RiverInList[] }>(['rivers'], '/api/rivers')

export const stripQuery = (river: number, level: ChiefLevel) =>
  kept<RiverStrip>(['strip', river, level], `/api/rivers/${river}/strip?level=${level}`)

export const patrolsQuery = (asked: PatrolsAsked) => {
  const given = Object.entries(asked).map(([name, value]) => [name, String(value)])
  return kept<{ total: number; patrols: Patrol[] }>(['patrols', asked], `/api/rivers/patrols?${new URLSearchParams(given)}`)
}

export type Board = SignboardPage['boards'][number]

export const boardsQuery = (state: 'due' | 'all') =>
  queryOptions({
    queryKey: [RIVERS, 'boards', state],
    queryFn: ({ signal }) => getJson<SignboardPage>(`/api/rivers/signboards?state=${state}&limit=500`, signal),
  })

export const monthQuery = (month: string, by: RiverMonth['by'], level: ChiefLevel) =>
  queryOptions({
    queryKey: [RIVERS, 'month', month, by, level],
    queryFn: ({ signal }) => getJson<RiverMonth>(`/api/rivers/month?${new URLSearchParams({ month, by, level })}`, signal),
    placeholderData: (before) => before,
  })

export const markBoardUpdated = (segment: number, updated_on: string) =>
  sendJson<SignboardState>('PUT', `/api/rivers/segments/${segment}/signboard`, { body: { updated_on } }).finally(askAgain)

export const askAgain = () => queryClient.invalidateQueries({ queryKey: [RIVERS] })

/** Now that there is a network, what came from the device is asked of the server again. */
export const renewKept = (client: QueryClient) =>
  client.invalidateQueries({
    queryKey: [RIVERS],
    predicate: ({ state }) => state.status === 'error' || isKept(state.data),
  })
