// Takes a step: at once where the server is heard, else later. Somebody else may have been faster: then it is asked again, with all that was written.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { StepAction } from '#geodata/cases/flow.ts'
import type { Case, CaseEvent } from '#geodata/cases/records.ts'
import { getJson, sendJson } from '../../api/client.ts'
import { Problem } from '../../api/problem.ts'
import { filesOf } from '../../field/photos.ts'
import { newId } from '../../offline/new_id.ts'
import { putIntoOutbox } from '../../offline/outbox.ts'
import { beginStep } from '../desk/desk.ts'
import type { CaseStepBody } from '../field/send_step.ts'
import { CASES, caseQuery } from '../queries.ts'
import { bodyOfStep, forgetStep, IN_THE_FIELD, keyOf, type StepDraft } from './draft.ts'

export interface StepConflict {
  /** What the others have done since. */
  readonly since: readonly CaseEvent[]
  /** Whether the step can still be taken. */
  readonly isOpen: boolean
}

export interface Stepping {
  readonly isBusy: boolean
  readonly error: unknown
  readonly conflict: StepConflict | null
  /** Kept on the device. */
  readonly isKept: boolean
  readonly take: (draft: StepDraft) => void
}

export function useStep(found: Case, action: StepAction): Stepping {
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [conflict, setConflict] = useState<StepConflict | null>(null)
  const [isKept, setKept] = useState(false)
  // The version that was read when the form was opened, not one that came in meanwhile: what is decided is decided about that.
  const seen = useRef(found.version)
  const running = useRef(false)

  const done = (next: Case | null) => {
    if (next) client.setQueryData(caseQuery(found.id).queryKey, next)
    void client.invalidateQueries({ queryKey: [CASES] })
    forgetStep(keyOf(found.id, action))
    beginStep(null)
  }
  const meet = async () => {
    const next = await getJson<Case>(`/api/cases/${found.id}`)
    setConflict({ since: next.events.filter(({ number }) => number > seen.current), isOpen: next.may.includes(action) })
    seen.current = next.version
    client.setQueryData(caseQuery(found.id).queryKey, next)
  }
  const keep = async (client_id: string, draft: StepDraft) => {
    const text = draft.text.trim() || null
    const body: CaseStepBody = {
      case_id: found.id,
      number: found.number,
      action,
      text,
      until: action === 'ask_extension' ? draft.until : null,
      version: seen.current,
    }
    await putIntoOutbox({
      id: client_id,
      kind: 'case_step',
      noted_at: new Date().toISOString(),
      files: filesOf(draft.photos),
      body,
    })
  }
  const send = async (draft: StepDraft) => {
    const client_id = newId()
    try {
      const body = { ...bodyOfStep(action, draft), client_id }
      const next = await sendJson<Case>('POST', `/api/cases/${found.id}/events`, { body, version: seen.current })
      // The photos go after it, piece by piece, also when the page is closed; the step itself is known by its name and not taken twice.
      if (draft.photos.length > 0) await keep(client_id, draft)
      done(next)
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure
      if (failure.status === 0 && IN_THE_FIELD.includes(action)) {
        await keep(client_id, draft)
        setKept(true)
        done(null)
      } else if (failure.status === 412 || failure.code === 'step_not_now') await meet()
      else throw failure
    }
  }
  const take = async (draft: StepDraft) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setError(null)
    setConflict(null)
    try {
      await send(draft)
    } catch (failure) {
      setError(failure)
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return { isBusy, error, conflict, isKept, take: (draft) => void take(draft) }
}
