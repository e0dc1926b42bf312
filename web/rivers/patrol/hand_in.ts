import { putIntoOutbox, useOutbox } from '../../offline/outbox.ts'
import { useConsole } from '../../state/store.ts'
import { askAgain } from '../queries.ts'
import { look } from '../view.ts'
import { dropPatrol, usePatrol } from './recorder.ts'
import type { PatrolEntryBody } from './send.ts'

let isHandingIn = false

/** Gives the patrol to the outbox, from where it goes by itself; only then is it let go of here. A second tap is no second patrol. */
export async function handIn(reason: string, remark: string): Promise<void> {
  const { patrol, points, figures } = usePatrol.getState()
  if (isHandingIn || !patrol?.ended_at || !figures) return
  isHandingIn = true
  try {
    const { matched } = figures
    const body: PatrolEntryBody = {
      patrol: {
        segment_id: patrol.segment.id,
        level: patrol.level,
        track: points,
        reason: reason.trim() || null,
        remark: remark.trim() || null,
        started_at: patrol.started_at,
        ended_at: patrol.ended_at,
      },
      shown: {
        segment_name: patrol.segment.name,
        segment_name_en: patrol.segment.name_en,
        minutes: matched.minutes,
        walked_m: matched.walked_m,
        covered_percent: matched.covered_percent,
        gaps: matched.gaps,
      },
    }
    await putIntoOutbox({ id: patrol.client_id, kind: 'river_patrol', noted_at: patrol.ended_at, files: [], body })
    await dropPatrol()
    look({ showsPatrol: false, handedIn: patrol.client_id })
    // To the list, where it is seen how far it has come.
    useConsole.getState().openRiver(null)
    void askAgain()
  } finally {
    isHandingIn = false
  }
}

/** A patrol counts on the server only: when it has arrived, what is shown of its segment is another. */
export function followSent(): () => void {
  const isSent = (state: string) => state === 'sent'
  return useOutbox.subscribe(({ entries }, { entries: before }) => {
    const sent = entries.filter(({ kind, state }) => kind === 'river_patrol' && isSent(state)).length
    const sentBefore = before.filter(({ kind, state }) => kind === 'river_patrol' && isSent(state)).length
    if (sent > sentBefore) void askAgain()
  })
}
