// R: the border between grids follows the stroke.
import { type Fabric, gridsAlong, type Position } from '#geodata/fabric/index.ts'
import { same } from '#geodata/fabric/plane/position.ts'
import { type Pair, pairsAt, pairsOfStroke } from '../land/borders.ts'
import { backAlong } from '../land/follow.ts'
import { openBorders, sharedBorder } from '../land/shared_border.ts'
import { nearestOn } from '../land/snap.ts'
import { lineOf, type Proposal, propose, refusedAs, type Scene } from './tool.ts'

type Grids = readonly [string, string, ...string[]]

interface Attempt {
  /** The first takes from the others; of two, either from the other. */
  readonly grids: Grids
  readonly stroke: readonly Position[]
  /** Whether the last piece of the stroke is the shortest way back, and not drawn. */
  readonly closes?: boolean
}

export function proposeRedraw(scene: Scene, places: readonly Position[], pointer: Position | null): Proposal | null {
  const { fabric, scope } = scene
  const [start] = places
  if (!start) return null
  const line = lineOf(places, pointer)
  const [first] = inOrder(pairsAt(fabric, scope.scheme, start), scene.current)
  if (!first) return { edits: [], grids: [], line, refused: { code: 'misses_border', at: start } }
  if (line.length < 2) return { edits: [], grids: first, line, open: true }
  return best(attemptsOf(scene, line), (attempt) => carriedOut(scene, attempt))
}

/** What the stroke may mean, the likeliest first. */
function* attemptsOf({ fabric, scope, current }: Scene, line: readonly Position[]): Iterable<Attempt> {
  const [start, end] = [line[0]!, line.at(-1)!]
  const begun = inOrder(pairsAt(fabric, scope.scheme, start), current)
  const ended = inOrder(pairsOfStroke(fabric, scope.scheme, start, end), current)
  for (const grids of ended) yield { grids, stroke: line }
  if (ended.length > 0) return
  for (const attempt of aroundOne(fabric, line, begun, inOrder(pairsAt(fabric, scope.scheme, end), current), current)) {
    yield attempt
    // From border to border of the chosen grid, and no neighbour is chosen: none is made up.
    if (attempt.grids[0] === current && attempt.stroke === line) return
  }
  // Not on the border yet: it is shown as if it went back by the shortest way.
  for (const grids of begun) {
    const place = nearestOn(end, sharedBorder(fabric, grids))
    yield place ? { grids, stroke: lineOf(line, place), closes: true } : { grids, stroke: line }
  }
  // Past others, too; only one of the likeliest two, for this is worked out with every movement of the pointer.
  for (const grid of membersOf(begun, current).slice(0, 2)) {
    const place = nearestOn(end, openBorders(fabric, grid))
    const stroke = place ? lineOf(line, place) : line
    const [one, ...others] = crossed(fabric, grid, stroke)
    if (place && one && others.length > 0) yield { grids: [grid, one, ...others], stroke, closes: true }
  }
}

/** A stroke from one neighbour of a grid to another: the grid takes from all that it runs through, or the chosen neighbour from the grid. */
function* aroundOne(
  fabric: Fabric,
  line: readonly Position[],
  begun: readonly Pair[],
  ended: readonly Pair[],
  current: string | null,
): Iterable<Attempt> {
  const atEnd = new Set(ended.flat())
  for (const grid of membersOf(begun, current).filter((id) => atEnd.has(id))) {
    const [one, ...others] = crossed(fabric, grid, line)
    yield one ? { grids: [grid, one, ...others], stroke: line } : withinOne(fabric, grid, line, begun, ended, current)
  }
}

function withinOne(
  fabric: Fabric,
  grid: string,
  line: readonly Position[],
  begun: readonly Pair[],
  ended: readonly Pair[],
  current: string | null,
): Attempt {
  const isTaker = (pair: Pair) => current !== null && current !== grid && pair.includes(current) && pair.includes(grid)
  if (begun.some(isTaker)) return { grids: [current!, grid], stroke: backAlong(fabric, line, grid, current!) }
  if (ended.some(isTaker)) return { grids: [current!, grid], stroke: backAlong(fabric, line.toReversed(), grid, current!) }
  const [one, ...others] = [...begun, ...ended].filter((pair) => pair.includes(grid)).map(([a, b]) => (a === grid ? b : a))
  return { grids: [grid, one!, ...others], stroke: line }
}

function carriedOut(scene: Scene, { grids, stroke, closes = false }: Attempt): Proposal {
  const proposal = propose(scene, [{ kind: 'reshape_border', grids, stroke }], { grids, line: stroke, closes })
  const { refused } = proposal
  const drawn = stroke.at(-2)
  // The way back is not drawn: that it meets the stroke only says that the stroke does not end on the border.
  const isWayBack = closes && refused?.code === 'crosses_itself' && refused.at && drawn && same(refused.at, drawn)
  return isWayBack ? refusedAs(proposal, { code: 'misses_border', at: drawn }) : proposal
}

const crossed = (fabric: Fabric, grid: string, stroke: readonly Position[]): string[] =>
  gridsAlong(fabric, fabric.grids.get(grid)!.scheme, stroke).filter((id) => id !== grid)

/** Pairs with the current grid first: where three grids meet, that is the border one means. */
const inOrder = (pairs: readonly Pair[], current: string | null): Pair[] =>
  [...pairs].sort((a, b) => Number(b.includes(current ?? '')) - Number(a.includes(current ?? '')))

const membersOf = (pairs: readonly Pair[], current: string | null): string[] =>
  [...new Set(pairs.flat())].sort((a, b) => Number(b === current) - Number(a === current))

/** The first that can be done, else what the first was refused for. */
function best(attempts: Iterable<Attempt>, carryOut: (attempt: Attempt) => Proposal): Proposal | null {
  let refused: Proposal | null = null
  for (const attempt of attempts) {
    const proposal = carryOut(attempt)
    if (proposal.after) return proposal
    refused ??= proposal
  }
  return refused
}
