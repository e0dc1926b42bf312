// What is being written of a step. It stays while somebody looks at another case, or when somebody else was faster.
import { create } from 'zustand'
import type { StepAction } from '#geodata/cases/flow.ts'
import { STEPS } from '#geodata/cases/flow.ts'
import type { TakenPhoto } from '../../field/photos.ts'

export interface Whom {
  readonly organisation_id: number | null
  readonly handler_id: number | null
  readonly name: string
  readonly aside: string
}

export interface StepDraft {
  readonly text: string
  readonly whom: Whom | null
  /** ISO 8601. */
  readonly until: string | null
  readonly into: number | null
  readonly photos: readonly TakenPhoto[]
}

export const EMPTY_STEP: StepDraft = { text: '', whom: null, until: null, into: null, photos: [] }

export const keyOf = (id: number, action: StepAction): string => `${id}/${action}`

export const useStepDrafts = create<{ readonly drafts: Readonly<Record<string, StepDraft>> }>()(() => ({ drafts: {} }))

export const changeStep = (key: string, change: (draft: StepDraft) => Partial<StepDraft>): void =>
  useStepDrafts.setState(({ drafts }) => {
    const draft = drafts[key] ?? EMPTY_STEP
    return { drafts: { ...drafts, [key]: { ...draft, ...change(draft) } } }
  })

export const forgetStep = (key: string): void => useStepDrafts.setState(({ drafts: { [key]: _, ...drafts } }) => ({ drafts }))

export type MissingPart = 'text' | 'whom' | 'until' | 'into'

/** @param least what a time has to be after, in milliseconds since 1970 */
export function missingOf(action: StepAction, draft: StepDraft, least: number): MissingPart | null {
  const needs = STEPS[action].needs as readonly string[]
  if (needs.includes('handler') && !draft.whom) return 'whom'
  if (needs.includes('merged_into') && draft.into === null) return 'into'
  if (needs.includes('until') && !(draft.until !== null && Date.parse(draft.until) > least)) return 'until'
  return needs.includes('text') && !draft.text.trim() ? 'text' : null
}

/** As the server wants it: only what the step needs. */
export function bodyOfStep(action: StepAction, draft: StepDraft): Readonly<Record<string, unknown>> {
  const needs = STEPS[action].needs as readonly string[]
  const text = draft.text.trim()
  return {
    action,
    ...(text && { text }),
    ...(needs.includes('until') && { until: draft.until }),
    ...(needs.includes('merged_into') && { merged_into: draft.into }),
    ...(needs.includes('handler') &&
      draft.whom && {
        ...(draft.whom.organisation_id !== null && { organisation_id: draft.whom.organisation_id }),
        ...(draft.whom.handler_id !== null && { handler_id: draft.whom.handler_id }),
      }),
  }
}

/** Photos are evidence of what was seen on the spot. */
export const WITH_PHOTOS: readonly StepAction[] = ['report_back', 'verify', 'rework', 'return', 'note']

/** Taken where the thing is, and there may be no network. */
export const IN_THE_FIELD: readonly StepAction[] = [
  'accept',
  'report_back',
  'return',
  'ask_extension',
  'verify',
  'rework',
  'note',
]
