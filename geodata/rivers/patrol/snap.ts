/**
 * Which of its candidates each fix is: the cheapest sequence of them, found by dynamic programming (Viterbi, as in Newson and Krumm, 2009,
 * "Hidden Markov map matching through noise and sparseness"). The distance to the river weighs little: whoever walks on a bank is beside it.
 * What weighs is that nobody is on the next arm of a bend in the next second.
 */
import type { Candidates } from './candidates.ts'
import { type CleanTrack, distanceBetween } from './clean.ts'
import type { PatrolLimits } from './rule.ts'

/**
 * What a step on the river costs that nobody can have made: as much as 200 m on the bank of one arm, taken for a walk 60 m farther off on that of another. So a
 * neck that was crossed is found out, and an arm that was nearer for a while is not taken.
 */
const IMPOSSIBLE = 5
/** Metres by which a step on the river and the one on the ground may differ at the cost of 1. */
const DIFFERENCE_M = 20
const MOST_DIFFERENCE = 5
/** On the edge of the corridor costs 1 for so many metres gone, whether there are many fixes or few; no step counts for more than ten times as much. */
const ASIDE_M = 10
const MOST_ASIDE_M = 100
/** How far a place on the river may move while the receiver errs. */
const SLACK_M = 30

/** Metres along the line of each fix; NaN where it has no candidate. */
export function snap(track: CleanTrack, candidates: Candidates, { corridor_m, maximum_speed_m_s }: PatrolLimits): Float64Array {
  const { first, along_m, distance_m } = candidates
  const cost = new Float64Array(along_m.length)
  const previous = new Int32Array(along_m.length).fill(-1)
  let last = -1
  for (let fix = 0; fix < track.at.length; fix++) {
    const [begin, end] = [first[fix]!, first[fix + 1]!]
    if (begin === end) continue
    const ground = last < 0 ? 0 : distanceBetween(track, last, fix)
    const most = last < 0 ? 0 : SLACK_M + (maximum_speed_m_s * (track.at[fix]! - track.at[last]!)) / 1000
    const weight = last < 0 ? 1 : Math.min(ground, MOST_ASIDE_M) / ASIDE_M
    for (let candidate = begin; candidate < end; candidate++) {
      let best = last < 0 ? 0 : Infinity
      for (let from = last < 0 ? end : first[last]!; last >= 0 && from < first[last + 1]!; from++) {
        const moved = Math.abs(along_m[candidate]! - along_m[from]!)
        const difference = Math.min(MOST_DIFFERENCE, Math.abs(moved - ground) / DIFFERENCE_M)
        const total = cost[from]! + difference + (moved > most ? IMPOSSIBLE : 0)
        if (total < best) {
          best = total
          previous[candidate] = from
        }
      }
      const aside = distance_m[candidate]! / corridor_m
      cost[candidate] = best + weight * aside * aside
    }
    last = fix
  }
  return trace(track.at.length, last, candidates, cost, previous)
}

function trace(
  count: number,
  last: number,
  { first, along_m }: Candidates,
  cost: Float64Array,
  previous: Int32Array,
): Float64Array {
  const snapped = new Float64Array(count).fill(NaN)
  if (last < 0) return snapped
  let candidate = first[last]!
  for (let other = candidate + 1; other < first[last + 1]!; other++) if (cost[other]! < cost[candidate]!) candidate = other
  for (let fix = last; fix >= 0 && candidate >= 0; fix--) {
    if (first[fix] === first[fix + 1]) continue
    snapped[fix] = along_m[candidate]!
    candidate = previous[candidate]!
  }
  return snapped
}
