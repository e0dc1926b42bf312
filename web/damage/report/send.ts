// Sends a report that waited: first what was seen, which is small, then its photos one by one.
// One without an event is given that which is open, and keeps it before it is sent there: where the answer is lost, it has to come to the
// same one again, whatever was opened since.
import { getJson, sendJson } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { photosToSend, photosTried, withNextPhoto } from '../../field/send_photo.ts'
import type { Entry } from '../../offline/entry.ts'
import type { Sender } from '../../offline/outbox.ts'
import type { Event } from '../queries.ts'
import type { ReportBody, ReportProgress } from './body.ts'

export const sendDamageReport: Sender = async (entry) => {
  const before = entry.progress as ReportProgress | null
  const body = entry.body as ReportBody
  if (!before && body.event_id === null) return { progress: null, body: { ...body, event_id: await openEvent() }, isDone: false }
  const progress = before
    ? await withNextPhoto(`/api/damage/reports/${before.report_id}/photos`, before, entry.files)
    : await begin(entry, body)
  return { progress, isDone: photosTried(progress) >= entry.files.length }
}

async function begin(
  { id: client_id, noted_at, files: { length: photos } }: Entry,
  { event_id, place_name: _, place_source, ...report }: ReportBody,
): Promise<ReportProgress> {
  const given = Object.entries({ ...report, client_id, noted_at, photos }).filter(([, value]) => value !== null)
  const { id: report_id } = await sendJson<{ id: number }>('POST', `/api/damage/events/${event_id}/reports`, {
    body: {
      ...Object.fromEntries(given),
      ...(place_source !== 'community' && { place_source }),
      sent_at: new Date().toISOString(),
    },
  })
  return { report_id, ...photosToSend(photos) }
}

async function openEvent(): Promise<number> {
  const { events } = await getJson<{ events: Event[] }>('/api/damage/events?state=open')
  if (!events[0]) throw new Problem(503, 'no_event')
  return events[0].id
}
