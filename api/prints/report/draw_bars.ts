/** A chart of bars: each of parts that lie end to end, told apart without colour too. Millimetres. */
import type { Box } from '../../sheets/layout.ts'
import { widthOf, wrap } from '../../sheets/measure.ts'
import { FAINT, INK, type Pen } from '../../sheets/pen.ts'
import type { Bars, Filling } from './content.ts'
import type { Part } from './place.ts'
import { ACCENT, BAD, WIDTH } from './styles.ts'

const SIZE = 2.7
const ROW = 6.2
const BAR = 3.9
const LEGEND = 7
const MOST_LABEL = 46

const FILLINGS: Readonly<Record<Filling, (pen: Pen, box: Box) => void>> = {
  full: (pen, box) => pen.box(box, { fill: ACCENT, stroke: { width: 0.15, color: ACCENT } }),
  hatched: (pen, box) => hatched(pen, box, ACCENT),
  pale: (pen, box) => pen.box(box, { fill: '#e9b3a8', stroke: { width: 0.25, color: BAD } }),
  empty: (pen, box) => pen.box(box, { fill: '#ffffff', stroke: { width: 0.15, color: FAINT } }),
}

function hatched(pen: Pen, box: Box, color: string): void {
  pen.box(box, { fill: '#dbe8ed' })
  pen.hatched([[[cornersOf(box)]]], 0.9, { width: 0.22, color })
  pen.box(box, { stroke: { width: 0.15, color } })
}

const cornersOf = ({ x, y, width, height }: Box): [number, number][] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
]

export function barsPart({ parts, rows }: Bars): Part {
  const labels = Math.min(MOST_LABEL, Math.max(...rows.map(({ label }) => widthOf(label, SIZE))))
  const saids = Math.max(...rows.map(({ said }) => widthOf(said, SIZE)))
  const longest = Math.max(1, ...rows.map(({ lengths }) => sumOf(lengths)))
  const step = stepOf(longest)
  const end = Math.ceil(longest / step) * step
  const room = WIDTH - labels - saids - 6
  return {
    gap: 2,
    height: LEGEND + rows.length * ROW + 6,
    draw: (pen, x, y) => {
      drawLegend(pen, parts, x + labels + 2, y)
      const left = x + labels + 2
      const top = y + LEGEND
      drawScale(pen, { x: left, y: top, width: room, height: rows.length * ROW }, end, step)
      rows.forEach(({ label, lengths, said }, index) => {
        const middle = top + (index + 0.5) * ROW
        const [shown = ''] = wrap(label, labels + 0.1, SIZE)
        pen.text(shown, left - 1.6, middle + SIZE * 0.36, { size: SIZE, align: 'right' })
        const used = drawBar(pen, parts, lengths, left, middle - BAR / 2, room / end)
        pen.text(said, left + used + 1.5, middle + SIZE * 0.36, { size: SIZE, weight: 'bold', halo: 0.5 })
      })
    },
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

function drawBar(pen: Pen, parts: Bars['parts'], lengths: readonly number[], x: number, y: number, scale: number): number {
  let used = 0
  lengths.forEach((length, index) => {
    if (length <= 0) return
    FILLINGS[parts[index]!.filling](pen, { x: x + used, y, width: length * scale, height: BAR })
    used += length * scale
  })
  return used
}

/** Whole numbers that are easy to read, about five of them. */
function stepOf(longest: number): number {
  const least = longest / 5
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)))
  return [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= least && Number.isInteger(each)) ?? 10 * power
}

function drawScale(pen: Pen, { x, y, width, height }: Box, end: number, step: number): void {
  for (let value = 0; value <= end; value += step) {
    const at = x + (value * width) / end
    pen.line(
      [
        [at, y],
        [at, y + height],
      ],
      { width: value === 0 ? 0.25 : 0.1, color: value === 0 ? INK : '#b8c4c6' },
    )
    pen.text(String(value), at, y + height + 3.4, { size: 2.4, color: FAINT, align: 'center' })
  }
}

function drawLegend(pen: Pen, parts: Bars['parts'], x: number, y: number): void {
  let left = x
  for (const { label, filling } of parts) {
    FILLINGS[filling](pen, { x: left, y: y + 0.8, width: 6, height: 3 })
    pen.text(label, left + 7.2, y + 3.3, { size: SIZE })
    left += 7.2 + widthOf(label, SIZE) + 5
  }
}
