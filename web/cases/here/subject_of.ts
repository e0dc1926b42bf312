// Which cases belong to something on the map, and what a new one there is about.
import type { Position, Properties } from '../../api/types.ts'
import type { CaseFilter } from '../filter.ts'
import type { CaseReportOpening } from '../report/case_draft.ts'

export interface Here {
  readonly filter: CaseFilter
  readonly opening: CaseReportOpening
}

/** An area has the cases within it, a river segment those on its bank, every other thing those that are about it. */
export function hereOf(layer: string, id: number, properties: Properties, centre: Position | null): Here {
  const code = typeof properties.code === 'string' ? properties.code : ''
  const place = centre ? { longitude: centre[0], latitude: centre[1] } : {}
  switch (layer) {
    case 'administrative_areas':
      return { filter: { territory: code }, opening: { source: 'supervisor' } }
    case 'grids':
      return { filter: { scheme: String(properties.scheme), grid: code }, opening: { source: 'grid_patrol' } }
    case 'river_segments':
      return { filter: { segment: String(id) }, opening: { source: 'river_patrol', segment_id: id } }
    default:
      return {
        filter: { layer, object_id: String(id) },
        opening: { source: 'supervisor', layer, object_id: id, ...place },
      }
  }
}
