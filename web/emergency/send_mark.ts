import { sendJson } from '../api/client.ts'
import type { Sender } from '../offline/outbox.ts'
import type { Mark } from './answer.ts'
import type { MarkBody, MarkProgress } from './marking.ts'
import { askAgain } from './queries.ts'

/** Sends a mark from the field, now or when there is a network again: the server counts once what comes twice. */
export const sendMark: Sender = async ({ id, noted_at, body }) => {
  const { layer, object_id, mark } = body as MarkBody
  const made = await sendJson<Mark>('POST', '/api/emergency/marks', {
    body: { client_id: id, layer, object_id, mark, noted_at },
  })
  await askAgain()
  return { progress: { mark_id: made.id } satisfies MarkProgress, isDone: true }
}
