import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useWorker } from '../../access/session.ts'
import { useTerritoryName } from '../../access/territories.ts'
import { type Event, eventsQuery, standingQuery } from '../queries.ts'

export interface OwnCommunity {
  readonly code: string
  readonly name: string
}

const COMMUNITY_DIGITS = 12
const EVENTS_KEPT = 'jiangli.damage.events'

/** Events that take reports, the latest first; without a network those that were known last. */
export function useOpenEvents(): readonly Event[] {
  const { data } = useQuery({ ...eventsQuery, initialData: savedEvents, initialDataUpdatedAt: 0 })
  if (data) localStorage.setItem(EVENTS_KEPT, JSON.stringify(data.slice(0, 20)))
  return (data ?? []).filter(({ closed_at }) => closed_at === null)
}

function savedEvents(): Event[] | undefined {
  try {
    return JSON.parse(localStorage.getItem(EVENTS_KEPT) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Communities that whoever works here may report from: those granted by name, or those of the event. */
export function useOwnCommunities(event: number | undefined): readonly OwnCommunity[] {
  const { i18n } = useTranslation()
  const territories = useWorker((worker) => worker.rights['damage.report']) ?? []
  const granted = territories.filter(({ length }) => length === COMMUNITY_DIGITS)
  const nameOf = useTerritoryName(granted)
  const isWider = granted.length < territories.length
  const { data } = useQuery({ ...standingQuery(event ?? 0), enabled: isWider && event !== undefined })
  if (!isWider) return granted.map((code) => ({ code, name: nameOf(code) }))
  const isOwn = (code: string) => territories.some((territory) => code.startsWith(territory))
  return (data?.communities ?? [])
    .filter(({ code }) => isOwn(code))
    .map(({ code, name, name_en }) => ({ code, name: (i18n.language === 'en' && name_en) || name }))
    .sort((one, other) => one.code.localeCompare(other.code))
}
