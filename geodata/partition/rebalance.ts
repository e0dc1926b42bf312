import { checkGroups, checkLand, checkLocked, checkTarget } from './check.ts'
import { sumsOf } from './division.ts'
import { needOf } from './draft.ts'
import { type Goal, goalOf } from './goal.ts'
import { partsOf } from './graph.ts'
import { type Measures, measure } from './measures.ts'
import { randomOf } from './random.ts'
import { rebalanceRegion } from './rebalance_region.ts'
import { type Refusal, Refused, refuse } from './refusal.ts'
import { type Region, regionsOf } from './regions.ts'
import type { Group, Progress, RebalanceRequest } from './request.ts'

export interface Move {
  readonly cell: string
  readonly from: string
  readonly to: string
}

export interface Rebalance {
  /** By cell. */
  readonly moves: readonly Move[]
  /** All groups as they are after the moves, in the order in which they came. */
  readonly groups: readonly Group[]
  /** Of the groups that are not locked. */
  readonly before: Measures
  readonly after: Measures
  /** Groups that are still outside a band or the tolerance. */
  readonly unmet: readonly { readonly community: string | null; readonly group: string }[]
}

interface Plan {
  readonly region: Region
  readonly groups: readonly Group[]
  readonly cells: readonly (readonly number[])[]
  readonly goal: Goal
}

/** Groups without a locked cell. */
function freeGroups({ groups, locked = [] }: RebalanceRequest): Group[] {
  const fixed = new Set(locked)
  return groups.filter(({ cells }) => !cells.some((cell) => fixed.has(cell)))
}

function planOf(request: RebalanceRequest): Plan[] {
  const { land, target, seed, within_community = true, locked = [] } = request
  checkLand(land)
  checkTarget(target, seed)
  if (!target.cells && !target.weight && target.tolerance === undefined) refuse('bad_target')
  checkLocked(land, locked)
  checkGroups(land, request.groups)
  if (request.groups.length === 0) refuse('no_cells')
  const free = freeGroups(request)
  const taking = new Set(free.flatMap(({ cells }) => cells))
  const out = new Set(land.cells.map(({ id }) => id).filter((id) => !taking.has(id)))
  const regions = regionsOf(land, out, within_community)
  const placed = regions.map((region) => groupsIn(region, free))
  const totals = new Map<string | null, { weight: number; groups: number }>()
  regions.forEach(({ community, weight }, index) => {
    const sum = totals.get(community) ?? { weight: 0, groups: 0 }
    totals.set(community, { weight: sum.weight + weight, groups: sum.groups + placed[index]!.groups.length })
  })
  return regions.map((region, index) => {
    const total = totals.get(region.community)!
    const goal = goalOf(target, target.tolerance ?? Infinity, total.weight / total.groups)
    return { region, goal, ...placed[index]! }
  })
}

function groupsIn({ graph }: Region, free: readonly Group[]): Pick<Plan, 'groups' | 'cells'> {
  const indices = new Map(graph.ids.map((id, index) => [id, index]))
  const groups = free.filter(({ cells }) => cells.some((cell) => indices.has(cell))).sort((a, b) => (a.id < b.id ? -1 : 1))
  const cells = groups.map((group) => {
    const own = group.cells.flatMap((cell) => indices.get(cell) ?? []).sort((a, b) => a - b)
    if (own.length < group.cells.length || partsOf(graph, own).length > 1) refuse('group_in_parts', [group.id])
    return own
  })
  return { groups, cells }
}

/** Throws a refusal for a group with cells of two communities. */
function checkCommunities({ land, groups, within_community = true }: RebalanceRequest): void {
  if (!within_community) return
  const communityOf = new Map(land.cells.map(({ id, community }) => [id, community]))
  for (const { id, cells } of groups)
    if (cells.some((cell) => communityOf.get(cell) !== communityOf.get(cells[0]!))) refuse('group_across_communities', [id])
}

function resultOf(request: RebalanceRequest, plans: readonly Plan[], found: readonly Int32Array[]): Rebalance {
  const moves: Move[] = []
  const unmet: { community: string | null; group: string }[] = []
  const communities = new Map<string, string | null>()
  plans.forEach(({ region: { community, graph }, groups, cells, goal }, index) => {
    const after = found[index]!
    cells.forEach((own, from) => {
      const { id } = groups[from]!
      communities.set(id, community)
      for (const cell of own)
        if (after[cell] !== from) moves.push({ cell: graph.ids[cell]!, from: id, to: groups[after[cell]!]!.id })
      const now = [...graph.ids.keys()].filter((cell) => after[cell] === from)
      if (needOf(goal, sumsOf(graph, now)) > 0) unmet.push({ community, group: id })
    })
  })
  moves.sort((a, b) => (a.cell < b.cell ? -1 : 1))
  const groups = moved(request.groups, moves)
  const free = (all: readonly Group[]) =>
    all.filter(({ id }) => communities.has(id)).map(({ id, cells }) => ({ community: communities.get(id)!, cells }))
  return { moves, groups, before: measure(request.land, free(request.groups)), after: measure(request.land, free(groups)), unmet }
}

function moved(groups: readonly Group[], moves: readonly Move[]): Group[] {
  const gone = new Set(moves.map(({ cell }) => cell))
  const come = new Map<string, string[]>()
  for (const { cell, to } of moves) come.set(to, [...(come.get(to) ?? []), cell])
  return groups.map(({ id, cells }) => ({ id, cells: [...cells.filter((cell) => !gone.has(cell)), ...(come.get(id) ?? [])] }))
}

/**
 * Brings a draft into its bands, and within the tolerance if one is given, with as few cells moved as it finds. What is met already
 * stays untouched. Yields how far it is, in cells; deterministic for a seed; bad input is refused, nothing is thrown.
 */
export function* rebalance(request: RebalanceRequest): Generator<Progress, { rebalance: Rebalance } | { refused: Refusal }> {
  let plans: Plan[]
  try {
    checkLand(request.land)
    checkGroups(request.land, request.groups)
    checkCommunities(request)
    plans = planOf(request)
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal }
    throw error
  }
  const total = plans.reduce((sum, { region }) => sum + region.graph.ids.length, 0)
  const found: Int32Array[] = []
  let before = 0
  for (const { region, cells, goal } of plans) {
    const count = region.graph.ids.length
    const steps = rebalanceRegion(region.graph, cells, goal, randomOf(request.seed, `${region.community} ${region.graph.ids[0]}`))
    let step = steps.next()
    for (; !step.done; step = steps.next()) yield { done: before + count * step.value, total }
    found.push(step.value.group)
    before += count
  }
  yield { done: total, total }
  return { rebalance: resultOf(request, plans, found) }
}
