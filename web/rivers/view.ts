// What of the rivers is looked at besides what a link keeps: filters, orders, the river of the strip, the month.
import { create } from 'zustand'
import type { ChiefLevel, RiverMonth } from '#geodata/rivers/records.ts'

export const STATES = ['overdue', 'due_soon', 'problems', 'water_missed'] as const
export type ListState = (typeof STATES)[number]
export const SORTS = ['urgency', 'river', 'problems', 'water'] as const
export type Sort = (typeof SORTS)[number]

export interface PatrolsAsked {
  readonly segment?: number
  readonly person?: string
  readonly organisation?: string
  readonly scheme?: string
  readonly grid?: string
  readonly territory?: string
  readonly level?: ChiefLevel
  readonly mine?: boolean
  readonly valid?: boolean
  readonly offset?: number
  readonly from?: string
  readonly to?: string
  readonly limit?: number
}

/** Patrols that a number of the month, or of the evaluation of cases, counts. */
export interface PatrolsShown extends Pick<PatrolsAsked, 'person' | 'organisation' | 'scheme' | 'grid' | 'territory' | 'level'> {
  readonly title: string
  /** First and last day. */
  readonly from: string
  readonly to: string
  /** Where it was asked. */
  readonly origin: 'month' | 'evaluation'
}

interface View {
  /** Null until somebody has chosen: a chief begins with his own. */
  readonly scope: 'mine' | 'all' | null
  readonly level: ChiefLevel
  readonly state: ListState | null
  readonly text: string
  readonly sort: Sort
  /** Narrows the list of all to an area, and says its name. */
  readonly territory: { readonly code: string; readonly name: string } | null
  /** Of the strip; null is the river of the segment that was open last, or the first. */
  readonly river: number | null
  readonly boards: 'due' | 'all'
  /** Null is the month that is running. */
  readonly month: string | null
  readonly by: RiverMonth['by']
  readonly patrols: PatrolsShown | null
  /** The patrol that is under way, in place of lists. */
  readonly showsPatrol: boolean
  /** The patrol that was handed in last, until somebody has seen how far it has come. */
  readonly handedIn: string | null
}

export const useRiversView = create<View>()(() => ({
  scope: null,
  level: 'village',
  state: null,
  text: '',
  sort: 'urgency',
  territory: null,
  river: null,
  boards: 'due',
  month: null,
  by: 'town',
  patrols: null,
  showsPatrol: false,
  handedIn: null,
}))

export const look = (change: Partial<View>): void => useRiversView.setState(change)
