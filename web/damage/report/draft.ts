// What is on the form, and how it becomes a report.
import { create } from 'zustand'
import { type DamagedKind, type Degree, PEOPLE_COUNTS, type PeopleCount } from '#geodata/damage/grades.ts'
import type { Position } from '../../api/types.ts'
import { type ChangePhotos, filesOf, type TakenPhoto } from '../../field/photos.ts'
import type { FieldPlace } from '../../field/places.ts'
import { newId } from '../../offline/new_id.ts'
import { putIntoOutbox } from '../../offline/outbox.ts'
import type { Report } from '../queries.ts'

export type Place = FieldPlace | { readonly source: 'community'; readonly code: string; readonly name: string }

export interface Draft {
  /** Undefined is the latest that is open. */
  readonly event: number | undefined
  readonly corrects: Report | null
  readonly degree: Degree | null
  readonly kind: DamagedKind | null
  readonly place: Place | null
  readonly photos: readonly TakenPhoto[]
  readonly people: Readonly<Record<PeopleCount, number>>
  readonly text: string
}

interface Reporting {
  /** The form, the map to choose a place on, or neither. */
  readonly step: 'form' | 'map' | null
  readonly draft: Draft
}

const NOBODY = Object.fromEntries(PEOPLE_COUNTS.map((name) => [name, 0])) as Record<PeopleCount, number>
const EMPTY: Draft = {
  event: undefined,
  corrects: null,
  degree: null,
  kind: null,
  place: null,
  photos: [],
  people: NOBODY,
  text: '',
}

export const useReporting = create<Reporting>()(() => ({ step: null, draft: EMPTY }))

export const openReport = (): void => useReporting.setState({ step: 'form' })
/** What was begun stays for later; a correction that was not sent is none. */
export const closeReport = (): void =>
  useReporting.setState(({ draft }) => ({ step: null, draft: draft.corrects ? EMPTY : draft }))
export const changeDraft = (change: Partial<Draft>): void =>
  useReporting.setState(({ draft }) => ({ draft: { ...draft, ...change } }))

export const changePhotos: ChangePhotos = (change) =>
  useReporting.setState(({ draft }) => ({ draft: { ...draft, photos: change(draft.photos) } }))

/** The form with what was said, to be said better. */
export function openCorrection(report: Report): void {
  const { degree, kind, longitude, latitude, accuracy_m, place_source, community_code: code, community_name: name } = report
  const position: Position | null = longitude === null || latitude === null ? null : [longitude, latitude]
  const place: Place =
    position === null
      ? { source: 'community', code, name }
      : place_source === 'device'
        ? { source: 'device', position, accuracy_m: accuracy_m ?? 0 }
        : { source: 'map', position }
  const people = Object.fromEntries(PEOPLE_COUNTS.map((each) => [each, report[each]])) as Record<PeopleCount, number>
  const draft = { ...EMPTY, event: report.event_id, corrects: report, degree, kind, place, people, text: report.text ?? '' }
  useReporting.setState({ step: 'form', draft })
}

let isFiling = false

/**
 * Keeps the report on the device, from where it goes by itself, and empties the form; a place that was chosen stays for the next one.
 * Resolves to false where one is being kept already: a second tap is no second report.
 */
export async function fileReport(draft: Draft, place: Place, event: number | null): Promise<boolean> {
  if (isFiling) return false
  isFiling = true
  try {
    await keepReport(draft, place, event)
  } finally {
    isFiling = false
  }
  const stays = draft.corrects === null && { event: draft.event, place: draft.place?.source === 'device' ? null : draft.place }
  useReporting.setState({ draft: { ...EMPTY, ...stays } })
  return true
}

async function keepReport(draft: Draft, place: Place, event: number | null): Promise<void> {
  const { degree, kind, people, text, photos, corrects } = draft
  await putIntoOutbox({
    id: newId(),
    kind: 'damage_report',
    noted_at: new Date().toISOString(),
    files: filesOf(photos),
    body: {
      event_id: event,
      corrects: corrects?.id ?? null,
      nothing_damaged: false,
      degree,
      kind,
      ...said(place),
      ...people,
      text: text.trim() || null,
    },
  })
}

export const forgetDraft = (): void => useReporting.setState({ step: null, draft: EMPTY })

export async function fileZeroReport(place: Place, event: number | null): Promise<void> {
  await putIntoOutbox({
    id: newId(),
    kind: 'damage_report',
    noted_at: new Date().toISOString(),
    files: [],
    body: { event_id: event, corrects: null, nothing_damaged: true, degree: null, kind: null, ...said(place), text: null },
  })
}

/** What a report says of its place. */
export const said = (place: Place) =>
  place.source === 'community'
    ? {
        place_source: place.source,
        community_code: place.code,
        place_name: place.name,
        longitude: null,
        latitude: null,
        accuracy_m: null,
      }
    : {
        place_source: place.source,
        community_code: null,
        place_name: null,
        longitude: place.position[0],
        latitude: place.position[1],
        accuracy_m: place.source === 'device' ? place.accuracy_m : null,
      }
