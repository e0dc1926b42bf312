/** A patrol as it is kept on the device. */
import type { ChiefLevel, PatrolRule } from '#geodata/rivers/records.ts'

/** Longitude, latitude, milliseconds since 1970 by this device's clock, accuracy in metres or null. */
export type TrackPoint = readonly [number, number, number, number | null]

/** What of the segment a patrol needs to be drawn and measured without a network. */
export interface WalkedSegment {
  readonly id: number
  readonly name: string
  readonly name_en: string | null
  readonly river_name: string
  /** Of the stretch that is the chief's own, which may be less than the segment. */
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly bbox: readonly [number, number, number, number]
  readonly parts: readonly (readonly (readonly [number, number])[])[]
}

export interface StoredPatrol {
  readonly client_id: string
  readonly account: number
  readonly level: ChiefLevel
  readonly segment: WalkedSegment
  readonly rule: PatrolRule
  /** When the valid patrol before it ended, ISO 8601. */
  readonly previous_ended_at: string | null
  readonly started_at: string
  /** Null while it is walked. */
  readonly ended_at: string | null
}
