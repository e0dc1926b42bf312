/** Marks from the field on their way: kept on the device first, so that no network can lose one. */
import { create } from 'zustand'
import type { Entry } from '../offline/entry.ts'
import { newId } from '../offline/new_id.ts'
import { dropFromOutbox, putIntoOutbox, useOutbox } from '../offline/outbox.ts'
import type { Mark } from './answer.ts'
import { undoMark } from './queries.ts'

export interface MarkBody {
  readonly layer: string
  readonly object_id: number
  readonly mark: Mark['mark']
  /** Of the thing, for the list of what waits. */
  readonly name: string
}

export interface MarkProgress {
  readonly mark_id: number
}

export type MarkEntry = Entry<MarkBody, MarkProgress>

/** The last mark that was made here, so that it can be taken back at once. */
export const useMarking = create<{ readonly last: string | null; readonly undone: boolean; readonly error: unknown }>(() => ({
  last: null,
  undone: false,
  error: null,
}))

export const isMark = (entry: Entry): entry is MarkEntry => entry.kind === 'field_mark'

export async function makeMark(body: MarkBody): Promise<void> {
  const id = newId()
  await putIntoOutbox({ id, kind: 'field_mark', noted_at: new Date().toISOString(), body, files: [] })
  useMarking.setState({ last: id, undone: false, error: null })
}

/** What has not gone yet never goes; what has is taken back on the server. */
export async function takeBack({ id, progress }: MarkEntry): Promise<void> {
  try {
    if (progress) await undoMark(progress.mark_id)
    await dropFromOutbox(id)
    useMarking.setState({ last: null, undone: true, error: null })
  } catch (error) {
    useMarking.setState({ error })
  }
}

/** The latest mark of a thing that has not reached the server. */
export const useWaitingMark = (layer: string, object: number): MarkEntry | undefined =>
  useOutbox(({ entries }) =>
    entries.filter(isMark).find(({ body, state }) => state !== 'sent' && body.layer === layer && body.object_id === object),
  )
