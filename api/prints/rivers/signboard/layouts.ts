/** Where things stand on a signboard: laid out once in the millimetres of A4, and as much larger as the paper is. */
import { type Box, type Layout, MEASURES, type Measures, PAPERS, scaleFor } from '../../../sheets/layout.ts'

export const BOARD_SIZES = ['A3', 'A2', 'A1'] as const
export type BoardSize = (typeof BOARD_SIZES)[number]

const [, WIDTH] = PAPERS.A4

/** In millimetres of A4. */
export const BAND: Box = { x: 0, y: 0, width: WIDTH, height: 31 }
export const WORDS: Box = { x: 9, y: 37, width: 159, height: 139 }
export const HOTLINE: Box = { x: 9, y: 181, width: 159, height: 21 }
const MAP: Box = { x: 176, y: 38, width: 112, height: 106 }
export const SCAN: Box = { x: 175, y: 159, width: 114, height: 43 }

/** How many times as large as A4. */
export const timesOf = (size: BoardSize): number => PAPERS[size][1] / WIDTH

const enlarged = ({ x, y, width, height }: Box, times: number): Box => ({
  x: x * times,
  y: y * times,
  width: width * times,
  height: height * times,
})

/** The land around a segment matters as much as its course: the way there is found by it. */
const SHARE = 0.72

/** @param ground metres that the segment takes up */
export function signboardLayout(size: BoardSize, ground: { readonly width: number; readonly height: number }): Layout {
  const times = timesOf(size)
  const [height, width] = PAPERS[size]
  const map = enlarged(MAP, times)
  const room = { width: map.width * SHARE, height: map.height * SHARE }
  return {
    paper: size,
    orientation: 'landscape',
    width,
    height,
    measures: measuresOf(times),
    scale: scaleFor(ground, room),
    map,
    table: null,
  }
}

function measuresOf(times: number): Measures {
  const { labels, ...single } = MEASURES.A2
  const more = (WIDTH * times) / PAPERS.A2[1]
  const numbers = Object.entries(single).map(([name, millimetres]) => [name, millimetres * more])
  return { ...Object.fromEntries(numbers), labels: labels.map((label) => label * more) } as Measures
}
