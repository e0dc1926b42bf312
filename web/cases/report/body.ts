// A case as it waits in the outbox, and what of it has arrived.
import type { PhotoProgress } from '../../field/send_photo.ts'
import type { Entry } from '../../offline/entry.ts'
import type { CaseReportBody } from './case_draft.ts'

export type { CaseReportBody }

export interface CaseReportProgress extends PhotoProgress {
  readonly case_id: number
  /** 案卷号 */
  readonly number: string
  /** The event of the case that its photos belong to. */
  readonly event: number
}

export type CaseReportEntry = Entry<CaseReportBody, CaseReportProgress>
