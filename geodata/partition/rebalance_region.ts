import { shiftChain } from './chain.ts'
import { Draft } from './draft.ts'
import type { Goal } from './goal.ts'
import type { Graph } from './graph.ts'
import { goHome, smooth } from './homeward.ts'
import type { Random } from './random.ts'
import { recutLeast } from './recut_least.ts'

const TRIES = 3
const ATTEMPTS_A_GROUP = 3
const ATTEMPTS_AT_LEAST = 20
/** Cells of a group. */
const LARGE = 300

export interface Rebalanced {
  /** Group by cell. */
  readonly group: Int32Array
  readonly need: number
  readonly away: number
  readonly shape: number
}

function better(a: Rebalanced, b: Rebalanced): boolean {
  if (Math.abs(a.need - b.need) > 1e-9) return a.need < b.need
  return a.away === b.away ? a.shape < b.shape : a.away < b.away
}

/** Several tries that differ by chance; the one that leaves least need, then fewest cells away from home, then the
 * roundest. Yields the share that is done. */
export function* rebalanceRegion(
  graph: Graph,
  groups: readonly (readonly number[])[],
  goal: Goal,
  random: Random,
): Generator<number, Rebalanced> {
  let best: Rebalanced | undefined
  for (let round = 0; round < TRIES; round++) {
    const draft = new Draft(graph, groups, goal)
    const steps = relieve(draft, random)
    for (let step = steps.next(); !step.done; step = steps.next()) yield (round + step.value) / TRIES
    goHome(draft)
    yield* smooth(draft, (round + 1) / TRIES)
    const found = {
      group: draft.division.group,
      need: draft.totalNeed(),
      away: draft.away(),
      shape: draft.shapes([...draft.division.members.keys()]),
    }
    if (!best || better(found, best)) best = found
    if (best.away === 0 && best.need === 0) break
  }
  return best!
}

/** Relieves the group in greatest need until none is or nothing helps. */
function* relieve(draft: Draft, random: Random): Generator<number, void> {
  const groups = draft.division.members.length
  const budget = ATTEMPTS_AT_LEAST + ATTEMPTS_A_GROUP * groups
  const hopeless = new Set<number>()
  for (let attempt = 0; attempt < budget; attempt++) {
    let [worst, most] = [-1, 0]
    for (let group = 0; group < groups; group++)
      if (draft.need(group) > most && !hopeless.has(group)) [worst, most] = [group, draft.need(group)]
    if (worst < 0) return
    if (yield* helped(draft, worst, random, attempt / budget)) hopeless.clear()
    else hopeless.add(worst)
  }
}

/** Single cells first in small groups. In large ones they change next to nothing: there they come last. */
function* helped(draft: Draft, group: number, random: Random, share: number): Generator<number, boolean> {
  const large = draft.division.sums[group]!.cells > LARGE
  yield share
  if (!large && shiftChain(draft, group, random)) return true
  for (const other of draft.division.neighbours(group)) {
    yield share
    if (recutLeast(draft, group, other, random)) return true
  }
  return large && shiftChain(draft, group, random)
}
