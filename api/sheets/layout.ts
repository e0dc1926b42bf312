/** Where things stand on the paper, and in which scale the map is drawn. Millimetres from the top left corner. */

export const PAPERS = { A4: [210, 297], A3: [297, 420], A2: [420, 594], A1: [594, 841] } as const
export type Paper = keyof typeof PAPERS
/** Those of a desk; A2 and A1 are for the wall. */
export const SHEET_PAPERS = ['A4', 'A3'] as const satisfies readonly Paper[]
export const ORIENTATIONS = ['auto', 'landscape', 'portrait'] as const
export type Orientation = Exclude<(typeof ORIENTATIONS)[number], 'auto'>

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Measures {
  readonly margin: number
  /** Height of the strip of the title, and of the one below the map. */
  readonly title: number
  readonly foot: number
  /** Of the page number. */
  readonly page: number
  /** Sizes of text: of the list, of notes and legend, of the title and the line below it, of a list's own heading. */
  readonly text: number
  readonly note: number
  readonly heading: number
  readonly subheading: number
  readonly listHeading: number
  /** How many times as wide as on a desk lines are. */
  readonly lines: number
  /** Between the thin and the thick line of the frame. */
  readonly frame: number
  /** How long the scale bar would like to be. */
  readonly bar: number
  /** Sizes of the labels to be tried, and that of the names of areas. */
  readonly labels: readonly number[]
  readonly areaName: number
}

export const MEASURES: Readonly<Record<Paper, Measures>> = {
  A4: {
    ...{ margin: 10, title: 15, foot: 15, page: 4, lines: 1, frame: 1.2, bar: 48 },
    ...{ text: 2.3, note: 2.3, heading: 7, subheading: 2.7, listHeading: 3.6 },
    ...{ labels: [2.7, 2.4, 2.1, 1.8, 1.6], areaName: 3 },
  },
  A3: {
    ...{ margin: 13, title: 21, foot: 18, page: 5, lines: 1, frame: 1.6, bar: 70 },
    ...{ text: 2.6, note: 2.9, heading: 9.5, subheading: 3.4, listHeading: 4.6 },
    ...{ labels: [3.3, 2.8, 2.4, 2, 1.7], areaName: 3.6 },
  },
  A2: {
    ...{ margin: 16, title: 36, foot: 27, page: 0, lines: 1.6, frame: 2.4, bar: 90 },
    ...{ text: 3.7, note: 3.6, heading: 20, subheading: 6, listHeading: 8 },
    ...{ labels: [5, 4.2, 3.6], areaName: 7 },
  },
  // Read from two metres away: nothing below 5 mm.
  A1: {
    ...{ margin: 20, title: 50, foot: 38, page: 0, lines: 2.2, frame: 3.5, bar: 160 },
    ...{ text: 5, note: 6, heading: 30, subheading: 8.5, listHeading: 12 },
    ...{ labels: [7, 6, 5], areaName: 11 },
  },
}

export interface Layout {
  readonly paper: Paper
  readonly orientation: Orientation
  readonly width: number
  readonly height: number
  readonly measures: Measures
  /** Denominator of the map's scale. */
  readonly scale: number
  readonly map: Box
  /** Where the list stands on the first page; null when it follows on pages of its own. */
  readonly table: Box | null
}

/** A round series, near enough together that no paper is wasted. */
const MANTISSAS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
const SMALLEST = 500

/** The largest round scale, as its denominator, in which so many metres of ground fit in so many millimetres of paper. */
export function scaleFor(ground: { width: number; height: number }, paper: { width: number; height: number }): number {
  const needed = Math.max(SMALLEST, (1000 * ground.width) / paper.width, (1000 * ground.height) / paper.height)
  const power = 10 ** Math.floor(Math.log10(needed) + 1e-9)
  const mantissa = MANTISSAS.find((each) => each * power >= needed * (1 - 1e-9))
  return mantissa === undefined ? 10 * power : Math.round(mantissa * power)
}

/** Room between the area and the frame, so that neighbours are seen and borders breathe. */
const INSIDE = 5
const GAP = 3
/** The map is what the sheet is for. */
const MAP_SHARE = 0.5

export interface LayoutQuestion {
  readonly paper: Paper
  readonly orientation: (typeof ORIENTATIONS)[number]
  /** Metres. */
  readonly ground: { readonly width: number; readonly height: number }
  readonly tableWidth: (size: number) => number
  readonly tableHeight: (width: number, size: number) => number
}

/**
 * The largest scale wins; a sheet that holds the list as well is worth a step of the series. Where the orientation is `auto`, both
 * are tried.
 */
export function layOut(question: LayoutQuestion): Layout {
  const { paper, orientation } = question
  const orientations: Orientation[] = orientation === 'auto' ? ['landscape', 'portrait'] : [orientation]
  const candidates = orientations.flatMap((each) => candidatesOf(question, each, MEASURES[paper]))
  return candidates.reduce((best, each) => (worth(each) > worth(best) + 1e-12 ? each : best))
}

const worth = ({ scale, table }: Layout): number => (table ? 1.7 : 1) / scale

function candidatesOf(question: LayoutQuestion, orientation: Orientation, measures: Measures): Layout[] {
  const [short, long] = PAPERS[question.paper]
  const [width, height] = orientation === 'landscape' ? [long, short] : [short, long]
  const { margin, title, foot, page, text } = measures
  const content: Box = { x: margin, y: margin + title, width: width - 2 * margin, height: height - 2 * margin - title - page }
  const make = (map: Box, table: Box | null): Layout => {
    const room = { width: map.width - 2 * INSIDE, height: map.height - 2 * INSIDE }
    const scale = scaleFor(question.ground, room)
    return { paper: question.paper, orientation, width, height, measures, scale, map, table }
  }
  const whole = { ...content, height: content.height - foot }
  const candidates = [make(whole, null)]
  const below = question.tableHeight(content.width, text)
  if (below <= content.height * (1 - MAP_SHARE) - GAP) {
    const map = { ...whole, height: whole.height - below - GAP }
    candidates.push(make(map, { ...content, y: content.y + content.height - below, height: below }))
  }
  const besideWidth = question.tableWidth(text)
  const besideHeight = question.tableHeight(besideWidth, text)
  if (besideWidth <= content.width * (1 - MAP_SHARE) && besideHeight <= whole.height) {
    const map = { ...whole, width: whole.width - besideWidth - GAP }
    candidates.push(
      make(map, { ...content, x: content.x + content.width - besideWidth, width: besideWidth, height: besideHeight }),
    )
  }
  return candidates
}

/** The scale bar: segments of a round length on the ground, as long as about `wanted` millimetres of paper. */
export function scaleBar(
  scale: number,
  wanted: number,
): { readonly metres: number; readonly segments: number; readonly width: number } {
  const ground = (wanted * scale) / 1000
  const power = 10 ** Math.floor(Math.log10(ground / 4))
  const metres = [10, 5, 2, 1].map((each) => each * power).find((each) => each * 4 <= ground * 1.25) ?? power
  const segments = Math.max(2, Math.min(5, Math.round(ground / metres)))
  return { metres, segments, width: (1000 * metres * segments) / scale }
}
