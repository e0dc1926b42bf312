// What is on the form for a case, and what is sent of it.
import type { CaseSource } from '#geodata/cases/records.ts'
import type { TakenPhoto } from '../../field/photos.ts'
import type { FieldPlace } from '../../field/places.ts'

export interface CaseReportBody {
  readonly kind: string
  readonly source: CaseSource
  readonly longitude: number
  readonly latitude: number
  readonly accuracy_m: number | null
  readonly layer: string | null
  readonly object_id: number | null
  readonly segment_id: number | null
  readonly place: string | null
  readonly text: string | null
  /** The open case that it belongs to: then it becomes a note there, and no case of its own. */
  readonly same: { readonly id: number; readonly number: string } | null
  /** What a note says whose author said nothing: the server wants words. */
  readonly note: string
}

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

export interface CaseReportOpening {
  readonly source: CaseSource
  readonly segment_id?: number | undefined
  /** The thing that it is about. */
  readonly layer?: string | undefined
  readonly object_id?: number | undefined
  /** Where it is; without it, where the device is. */
  readonly longitude?: number | undefined
  readonly latitude?: number | undefined
  /** Where the device said so itself. */
  readonly accuracy_m?: number | null | undefined
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
