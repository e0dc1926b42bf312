import type { CaseReportOpening } from './case_draft.ts'
import { changeCase, showCaseReport, useCaseReporting } from './draft.ts'

export type { CaseReportOpening }

/** Opens the page on which a case is reported. What had been begun about something else keeps its photos and words. */
export function openCaseReport({ source, segment_id, layer, object_id, longitude, latitude }: CaseReportOpening): void {
  const { draft } = useCaseReporting.getState()
  const isGiven = longitude !== undefined && latitude !== undefined
  changeCase({
    source,
    segment_id: segment_id ?? null,
    thing: layer !== undefined && object_id !== undefined ? { layer, id: object_id } : null,
    place: isGiven ? { source: 'map', position: [longitude, latitude] } : draft.place?.source === 'map' ? draft.place : null,
    // A kind of things does not fit another thing, nor one of the street a river.
    ...((layer !== undefined || segment_id !== undefined) && { kind: null, same: null }),
  })
  showCaseReport()
}
