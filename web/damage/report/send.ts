// Sends a report that waited: first what was seen, which is small, then its photos one by one.
import { getJson, sendJson } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { photosToSend, photosTried, withNextPhoto } from '../../field/send_photo.ts'
import type { Entry, Sender } from '../../offline/outbox.ts'
import type { Event } from '../queries.ts'
import type { ReportBody, ReportProgress } from './body.ts'

export const sendDamageReport: Sender = async (entry) => {
  const before = entry.progress as ReportProgress | null
  const progress = before
    ? await withNextPhoto(`/api/damage/reports/${before.report_id}/photos`, before, entry.files)
    : await begin(entry)
  return { progress, isDone: photosTried(progress) >= entry.files.length }
}

async function begin({ id, body, noted_at, files: { length: photos } }: Entry): Promise<ReportProgress> {
  const report_id = await sendReport(id, body as ReportBody, noted_at, photos)
  return { report_id, ...photosToSend(photos) }
}

async function sendReport(client_id: string, body: ReportBody, noted_at: string, photos: number): Promise<number> {
  const { event_id, place_name: _, place_source, ...report } = body
  const event = event_id ?? (await openEvent())
  const given = Object.entries({ ...report, client_id, noted_at, photos }).filter(([, value]) => value !== null)
  const { id } = await sendJson<{ id: number }>('POST', `/api/damage/events/${event}/reports`, {
    body: {
      ...Object.fromEntries(given),
      ...(place_source !== 'community' && { place_source }),
      sent_at: new Date().toISOString(),
    },
  })
  return id
}

async function openEvent(): Promise<number> {
  const { events } = await getJson<{ events: Event[] }>('/api/damage/events?state=open')
  if (!events[0]) throw new Problem(503, 'no_event')
  return events[0].id
}
