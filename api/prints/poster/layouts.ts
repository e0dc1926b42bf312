/** Where things stand on a poster, in millimetres: the map, and beside or below it the columns of what else there is to know. */
import { type Box, type Layout, MEASURES, type Orientation, PAPERS, scaleFor } from '../../sheets/layout.ts'

const GAP = 9
const BESIDE = 218
const BELOW = 262

export interface PosterLayout {
  readonly layout: Layout
  readonly columns: readonly Box[]
}

/** The way up in which the area is larger. @param ground metres */
export function posterLayout(ground: { readonly width: number; readonly height: number }): PosterLayout {
  const [landscape, portrait] = [candidate('landscape', ground), candidate('portrait', ground)]
  return portrait.layout.scale < landscape.layout.scale ? portrait : landscape
}

function candidate(orientation: Orientation, ground: { readonly width: number; readonly height: number }): PosterLayout {
  const [short, long] = PAPERS.A1
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  const measures = MEASURES.A1
  const { margin, title, foot } = measures
  const whole: Box = { x: margin, y: margin + title, width: width - 2 * margin, height: height - 2 * margin - title }
  const isBeside = orientation === 'landscape'
  const map: Box = {
    ...whole,
    width: isBeside ? whole.width - BESIDE - GAP : whole.width,
    height: whole.height - foot - (isBeside ? 0 : BELOW),
  }
  const scale = scaleFor(ground, { width: map.width - 24, height: map.height - 24 })
  const layout: Layout = { paper: 'A1', orientation, width, height, measures, scale, map, table: null }
  return { layout, columns: isBeside ? [{ ...whole, x: map.x + map.width + GAP, width: BESIDE }] : below(whole) }
}

function below(whole: Box): Box[] {
  const count = 3
  const width = (whole.width - (count - 1) * GAP) / count
  const y = whole.y + whole.height - BELOW
  return Array.from({ length: count }, (_, index) => ({ x: whole.x + index * (width + GAP), y, width, height: BELOW }))
}
