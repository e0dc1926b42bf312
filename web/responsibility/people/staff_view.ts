import { create } from 'zustand'
import type { OrganisationChoice } from '../side/finders.tsx'

export interface StaffView {
  readonly list: 'people' | 'organisations'
  readonly q: string
  readonly territory: string | null
  readonly organisation: OrganisationChoice | null
  readonly left: 'all' | 'false' | 'true'
  readonly offset: number
}

/** What the tab shows; stays while a card or another tab is looked at. */
export const useStaffView = create<StaffView>(() => ({
  list: 'people',
  q: '',
  territory: null,
  organisation: null,
  left: 'all',
  offset: 0,
}))
