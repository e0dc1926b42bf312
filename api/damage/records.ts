/** What is told of damage: the console reads it as it is written here. */
import type { ClockState } from '#geodata/damage/clock.ts'
import type { DamagedKind, Degree, EventKind, PeopleCount, PlaceSource } from '#geodata/damage/grades.ts'
import type { Photo } from '../photos/photo.ts'

export interface DamageEvent {
  readonly id: number
  readonly name: string
  readonly kind: EventKind
  readonly began_at: string
  /** Null while reports are taken. */
  readonly closed_at: string | null
  readonly area_codes: readonly string[]
  readonly areas: readonly { readonly code: string; readonly name: string; readonly name_en: string | null }[]
  readonly remark: string | null
  readonly account_name: string
  readonly opened_at: string
  readonly version: number
}

export interface GridOfReport {
  readonly scheme: string
  readonly level: number
  readonly code: string
  readonly name: string | null
  readonly name_en: string | null
}

export interface ReportRow extends Readonly<Record<PeopleCount, number>> {
  readonly id: number
  readonly client_id: string
  readonly event_id: number
  readonly corrects_id: number | null
  /** Of the report that stands in its place; null while it holds. */
  readonly corrected_by: number | null
  readonly withdrawn: boolean
  readonly nothing_damaged: boolean
  readonly degree: Degree
  readonly kind: DamagedKind | null
  readonly community_code: string
  readonly community_name: string
  readonly community_name_en: string | null
  readonly grids: readonly GridOfReport[]
  readonly longitude: number | null
  readonly latitude: number | null
  readonly accuracy_m: number | null
  readonly place_source: PlaceSource
  readonly place: string | null
  readonly text: string | null
  readonly photos_taken: number
  readonly photos: readonly Photo[]
  readonly account_id: number | null
  readonly account_name: string
  readonly noted_at: string
  readonly clock_state: ClockState
  readonly clock_offset_s: number | null
  readonly at: string
  readonly received_at: string
  readonly digest: string
}

export interface ReportPoint {
  readonly id: number
  readonly longitude: number
  readonly latitude: number
  readonly degree: Degree
  readonly kind: DamagedKind | null
  readonly nothing_damaged: boolean
  /** Whether people died, are missing or trapped. */
  readonly lives: boolean
}

export interface CommunityRow extends Readonly<Record<PeopleCount | Degree, number>> {
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly town_name: string | null
  readonly town_name_en: string | null
  readonly households: number | null
  readonly population: number | null
  /** Of its office, to ask why there is no word. */
  readonly telephone: string | null
  /** Reports of damage that hold; `intact` to `destroyed` count them by degree. */
  readonly reports: number
  /** Reports that nothing is damaged. */
  readonly zero_reports: number
  /** When the last of all these arrived; null where there is no word. */
  readonly last_at: string | null
}

export interface CommunityShape {
  readonly code: string
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
}

export interface Totals extends Readonly<Record<PeopleCount | Degree, number>> {
  readonly communities: number
  /** Communities without a word. */
  readonly silent: number
  readonly reports: number
  readonly zero_reports: number
}

export interface TownTotals extends Totals {
  readonly code: string
  readonly name: string | null
  readonly name_en: string | null
}
