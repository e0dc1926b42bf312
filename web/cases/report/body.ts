// A case as it waits in the outbox, and what of it has arrived.
import type { CaseSource } from '#geodata/cases/records.ts'
import type { PhotoProgress } from '../../field/send_photo.ts'
import type { Entry } from '../../offline/outbox.ts'

export interface CaseReportBody {
  readonly kind: string
  readonly source: CaseSource
  readonly longitude: number
  readonly latitude: number
  readonly accuracy_m: number | null
  readonly layer: string | null
  readonly object_id: number | null
  readonly segment_id: number | null
  readonly place: string | null
  readonly text: string | null
  /** The open case that it belongs to: then it becomes a note there, and no case of its own. */
  readonly same: { readonly id: number; readonly number: string } | null
  /** What a note says whose author said nothing: the server wants words. */
  readonly note: string
}

export interface CaseReportProgress extends PhotoProgress {
  readonly case_id: number
  /** 案卷号 */
  readonly number: string
  /** The event of the case that its photos belong to. */
  readonly event: number
}

export type CaseReportEntry = Entry<CaseReportBody, CaseReportProgress>
