// What is on the form, and how it becomes a case.
import { create } from 'zustand'
import type { CaseKind } from '#geodata/cases/records.ts'
import { type ChangePhotos, filesOf } from '../../field/photos.ts'
import type { FieldPlace } from '../../field/places.ts'
import { newId } from '../../offline/new_id.ts'
import { putIntoOutbox } from '../../offline/outbox.ts'
import { bodyOf, type CaseDraft, EMPTY_CASE } from './case_draft.ts'
import { keepRecent } from './recent.ts'

interface Reporting {
  /** The form, the map to choose a place on, or neither. */
  readonly step: 'form' | 'map' | null
  readonly draft: CaseDraft
}

export const useCaseReporting = create<Reporting>()(() => ({ step: null, draft: EMPTY_CASE }))

/** What was begun stays for later. */
export const closeCaseReport = (): void => useCaseReporting.setState({ step: null })
export const showCaseReport = (): void => useCaseReporting.setState({ step: 'form' })
export const forgetCaseDraft = (): void => useCaseReporting.setState({ step: null, draft: EMPTY_CASE })

export const changeCase = (change: Partial<CaseDraft>): void =>
  useCaseReporting.setState(({ draft }) => ({ draft: { ...draft, ...change } }))

export const changeCasePhotos: ChangePhotos = (change) =>
  useCaseReporting.setState(({ draft }) => ({ draft: { ...draft, photos: change(draft.photos) } }))

/** Somewhere else, or something else: what was the same as another case may not be any more. */
export const changeCasePlace = (place: FieldPlace | null): void => {
  const { draft } = useCaseReporting.getState()
  if (draft.place === null && place === null) return
  changeCase({ place, same: null, ...(draft.thing && place && { thing: null }) })
}

export const chooseKind = ({ code, layer }: Pick<CaseKind, 'code' | 'layer'>): void => {
  const { thing } = useCaseReporting.getState().draft
  changeCase({ kind: code, same: null, thing: thing?.layer === layer ? thing : null })
}

let isFiling = false

/** @param note what a note says whose author said nothing. Resolves to false where one is being kept already: a second tap is no second case. */
export async function fileCase(draft: CaseDraft, kind: string, place: FieldPlace, note: string): Promise<boolean> {
  if (isFiling) return false
  isFiling = true
  try {
    await putIntoOutbox({
      id: newId(),
      kind: 'case_report',
      noted_at: new Date().toISOString(),
      files: filesOf(draft.photos),
      body: bodyOf(draft, kind, place, note),
    })
  } finally {
    isFiling = false
  }
  keepRecent(kind)
  // Along a river one goes on with the same segment.
  const { source, segment_id } = draft
  useCaseReporting.setState({ draft: { ...EMPTY_CASE, source, segment_id } })
  return true
}
