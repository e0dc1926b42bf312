/** What server and console say to each other about rivers and patrols. Moments are ISO 8601 in UTC, days YYYY-MM-DD, chainage and lengths metres. */
import type { CaseRow, Named } from '../cases/records.ts'

export const CHIEF_LEVELS = ['county', 'town', 'village'] as const
export type ChiefLevel = (typeof CHIEF_LEVELS)[number]
export type WaterClass = 'I' | 'II' | 'III' | 'IV' | 'V' | 'beyond_V'

export interface Chief {
  readonly assignment_id: number
  readonly level: ChiefLevel
  readonly person: Named
  readonly organisation: string
  readonly organisation_en: string | null
  readonly post: string | null
  readonly telephone: string | null
  /** Left out for those who may not see it. */
  readonly mobile?: string | null
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly valid_from: string
  readonly valid_to: string | null
}

/** How patrols of one level stand on a segment. */
export interface PatrolState {
  readonly level: ChiefLevel
  readonly state: 'ok' | 'due_soon' | 'overdue' | 'never'
  readonly last_on: string | null
  readonly days_since: number | null
  /** The last day on which the next one is in time. */
  readonly due_on: string
  readonly overdue_days: number
}

export interface WaterState {
  readonly state: 'met' | 'missed' | 'unknown'
  readonly water_class: WaterClass | null
  readonly target: WaterClass | null
  /** The factors that make the class what it is. */
  readonly deciding: readonly string[]
  readonly station: (Named & { readonly kind: string; readonly chainage_m: number | null }) | null
  /** Whether the station lies in the segment, or below or above it. */
  readonly where: 'in' | 'below' | 'above' | null
  readonly sampled_on: string | null
  readonly source: string | null
  readonly age_days: number | null
}

export type SegmentHealth = 'good' | 'attention' | 'bad'

/** A segment in a list: `GET /api/rivers/segments`. */
export interface SegmentRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly river_id: number | null
  readonly river_name: string
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly length_m: number
  readonly start_place: string | null
  readonly end_place: string | null
  /** [west, south, east, north] in degrees. */
  readonly bbox: readonly [number, number, number, number]
  readonly chiefs: readonly Pick<Chief, 'level' | 'person' | 'chainage_from_m' | 'chainage_to_m'>[]
  /** Of the level that the list is asked for. */
  readonly patrol: PatrolState
  readonly water: WaterState
  readonly problems: number
  readonly overdue_problems: number
  readonly health: SegmentHealth
}

export interface SegmentPage {
  readonly level: ChiefLevel
  readonly total: number
  readonly counts: Readonly<Record<'overdue' | 'due_soon' | 'problems' | 'water_missed', number>>
  readonly segments: readonly SegmentRow[]
}

export interface PatrolRule {
  readonly id: number
  readonly level: ChiefLevel
  readonly territory_code: string | null
  readonly period: 'week' | 'month' | 'quarter'
  readonly times: number
  readonly minimum_minutes: number
  readonly minimum_m: number
  readonly minimum_cover_percent: number
  readonly minimum_hours_apart: number
  readonly corridor_m: number
  readonly maximum_speed_m_s: number
  readonly maximum_pause_s: number
  readonly source: string
  readonly edition: string
  readonly valid_from: string
  readonly valid_to: string | null
  readonly version: number
}

export interface Stretch {
  readonly from_m: number
  readonly to_m: number
}

export interface Patrol {
  readonly id: number
  readonly segment_id: number
  readonly segment_name: string
  readonly segment_name_en: string | null
  readonly level: ChiefLevel
  readonly person: Named | null
  readonly account_name: string
  readonly started_at: string
  readonly ended_at: string
  readonly received_at: string
  readonly points: number
  readonly minutes: number
  readonly walked_m: number
  readonly covered_m: number
  readonly covered_percent: number
  readonly covered: readonly Stretch[]
  readonly gaps: readonly Stretch[]
  readonly flags: readonly { readonly code: string; readonly times: number; readonly from?: string; readonly to?: string }[]
  readonly shortfalls: readonly {
    readonly code: 'minutes' | 'metres' | 'cover' | 'apart'
    readonly wanted: number
    readonly got: number
  }[]
  readonly is_valid: boolean
  readonly reason: string | null
  readonly remark: string | null
  readonly clock_state: 'right' | 'corrected' | 'implausible'
  readonly mine: boolean
}

