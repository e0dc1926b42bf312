// A new edition of a kind, as it is written and as it is sent.
import type { LimitUnit } from '#geodata/cases/clock.ts'
import { type CaseKind, LIMITED_STEPS, type LimitedStep, type OwnerStep } from '#geodata/cases/records.ts'

export interface EditionDraft {
  /** Amounts as they are typed. */
  readonly limits: Readonly<Record<LimitedStep, { readonly amount: string; readonly unit: LimitUnit }>>
  readonly owner_rule: readonly OwnerStep[]
  readonly files_itself: boolean
  readonly urgent: boolean
  readonly source: string
  readonly edition: string
  readonly valid_from: string
}

/** @param day from which it is to hold */
export const draftOf = (kind: CaseKind, day: string): EditionDraft => ({
  limits: Object.fromEntries(
    LIMITED_STEPS.map((step) => [step, { amount: String(kind.limits[step].amount), unit: kind.limits[step].unit }]),
  ) as EditionDraft['limits'],
  owner_rule: kind.owner_rule,
  files_itself: kind.files_itself,
  urgent: kind.urgent,
  source: kind.source,
  edition: kind.edition,
  valid_from: day,
})

export type EditionFault = LimitedStep | 'owner_rule' | 'source' | 'edition' | 'valid_from'

/** What is not as it must be; the server has the last word. */
export function faultsOf(draft: EditionDraft, today: string): readonly EditionFault[] {
  const limits = LIMITED_STEPS.filter((step) => !(Number(draft.limits[step].amount) > 0))
  const steps = draft.owner_rule
  const isRule =
    steps.length > 0 &&
    'department' in steps.at(-1)! &&
    steps.every((step) => 'department' in step || rolesOfStep(step).length > 0)
  return [
    ...limits,
    ...(isRule ? [] : (['owner_rule'] as const)),
    ...(draft.source.trim() ? [] : (['source'] as const)),
    ...(draft.edition.trim() ? [] : (['edition'] as const)),
    ...(draft.valid_from >= today ? [] : (['valid_from'] as const)),
  ]
}

export function rolesOfStep(step: OwnerStep): readonly string[] {
  if ('object' in step) return step.object
  if ('segment' in step) return step.segment
  return 'grid' in step ? step.grid : []
}

export const bodyOfEdition = ({ limits, ...draft }: EditionDraft) => ({
  ...draft,
  source: draft.source.trim(),
  edition: draft.edition.trim(),
  limits: Object.fromEntries(
    LIMITED_STEPS.map((step) => [step, { amount: Number(limits[step].amount), unit: limits[step].unit }]),
  ),
})
