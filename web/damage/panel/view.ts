// What the office looks at: which event, which list, which report. It goes with the page, not with the address.
import { useQuery } from '@tanstack/react-query'
import { create } from 'zustand'
import { type Event, eventsQuery, type Filter, standingQuery } from '../queries.ts'

interface View {
  /** Null is the latest that is open. */
  readonly event: number | null
  readonly list: 'communities' | 'reports'
  readonly filter: Filter
  /** Open over the list. */
  readonly report: number | null
  readonly form: 'new' | 'change' | null
}

export const useDamageView = create<View>()(() => ({ event: null, list: 'communities', filter: {}, report: null, form: null }))

export const chooseEvent = (event: number | null): void => useDamageView.setState({ event, filter: {}, report: null, form: null })
export const showReports = (filter: Filter): void => useDamageView.setState({ list: 'reports', filter, report: null })
export const showReport = (report: number | null): void => useDamageView.setState({ report })

/** The event that is shown: the chosen one, or the latest that is open. */
export function useShownEvent(): Event | undefined {
  const chosen = useDamageView((view) => view.event)
  const { data } = useQuery(eventsQuery)
  return data?.find(({ id, closed_at }) => (chosen === null ? closed_at === null : id === chosen))
}

export function useStanding(event: number | undefined) {
  return useQuery({ ...standingQuery(event ?? 0), enabled: event !== undefined, placeholderData: (before) => before })
}
