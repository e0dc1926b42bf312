// Sends a step that was taken where there was no network: first what was done, then its photos one by one.
import type { StepAction } from '#geodata/cases/flow.ts'
import type { Case } from '#geodata/cases/records.ts'
import { sendJson } from '../../api/client.ts'
import { type PhotoProgress, photosToSend, photosTried, withNextPhoto } from '../../field/send_photo.ts'
import type { Entry } from '../../offline/entry.ts'
import type { Sender } from '../../offline/outbox.ts'

export interface CaseStepBody {
  readonly case_id: number
  /** 案卷号, for the list on the device. */
  readonly number: string
  readonly action: StepAction
  readonly text: string | null
  readonly until: string | null
  /** Of the case that was seen when the step was taken. */
  readonly version: number
}

export interface CaseStepProgress extends PhotoProgress {
  readonly event: number
}

export type CaseStepEntry = Entry<CaseStepBody, CaseStepProgress>

/** What was seen on the spot is so, whatever the desk has done meanwhile; all else was meant for the case as it was. */
const UNCONDITIONAL: readonly StepAction[] = ['note', 'report_back']

export const sendCaseStep: Sender = async (entry) => {
  const { case_id } = entry.body as CaseStepBody
  const before = entry.progress as CaseStepProgress | null
  const progress = before
    ? await withNextPhoto(`/api/cases/${case_id}/events/${before.event}/photos`, before, entry.files)
    : await begin(entry)
  return { progress, isDone: photosTried(progress) >= entry.files.length }
}

async function begin({ id: client_id, body, files }: Entry): Promise<CaseStepProgress> {
  const { case_id, action, text, until, version } = body as CaseStepBody
  const { events } = await sendJson<Case>('POST', `/api/cases/${case_id}/events`, {
    body: { action, client_id, ...(text !== null && { text }), ...(until !== null && { until }) },
    ...(!UNCONDITIONAL.includes(action) && { version }),
  })
  const event = events.findLast((each) => each.action === action && each.text === text)
  return { event: event?.number ?? events.length, ...photosToSend(files.length) }
}
