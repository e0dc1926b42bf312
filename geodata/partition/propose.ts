import { checkGroups, checkLand, checkLocked, checkTarget } from './check.ts'
import { type DividedRegion, divideRegion } from './divide_region.ts'
import { type Goal, goalOf } from './goal.ts'
import { type Measures, measure } from './measures.ts'
import { keptIds } from './names.ts'
import { type Numbers, numbersOf } from './numbers.ts'
import { randomOf } from './random.ts'
import { type Refusal, Refused, refuse } from './refusal.ts'
import { type Region, regionsOf } from './regions.ts'
import { type Progress, type ProposeRequest, TOLERANCE } from './request.ts'
import type { Unmet } from './unmet.ts'

export interface ProposedGroup {
  /** Of the grid that it continues; null for a new one. */
  readonly id: string | null
  /** Null also where communities do not bind. */
  readonly community: string | null
  /** Sorted. */
  readonly cells: readonly string[]
}

export interface Proposal {
  /** By community, then by first cell. */
  readonly groups: readonly ProposedGroup[]
  readonly measures: Measures
  readonly unmet: readonly Unmet[]
}

/** Regions with what is wanted of them, and of how much weight a group of their community should be if they get so many groups. */
interface Plan {
  readonly region: Region
  readonly numbers: Numbers
  readonly goalFor: (groups: number) => Goal
}

function planOf(request: ProposeRequest): Plan[] {
  const { land, target, locked = [], current = [], within_community = true, seed } = request
  checkLand(land)
  checkTarget(target, seed)
  if (target.grids === undefined && !target.cells && !target.weight) refuse('bad_target')
  checkLocked(land, locked)
  checkGroups(land, current)
  const regions = regionsOf(land, new Set(locked), within_community)
  if (regions.length === 0) refuse('no_cells')
  const numbers = numbersOf(regions, target)
  return regions.map((region, index) => {
    const others = regions.flatMap((other, at) => (at !== index && other.community === region.community ? [at] : []))
    const weight = others.reduce((sum, at) => sum + regions[at]!.weight, region.weight)
    const more = others.reduce((sum, at) => sum + numbers[at]!.wanted[0]!, 0)
    const goalFor = (groups: number) => goalOf(target, target.tolerance ?? TOLERANCE, weight / (groups + more))
    return { region, numbers: numbers[index]!, goalFor }
  })
}

function proposalOf({ land, current = [] }: ProposeRequest, plans: readonly Plan[], divided: readonly DividedRegion[]): Proposal {
  const groups = divided.flatMap((found, index) => {
    const { community, graph } = plans[index]!.region
    const named = found.groups.map((cells) => ({ community, cells: cells.map((cell) => graph.ids[cell]!).sort() }))
    return named.sort((a, b) => (a.cells[0]! < b.cells[0]! ? -1 : 1))
  })
  const ids = keptIds(
    land.cells,
    groups.map(({ cells }) => cells),
    current,
  )
  return {
    groups: groups.map((group, index) => ({ id: ids[index]!, ...group })),
    measures: measure(land, groups),
    unmet: unmetOf(plans, divided),
  }
}

function unmetOf(plans: readonly Plan[], divided: readonly DividedRegion[]): Unmet[] {
  const parts = new Map<string | null, string[]>()
  for (const { region } of plans) parts.set(region.community, [...(parts.get(region.community) ?? []), region.graph.ids[0]!])
  const disconnected = [...parts].filter(([, firsts]) => firsts.length > 1)
  const outside = divided.flatMap(({ groups, outside: off, reason }, index): Unmet[] => {
    const { community, graph } = plans[index]!.region
    return reason ? [{ community, reason, cells: off.map((group) => graph.ids[groups[group]![0]!]!) }] : []
  })
  return [...disconnected.map(([community, cells]) => ({ community, reason: 'disconnected' as const, cells })), ...outside]
}

/**
 * Divides land into grids that hang together. Yields how far it is, in cells, at least every few milliseconds: between two steps the caller
 * may look for messages, or drop it. Deterministic for a seed: it counts attempts, never time. Bad input is refused, nothing is thrown.
 */
export function* propose(request: ProposeRequest): Generator<Progress, { proposal: Proposal } | { refused: Refusal }> {
  let plans: Plan[]
  try {
    plans = planOf(request)
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal }
    throw error
  }
  const total = plans.reduce((sum, { region }) => sum + region.graph.ids.length, 0)
  const divided: DividedRegion[] = []
  let before = 0
  for (const { region, numbers, goalFor } of plans) {
    const cells = region.graph.ids.length
    const random = randomOf(request.seed, `${region.community} ${region.graph.ids[0]}`)
    const steps = divideRegion(region, numbers, request.target, goalFor, random)
    let step = steps.next()
    for (; !step.done; step = steps.next()) yield { done: before + cells * step.value, total }
    divided.push(step.value)
    before += cells
  }
  yield { done: total, total }
  return { proposal: proposalOf(request, plans, divided) }
}

/** Runs a search to its end, for callers that need neither progress nor to stop it. */
export function toEnd<T>(search: Generator<unknown, T>): T {
  for (let step = search.next(); ; step = search.next()) if (step.done) return step.value
}
