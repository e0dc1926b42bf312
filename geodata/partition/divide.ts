import type { Goal } from './goal.ts'
import type { Graph } from './graph.ts'
import { halveByLine, halveByTree } from './halving.ts'
import type { Random } from './random.ts'

// Above it a straight line is as good as a tree and much faster; below, a tree finds more even halves.
const BY_LINE = 150

/** Exactly so many connected groups (at most one for each cell) of a connected set, by halving. Yields the share that is done. */
export function* divide(
  graph: Graph,
  cells: readonly number[],
  groups: number,
  goal: Goal,
  random: Random,
): Generator<number, number[][]> {
  const open = [{ cells: [...cells], groups }]
  const done: number[][] = []
  for (let next = open.pop(); next; next = open.pop()) {
    yield done.length / groups
    if (next.groups === 1) {
      done.push(next.cells)
      continue
    }
    const byLine =
      next.cells.length > BY_LINE ? yield* halveByLineAt(graph, next.cells, next.groups, goal, done.length / groups) : undefined
    // A tree always has a cut with at least one cell on each side, but perhaps none that leaves a cell for every group.
    const halves = byLine ?? halveByTree(graph, next.cells, next.groups, goal, random)
    if (!halves) {
      done.push(...peeled(graph, next.cells, next.groups))
      continue
    }
    open.push({ cells: halves.other, groups: next.groups - halves.first }, { cells: halves.one, groups: halves.first })
  }
  return done
}

function* halveByLineAt(graph: Graph, cells: readonly number[], groups: number, goal: Goal, share: number) {
  const steps = halveByLine(graph, cells, groups, goal)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    yield share
  }
}

/** Groups of one cell off the ends of a spanning tree, the rest as the last: always possible. */
function peeled(graph: Graph, cells: readonly number[], groups: number): number[][] {
  const [order] = [breadthFirst(graph, cells)]
  const ends = order.splice(order.length - (groups - 1))
  return [order, ...ends.map((cell) => [cell])]
}

function breadthFirst({ start, neighbour, local }: Graph, cells: readonly number[]): number[] {
  for (const cell of cells) local[cell] = 0
  const order = [cells[0]!]
  local[cells[0]!] = -1
  for (const cell of order)
    for (let side = start[cell]!; side < start[cell + 1]!; side++) {
      const next = neighbour[side]!
      if (local[next] !== 0) continue
      local[next] = -1
      order.push(next)
    }
  return order
}
