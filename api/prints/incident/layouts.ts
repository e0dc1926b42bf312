/** Where things stand on the sheet of an incident, in millimetres. A4 upright: it goes onto a clipboard. */
import { type Box, type Layout, MEASURES, PAPERS, scaleFor } from '../../sheets/layout.ts'

const BAND = 20
const MAP = 108

/** @param ground metres */
export function incidentLayout(ground: { readonly width: number; readonly height: number }): Layout {
  const [width, height] = PAPERS.A4
  const measures = MEASURES.A4
  const { margin } = measures
  const map: Box = { x: margin, y: margin + BAND, width: width - 2 * margin, height: MAP }
  const scale = scaleFor(ground, { width: map.width - 24, height: map.height - 24 })
  return { paper: 'A4', orientation: 'portrait', width, height, measures, scale, map, table: null }
}

/** Below the map and its foot. */
export function listsOf({ map, width, height, measures }: Layout): Box {
  const { margin, note, page } = measures
  const y = map.y + map.height + note * 6.6
  return { x: margin, y, width: width - 2 * margin, height: height - margin - page - y }
}
