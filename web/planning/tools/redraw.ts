// R: the border between two grids follows the stroke.
import type { Position } from '#geodata/fabric/index.ts'
import { type Pair, pairsAt, pairsOfStroke } from '../land/borders.ts'
import { sharedBorder } from '../land/shared_border.ts'
import { nearestOn } from '../land/snap.ts'
import { lineOf, type Proposal, propose, type Scene } from './tool.ts'

/** Pairs with the current grid first: where three grids meet, that is the border one means. */
const inOrder = (pairs: readonly Pair[], current: string | null): Pair[] =>
  [...pairs].sort((a, b) => Number(b.includes(current ?? '')) - Number(a.includes(current ?? '')))

export function proposeRedraw(scene: Scene, places: readonly Position[], pointer: Position | null): Proposal | null {
  const { fabric, scope, current } = scene
  const [start] = places
  if (!start) return null
  const line = lineOf(places, pointer)
  const [first, ...others] = inOrder(pairsAt(fabric, scope.scheme, start), current)
  if (!first) return { edits: [], grids: [], line, refused: { code: 'misses_border', at: start } }
  if (line.length < 2) return { edits: [], grids: first, line, open: true }
  const attempt = (pair: Pair, stroke: readonly Position[], closes = false) =>
    propose(scene, [{ kind: 'reshape_border', grids: pair, stroke }], { grids: pair, line: stroke, closes })
  const ended = inOrder(pairsOfStroke(fabric, scope.scheme, start, line.at(-1)!), current)
  // Not on the border yet: it is shown as if it went back by the shortest way.
  const attempts =
    ended.length > 0
      ? ended.map((pair) => () => attempt(pair, line))
      : [first, ...others].map((pair) => () => {
          const end = nearestOn(line.at(-1)!, sharedBorder(fabric, pair))
          return end ? attempt(pair, lineOf(line, end), true) : attempt(pair, line)
        })
  return best(attempts)
}

/** The first that can be done, else what the first was refused for. */
function best(attempts: readonly (() => Proposal)[]): Proposal | null {
  let refused: Proposal | null = null
  for (const attempt of attempts) {
    const proposal = attempt()
    if (proposal.after) return proposal
    refused ??= proposal
  }
  return refused
}
