// Sends a report that waited: first what was seen, which is small, then its photos one by one.
import { getJson, sendForm, sendJson } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import type { Entry, OutboxFile, Sender } from '../../offline/outbox.ts'
import type { Event } from '../queries.ts'
import type { ReportBody, ReportProgress } from './body.ts'

/** A photo of 400 kB at 2 kB a second. */
const PHOTO_TIMEOUT_MS = 200_000

export const sendDamageReport: Sender = async (entry) => {
  const before = entry.progress as ReportProgress | null
  const progress = before ? await withNextPhoto(before, entry.files) : await begin(entry)
  return { progress, isDone: photosTried(progress) >= entry.files.length }
}

async function begin({ id, body, noted_at, files: { length: photos } }: Entry): Promise<ReportProgress> {
  const report_id = await sendReport(id, body as ReportBody, noted_at, photos)
  return { report_id, photos_sent: 0, photos_refused: 0, photo_reason: null, photos }
}

const photosTried = ({ photos_sent, photos_refused }: ReportProgress): number => photos_sent + photos_refused

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

/** What the server refuses of a photo does not touch the report, nor the other photos. */
async function withNextPhoto(progress: ReportProgress, files: readonly OutboxFile[]): Promise<ReportProgress> {
  const file = files[photosTried(progress)]
  if (!file) return progress
  const { photo, small } = file
  const form = new FormData()
  form.append('photo', photo, 'photo.jpg')
  form.append('small', small, 'small.jpg')
  try {
    await sendForm(`/api/damage/reports/${progress.report_id}/photos`, form, undefined, PHOTO_TIMEOUT_MS)
    return { ...progress, photos_sent: progress.photos_sent + 1 }
  } catch (error) {
    if (!(error instanceof Problem) || ![403, 404, 409, 413, 415, 422].includes(error.status)) throw error
    const photo_reason = { code: error.code, detail: error.detail ?? null }
    return { ...progress, photos_refused: progress.photos_refused + 1, photo_reason }
  }
}
