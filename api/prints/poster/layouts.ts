/** Where things stand on a poster, in millimetres: the map, and beside it a column with what else there is to know. */
import { type Box, type Layout, MEASURES, type Orientation, PAPERS, scaleFor } from '../../sheets/layout.ts'

const GAP = 9
const PANEL: Readonly<Record<Orientation, number>> = { landscape: 218, portrait: 190 }

/** The way up in which the area is larger. @param ground metres */
export function posterLayout(ground: { readonly width: number; readonly height: number }): Layout {
  const [landscape, portrait] = [layoutOf('landscape', ground), layoutOf('portrait', ground)]
  return portrait.scale < landscape.scale ? portrait : landscape
}

function layoutOf(orientation: Orientation, ground: { readonly width: number; readonly height: number }): Layout {
  const [short, long] = PAPERS.A1
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  const measures = MEASURES.A1
  const { margin, title, foot } = measures
  const map: Box = {
    x: margin,
    y: margin + title,
    width: width - 2 * margin - PANEL[orientation] - GAP,
    height: height - 2 * margin - title - foot,
  }
  const scale = scaleFor(ground, { width: map.width - 24, height: map.height - 24 })
  return { paper: 'A1', orientation, width, height, measures, scale, map, table: null }
}

/** The column beside the map, down to the margin. */
export function panelOf({ map, width, height, measures: { margin } }: Layout): Box {
  const x = map.x + map.width + GAP
  return { x, y: map.y, width: width - margin - x, height: height - margin - map.y }
}