export interface SignboardState {
  /** Null: nobody said so far. */
  readonly updated_on: string | null
  /** The last change of a chief that the board does not show. */
  readonly changed_on: string | null
  readonly due_on: string | null
  readonly overdue_days: number
}

/** `GET /api/rivers/signboards`: what is overdue first. */
export interface SignboardPage {
  readonly total: number
  readonly boards: readonly (Pick<
    SegmentRow,
    | 'id'
    | 'code'
    | 'name'
    | 'name_en'
    | 'river_name'
    | 'chainage_from_m'
    | 'chainage_to_m'
    | 'length_m'
    | 'start_place'
    | 'end_place'
    | 'bbox'
  > & { readonly signboard: SignboardState; readonly chiefs: readonly Chief[] })[]
}

/** `GET /api/rivers/segments/:id` */
export interface SegmentDetail extends Omit<SegmentRow, 'chiefs' | 'patrol'> {
  readonly water_class_target: WaterClass | null
  /** The centre line in degrees, in the direction of growing chainage. */
  readonly line: readonly (readonly [number, number])[]
  readonly chiefs: readonly Chief[]
  readonly police: readonly Omit<Chief, 'level'>[]
  readonly patrols: readonly PatrolState[]
  /** Of whoever asks, where he is one of its chiefs. */
  readonly my_level: ChiefLevel | null
  readonly rules: readonly PatrolRule[]
  /** The segments before and after on the river, with their chiefs. */
  readonly neighbours: readonly {
    readonly where: 'upstream' | 'downstream'
    readonly id: number
    readonly name: string
    readonly name_en: string | null
    readonly chainage_from_m: number
    readonly chainage_to_m: number
    /** 0 where they meet. */
    readonly gap_m: number
    readonly chiefs: readonly Chief[]
  }[]
  readonly cases: readonly CaseRow[]
  readonly recent_patrols: readonly Patrol[]
  readonly signboard: SignboardState
  readonly may: { readonly patrol: boolean; readonly report: boolean; readonly write: boolean }
}

/** `GET /api/rivers/:id/strip`: a river from its source, segment by segment. */
export interface RiverStrip {
  readonly river_id: number
  readonly river_name: string
  readonly length_m: number
  readonly segments: readonly {
    readonly id: number
    readonly name: string
    readonly name_en: string | null
    readonly chainage_from_m: number
    readonly chainage_to_m: number
    readonly patrol: PatrolState
    readonly problems: number
    readonly water: WaterState
    readonly health: SegmentHealth
  }[]
  readonly stations: readonly (Named & {
    readonly chainage_m: number
    readonly water_class: WaterClass | null
    readonly sampled_on: string | null
  })[]
  readonly cases: readonly { readonly id: number; readonly chainage_m: number; readonly overdue: boolean }[]
}

/** `POST /api/rivers/patrols` */
export interface PatrolBody {
  readonly client_id: string
  readonly segment_id: number
  readonly level: ChiefLevel
  /** Longitude, latitude, milliseconds since 1970 by the device's clock, accuracy in metres or null. */
  readonly track: readonly (readonly [number, number, number, number | null])[]
  /** Asked for where the rule's owing is not met. */
  readonly reason: string | null
  readonly remark: string | null
  /** By the device's clock. */
  readonly started_at: string
  readonly ended_at: string
  readonly sent_at: string | null
}

export interface RiverFigures {
  readonly key: string | null
  readonly name: string | null
  readonly name_en: string | null
  readonly segments: number
  readonly patrols_owed: number
  readonly patrols_made: number
  readonly patrol_rate: number | null
  readonly filed: number
  readonly due: number
  readonly closed: number
  readonly closed_on_time: number
  readonly closing_rate: number | null
  readonly on_time_rate: number | null
  readonly rank: number | null
}

/** `GET /api/rivers/month?month=2026-10&by=town|village|chief&level=village` */
export interface RiverMonth {
  readonly month: string
  readonly by: 'town' | 'village' | 'chief'
  readonly level: ChiefLevel
  readonly total: Omit<RiverFigures, 'key' | 'name' | 'name_en' | 'rank'>
  readonly rows: readonly RiverFigures[]
}
