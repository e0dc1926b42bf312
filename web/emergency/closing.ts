/** Roads closed and opened by hand: at once where there is a network, else kept on the device until there is one. */
import { Problem } from '../api/problem.ts'
import type { Position } from '../api/types.ts'
import type { Entry } from '../offline/entry.ts'
import { newId } from '../offline/new_id.ts'
import { dropFromOutbox, putIntoOutbox, type Sender } from '../offline/outbox.ts'
import type { ClosureBody, ClosureEntry, RoadClosure } from './answer.ts'
import { askAgain, closeRoads, openRoads } from './queries.ts'

export const isClosure = (entry: Entry): entry is ClosureEntry => entry.kind === 'road_closure'

export const close = (line: readonly Position[], reason: string): Promise<void> =>
  atOnceOrLater({ action: 'close', geometry: { type: 'LineString', coordinates: line.map((place) => [...place]) }, reason })

export const open = ({ id, reason }: Pick<RoadClosure, 'id' | 'reason'>): Promise<void> =>
  atOnceOrLater({ action: 'open', closure: id, reason })

/** The same identifier both times: an answer that was lost on its way makes no second closure. */
async function atOnceOrLater(body: ClosureBody): Promise<void> {
  const id = newId()
  try {
    await send(id, body)
  } catch (error) {
    if (!(error instanceof Problem && error.status === 0)) throw error
    await putIntoOutbox({ id, kind: 'road_closure', noted_at: new Date().toISOString(), body, files: [] })
  }
  await askAgain()
}

const send = (id: string, body: ClosureBody): Promise<void> =>
  body.action === 'close' ? closeRoads(id, body.geometry, body.reason) : openRoads(body.closure)

export const sendClosure: Sender = async ({ id, body }) => {
  await send(id, body as ClosureBody)
  await askAgain()
  return { progress: true, isDone: true }
}

/** What has not gone yet never goes. */
export async function takeBackClosure({ id }: ClosureEntry): Promise<void> {
  await dropFromOutbox(id)
  await askAgain()
}
