// A report as it waits in the outbox, and what of it has arrived.
import type { DamagedKind, Degree, PeopleCount, PlaceSource } from '#geodata/damage/grades.ts'
import type { PhotoProgress } from '../../field/send_photo.ts'
import type { Entry } from '../../offline/entry.ts'

export interface ReportBody extends Readonly<Partial<Record<PeopleCount, number>>> {
  /** Null where no event was open when it was noted: it goes to the next that is, and from then on to no other. */
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

export interface ReportProgress extends PhotoProgress {
  /** The report's number on the server, once it has arrived. */
  readonly report_id: number
}

export type ReportEntry = Entry<ReportBody, ReportProgress>
