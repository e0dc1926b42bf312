// Sends a case that waited: first what was found, which is small, then its photos one by one.
import type { Case } from '#geodata/cases/records.ts'
import { sendJson } from '../../api/client.ts'
import { photosToSend, photosTried, withNextPhoto } from '../../field/send_photo.ts'
import type { Entry } from '../../offline/entry.ts'
import type { Sender } from '../../offline/outbox.ts'
import type { CaseReportBody, CaseReportProgress } from './body.ts'

export const sendCaseReport: Sender = async (entry) => {
  const before = entry.progress as CaseReportProgress | null
  const progress = before
    ? await withNextPhoto(`/api/cases/${before.case_id}/events/${before.event}/photos`, before, entry.files)
    : await begin(entry)
  return { progress, isDone: photosTried(progress) >= entry.files.length }
}

async function begin({ id: client_id, body, noted_at, files: { length: photos } }: Entry): Promise<CaseReportProgress> {
  const { same, note, ...report } = body as CaseReportBody
  const taken = same
    ? await addNote(same.id, client_id, report.text ?? note)
    : await collect({ ...report, client_id, noted_at, photos })
  return { ...taken, ...photosToSend(photos) }
}

type Taken = Pick<CaseReportProgress, 'case_id' | 'number' | 'event'>

/** The first event of a case is that it was found. */
const FIRST_EVENT = 1

async function collect(report: Readonly<Record<string, unknown>>): Promise<Taken> {
  const given = Object.entries({ ...report, sent_at: new Date().toISOString() }).filter(([, value]) => value !== null)
  const { id, number } = await sendJson<Case>('POST', '/api/cases', { body: Object.fromEntries(given) })
  return { case_id: id, number, event: FIRST_EVENT }
}

async function addNote(id: number, client_id: string, text: string): Promise<Taken> {
  const { number, events } = await sendJson<Case>('POST', `/api/cases/${id}/events`, {
    body: { action: 'note', client_id, text },
  })
  const note = events.findLast((event) => event.action === 'note' && event.text === text)
  return { case_id: id, number, event: note?.number ?? events.length }
}
