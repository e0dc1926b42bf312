// A report as it waits in the outbox, and what of it has arrived.
import type { DamagedKind, Degree, PeopleCount, PlaceSource } from '#geodata/damage/grades.ts'
import type { Entry, Reason } from '../../offline/outbox.ts'

export interface ReportBody extends Readonly<Partial<Record<PeopleCount, number>>> {
  /** Null where no event was open when it was noted: it goes to the next that is. */
  readonly event_id: number | null
  readonly corrects: number | null
  readonly nothing_damaged: boolean
  readonly degree: Degree | null
  readonly kind: DamagedKind | null
  readonly longitude: number | null
  readonly latitude: number | null
  readonly accuracy_m: number | null
  readonly place_source: PlaceSource
  readonly community_code: string | null
  /** For the list on the device only: what the place is called. */
  readonly place_name: string | null
  readonly text: string | null
}

export interface ReportProgress {
  /** The report's number on the server, once it has arrived. */
  readonly report_id: number
  readonly photos_sent: number
  readonly photos_refused: number
  readonly photo_reason: Reason | null
  /** How many there were: they are let go of when all have been dealt with. */
  readonly photos: number
}

export type ReportEntry = Entry<ReportBody, ReportProgress>
