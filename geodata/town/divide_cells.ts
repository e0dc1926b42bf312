/** Divides a connected set of cells into connected parts of about equal weight, halving along the shortest fair border. */
import { isOnePiece } from './areas.ts'
import type { Cell, Land } from './cells.ts'

const DIRECTIONS = 12
/** How far from its fair share a half may be, as a share of the whole. */
const LEEWAY = 0.22

export function divideCells(land: Land, cells: readonly Cell[], parts: number, weightOf: (cell: Cell) => number): Cell[][] {
  if (parts <= 1 || cells.length < 4) return [[...cells]]
  const fair = Math.floor(parts / 2) / parts
  const total = cells.reduce((sum, cell) => sum + weightOf(cell), 0)
  const size = Math.sqrt(cells.reduce((sum, cell) => sum + cell.area, 0))
  let best: { score: number; halves: readonly [Cell[], Cell[]] } | undefined
  for (let k = 0; k < DIRECTIONS; k++) {
    const [dx, dy] = [Math.cos((2 * Math.PI * k) / DIRECTIONS), Math.sin((2 * Math.PI * k) / DIRECTIONS)]
    const sorted = cells.toSorted((a, b) => a.middle[0] * dx + a.middle[1] * dy - b.middle[0] * dx - b.middle[1] * dy)
    const behind = new Map(sorted.map((cell, i) => [cell.face, i]))
    let sum = 0
    let border = 0
    sorted.forEach((cell, i) => {
      sum += weightOf(cell)
      for (const { face, length } of land.neighbours.get(cell.face)!) {
        const rank = behind.get(face)
        if (rank !== undefined) border += rank < i ? -length : length
      }
      const off = Math.abs(sum / total - fair)
      const score = off * 2 + (border / size) * 0.2
      if (off > LEEWAY || i < 1 || i > sorted.length - 3 || (best && score >= best.score)) return
      const halves = [sorted.slice(0, i + 1), sorted.slice(i + 1)] as const
      if (halves.every((half) => isOnePiece(land, half))) best = { score, halves }
    })
  }
  if (!best) return [[...cells]]
  const [first, second] = best.halves
  return [
    ...divideCells(land, first, Math.floor(parts / 2), weightOf),
    ...divideCells(land, second, Math.ceil(parts / 2), weightOf),
  ]
}
