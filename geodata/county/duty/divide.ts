/** Divides a connected set of cells into connected parts of about equal weight, halving along the shortest fair border. */
import type { Cell, Land } from '../ground/cells.ts'
import { isOnePiece } from './areas.ts'

const DIRECTIONS = 12
/** How many of the best borders are tried before a set counts as indivisible. */
const TRIES = 300

interface Halving {
  readonly score: number
  readonly order: readonly Cell[]
  readonly at: number
  readonly parts: number
}

/** Exactly so many parts, each in one piece. */
export function divide(land: Land, cells: readonly Cell[], parts: number, weightOf: (cell: Cell) => number): Cell[][] {
  const divided = tryDivide(land, cells, parts, weightOf)
  if (!divided) throw new Error(`${cells.length} cells can't be divided in ${parts}`)
  return divided
}

function tryDivide(land: Land, cells: readonly Cell[], parts: number, weightOf: (cell: Cell) => number): Cell[][] | undefined {
  if (parts === 1) return [[...cells]]
  if (cells.length < parts) return undefined
  const halvings = propose(land, cells, parts, weightOf)
  for (const { order, at, parts: first } of halvings.slice(0, TRIES)) {
    const [one, other] = [order.slice(0, at), order.slice(at)]
    if (!isOnePiece(land, one) || !isOnePiece(land, other)) continue
    const left = tryDivide(land, one, first, weightOf)
    const right = left && tryDivide(land, other, parts - first, weightOf)
    if (right) return [...left, ...right]
  }
  return undefined
}

/** Straight cuts in all directions, the fairest with the shortest border first. */
function propose(land: Land, cells: readonly Cell[], parts: number, weightOf: (cell: Cell) => number): Halving[] {
  const total = cells.reduce((sum, cell) => sum + weightOf(cell), 0)
  const size = Math.sqrt(cells.reduce((sum, cell) => sum + cell.area, 0))
  const first = Math.floor(parts / 2)
  const halvings: Halving[] = []
  for (let k = 0; k < DIRECTIONS; k++) {
    const [dx, dy] = [Math.cos((2 * Math.PI * k) / DIRECTIONS), Math.sin((2 * Math.PI * k) / DIRECTIONS)]
    const order = cells.toSorted((a, b) => (a.middle[0] - b.middle[0]) * dx + (a.middle[1] - b.middle[1]) * dy)
    const rank = new Map(order.map((cell, i) => [cell.face, i]))
    let [sum, border] = [0, 0]
    order.forEach((cell, i) => {
      sum += weightOf(cell)
      for (const { face, length } of land.neighbours.get(cell.face)!) {
        const other = rank.get(face)
        if (other !== undefined) border += other < i ? -length : length
      }
      if (i + 1 < first || cells.length - i - 1 < parts - first) return
      const off = Math.abs(sum / total - first / parts)
      halvings.push({ score: off * 2 + (border / size) * 0.2, order, at: i + 1, parts: first })
    })
  }
  return halvings.toSorted((a, b) => a.score - b.score)
}

/** Shares out a number of parts in proportion to the weights: each at least one and no more than it can take, exactly the total. */
export function apportion(total: number, weights: readonly number[], mostOf: (i: number) => number): number[] {
  const shares = weights.map(() => 1)
  for (let given = weights.length; given < total; given++) {
    let best = -1
    weights.forEach((weight, i) => {
      const need = weight / (shares[i]! + 0.5)
      if (shares[i]! < mostOf(i) && (best < 0 || need > weights[best]! / (shares[best]! + 0.5))) best = i
    })
    if (best < 0) throw new Error('more parts than can be made')
    shares[best]!++
  }
  return shares
}
