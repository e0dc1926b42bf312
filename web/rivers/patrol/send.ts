// Sends a patrol that waited: the whole track at once, some tens of kilobytes.
import type { Patrol, PatrolBody } from '#geodata/rivers/records.ts'
import { sendJson } from '../../api/client.ts'
import type { Entry } from '../../offline/entry.ts'
import type { Sender } from '../../offline/outbox.ts'

/** What the list on the device shows of it. */
export interface PatrolShown {
  readonly segment_name: string
  readonly segment_name_en: string | null
  readonly minutes: number
  readonly walked_m: number
  readonly covered_percent: number
  readonly gaps: Patrol['gaps']
}

export interface PatrolEntryBody {
  readonly patrol: Omit<PatrolBody, 'client_id' | 'sent_at'>
  readonly shown: PatrolShown
}

export type PatrolEntry = Entry<PatrolEntryBody, { readonly patrol_id: number }>

export const sendPatrol: Sender = async ({ id, body }) => {
  const { patrol } = body as PatrolEntryBody
  const stored = await sendJson<Patrol>('POST', '/api/rivers/patrols', {
    body: { ...patrol, client_id: id, sent_at: new Date().toISOString() } satisfies PatrolBody,
  })
  return { progress: { patrol_id: stored.id }, isDone: true }
}
