// What is on the form, and how it becomes a case.
import { create } from 'zustand'
import type { CaseKind, CaseSource } from '#geodata/cases/records.ts'
import { type ChangePhotos, filesOf, type TakenPhoto } from '../../field/photos.ts'
import type { FieldPlace } from '../../field/places.ts'
import { newId } from '../../offline/new_id.ts'
import { putIntoOutbox } from '../../offline/outbox.ts'
import type { CaseReportBody } from './body.ts'
import { keepRecent } from './recent.ts'

export interface Thing {
  readonly layer: string
  readonly id: number
}

export interface CaseDraft {
  readonly source: CaseSource
  readonly kind: string | null
  readonly place: FieldPlace | null
  readonly thing: Thing | null
  readonly segment_id: number | null
  readonly photos: readonly TakenPhoto[]
  readonly placeName: string
  readonly text: string
  /** The open case that this is the same as. */
  readonly same: { readonly id: number; readonly number: string } | null
}

interface Reporting {
  /** The form, the map to choose a place on, or neither. */
  readonly step: 'form' | 'map' | null
  readonly draft: CaseDraft
}

export const EMPTY_CASE: CaseDraft = {
  source: 'supervisor',
  kind: null,
  place: null,
  thing: null,
  segment_id: null,
  photos: [],
  placeName: '',
  text: '',
  same: null,
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

export function bodyOf(draft: CaseDraft, kind: string, place: FieldPlace, note: string): CaseReportBody {
  const [longitude, latitude] = place.position
  return {
    kind,
    source: draft.source,
    longitude,
    latitude,
    accuracy_m: place.source === 'device' ? place.accuracy_m : null,
    layer: draft.thing?.layer ?? null,
    object_id: draft.thing?.id ?? null,
    segment_id: draft.segment_id,
    place: draft.placeName.trim() || null,
    text: draft.text.trim() || null,
    same: draft.same,
    note,
  }
}
