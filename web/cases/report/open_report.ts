import type { Position } from '../../api/types.ts'
import type { FieldPlace } from '../../field/places.ts'
import type { CaseReportOpening } from './case_draft.ts'
import { changeCase, showCaseReport, useCaseReporting } from './draft.ts'

export type { CaseReportOpening }

/** Opens the page on which a case is reported. What had been begun about something else keeps its photos and words. */
export function openCaseReport({
  source,
  segment_id,
  layer,
  object_id,
  longitude,
  latitude,
  accuracy_m,
}: CaseReportOpening): void {
  const { draft } = useCaseReporting.getState()
  changeCase({
    source,
    segment_id: segment_id ?? null,
    thing: layer !== undefined && object_id !== undefined ? { layer, id: object_id } : null,
    place: placeOf(longitude, latitude, accuracy_m) ?? (draft.place?.source === 'map' ? draft.place : null),
    // A kind of things does not fit another thing, nor one of the street a river.
    ...((layer !== undefined || segment_id !== undefined) && { kind: null, same: null }),
  })
  showCaseReport()
}

function placeOf(longitude?: number, latitude?: number, accuracy_m?: number | null): FieldPlace | null {
  if (longitude === undefined || latitude === undefined) return null
  const position: Position = [longitude, latitude]
  return typeof accuracy_m === 'number'
    ? { source: 'device', position, accuracy_m: Math.round(accuracy_m) }
    : { source: 'map', position }
}
