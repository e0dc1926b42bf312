/** Where things stand on the sheets of a book, in millimetres. */
import { SQUARE_MM } from '#geodata/water_book/squares.ts'
import { type Box, type Layout, MEASURES, PAPERS, type SHEET_PAPERS, scaleFor } from '../../sheets/layout.ts'

export type BookPaper = (typeof SHEET_PAPERS)[number]

/** Squares across and down on a map page. */
const SQUARES: Readonly<Record<BookPaper, readonly [number, number]>> = { A4: [6, 4], A3: [9, 6] }
/** Of the page's number and name, above the map. */
const HEADING: Readonly<Record<BookPaper, number>> = { A4: 10, A3: 12.5 }
/** For the letters and numbers of the squares, outside of the frame. */
export const EDGE = 5.5

export const frameSize = (paper: BookPaper): { readonly width: number; readonly height: number } => {
  const [across, down] = SQUARES[paper]
  return { width: across * SQUARE_MM, height: down * SQUARE_MM }
}

function sheet(paper: BookPaper, map: Box, scale: number): Layout {
  const [height, width] = PAPERS[paper]
  return { paper, orientation: 'landscape', width, height, measures: { ...MEASURES[paper], margin: 8 }, scale, map, table: null }
}

export function mapPageLayout(paper: BookPaper, scale: number): Layout {
  return sheet(paper, { x: 8 + EDGE, y: 8 + HEADING[paper] + EDGE, ...frameSize(paper) }, scale)
}

/** Beside the map: legend and north. */
export function sideOf({ map, width, measures }: Layout): Box {
  const x = map.x + map.width + EDGE
  return { x, y: map.y, width: width - measures.margin - x, height: map.height }
}

/** The first sheet: the map on the left, what is in the book on the right. */
const PANEL: Readonly<Record<BookPaper, number>> = { A4: 92, A3: 128 }

export function indexLayout(paper: BookPaper, ground: { readonly width: number; readonly height: number }): Layout {
  const [height, width] = PAPERS[paper]
  const { margin, title, foot, page } = MEASURES[paper]
  const map: Box = {
    x: margin,
    y: margin + title,
    width: width - 2 * margin - PANEL[paper] - 5,
    height: height - 2 * margin - title - foot - page,
  }
  return sheet(paper, map, scaleFor(ground, { width: map.width - 10, height: map.height - 10 }))
}
