import { bestCut } from './cut.ts'
import { type Draft, needOf } from './draft.ts'
import { shape } from './goal.ts'
import type { Random } from './random.ts'
import { type Piece, pieceOf } from './tree.ts'

const TREES = 12
// In need: what one cell that is not at home costs, and a shape as much longer as a circle is round.
const CELL = 1e-4
const SHAPE = 1e-3

/** Cuts a group and a neighbour anew so that their need becomes least, then with the fewest cells away from home. Whether it gained. */
export function recutLeast(draft: Draft, a: number, b: number, random: Random): boolean {
  const { division, goal, home } = draft
  const before = draft.need(a) + draft.need(b)
  const cells = [...division.members[a]!, ...division.members[b]!]
  const piece = alongBorder(pieceOf(division.graph, cells), division.group)
  const marked = new Set(cells.filter((cell) => home[cell] === a))
  const strangers = cells.filter((cell) => home[cell] !== a && home[cell] !== b).length
  const cut = bestCut({ ...piece, marked }, random, TREES, (one, other, _, own) => {
    const away = one.cells - own + (marked.size - own) - strangers
    const changed = Math.min(away, one.cells + other.cells - strangers - away)
    return needOf(goal, one) + needOf(goal, other) + CELL * changed + SHAPE * (shape(one) + shape(other))
  })
  if (!cut) return false
  const ownIn = (side: readonly number[]) =>
    side.filter((cell) => home[cell] === a).length - side.filter((cell) => home[cell] === b).length
  const [first, second] = ownIn(cut.one) >= ownIn(cut.other) ? [cut.one, cut.other] : [cut.other, cut.one]
  const [membersA, membersB] = [division.members[a]!, division.members[b]!]
  division.set(a, first)
  division.set(b, second)
  if (draft.need(a) + draft.need(b) < before - 1e-9) return true
  division.set(a, membersA)
  division.set(b, membersB)
  return false
}

/** Trees that rarely cross the border that is there: their cuts move few cells. */
function alongBorder(piece: Piece, group: Int32Array): Piece {
  const across = (border: number) => group[piece.cells[piece.from[border]!]!] !== group[piece.cells[piece.to[border]!]!]
  return { ...piece, preference: piece.from.map((_, border) => (across(border) ? 0.8 : 0)) }
}
