/** Dividing land anew and bringing a draft into its band: the town's own cells, and generated land of several sizes. */
import {
  type Measures,
  measure,
  type ProposeRequest,
  propose,
  type RebalanceRequest,
  rebalance,
  toEnd,
} from '#geodata/partition/index.ts'
import { ALIKE, generatedLand, randomOf } from './generated_land.ts'

interface Took {
  readonly ms: number
  /** Of the processor: says more than time where something else runs beside. */
  readonly cpuMs: number
}

export interface Proposed extends Took, Measures {
  readonly land: string
  readonly cells: number
  /** Groups that are not as asked for. */
  readonly unmet: number
  /** Whether groups must be even: with a band of cells, density decides how even they can be. */
  readonly even: boolean
}

export interface Rebalanced extends Took {
  readonly land: string
  readonly cells: number
  readonly outside: number
  readonly moves: number
  readonly unmet: number
  readonly before: number
  readonly after: number
}

const SIZES = [200, 2_000, 20_000]
/** Cells in a grid, on average where nothing else is asked for. */
const AVERAGE = 13
const SEED = 1
/** Weights of a grid around the mean, and by how much those of cells have changed since it was drawn, at most. */
const BAND = 0.1
const CHANGE = 0.5

function timed<Result>(work: () => Result): [Result, Took] {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const result = work()
  return [result, { ms: performance.now() - start, cpuMs: process.cpuUsage(before).user / 1000 }]
}

export function measureProposal(land: string, request: ProposeRequest): Proposed {
  const [result, took] = timed(() => toEnd(propose(request)))
  if ('refused' in result) throw new Error(result.refused.code)
  const { groups, unmet } = result.proposal
  return {
    land,
    cells: request.land.cells.length,
    ...took,
    ...measure(request.land, groups),
    unmet: unmet.reduce((sum, { cells }) => sum + cells.length, 0),
    even: request.target.cells === undefined,
  }
}

/** @param request with a band of cells or of weight */
export function measureRebalance(land: string, request: RebalanceRequest): Rebalanced {
  const [result, took] = timed(() => toEnd(rebalance(request)))
  if ('refused' in result) throw new Error(result.refused.code)
  const { moves, unmet, before, after } = result.rebalance
  return {
    land,
    cells: request.land.cells.length,
    ...took,
    outside: outsideOf(request),
    moves: moves.length,
    unmet: unmet.length,
    before: before.imbalance,
    after: after.imbalance,
  }
}

function outsideOf({ land, groups, target }: RebalanceRequest): number {
  const weights = new Map(land.cells.map(({ id, weight }) => [id, weight]))
  const off = (band: { least: number; most: number } | undefined, value: number) =>
    band !== undefined && (value < band.least || value > band.most)
  return groups.filter(({ cells }) => {
    const weight = cells.reduce((sum, cell) => sum + weights.get(cell)!, 0)
    return off(target.cells, cells.length) || off(target.weight, weight)
  }).length
}

export function measureGenerated(): { proposals: Proposed[]; rebalances: Rebalanced[] } {
  const proposals = SIZES.map((size) => {
    const land = generatedLand(size, SEED, ALIKE)
    return measureProposal('generated', { land, target: { grids: Math.round(size / AVERAGE) }, seed: SEED })
  })
  return { proposals, rebalances: [measureRebalance('generated', changed(SIZES[1]!))] }
}

/** Even grids of which people have since moved away, and to which others came. */
function changed(size: number): RebalanceRequest {
  const land = generatedLand(size, SEED, ALIKE)
  const result = toEnd(propose({ land, target: { grids: Math.round(size / AVERAGE) }, seed: SEED }))
  if ('refused' in result) throw new Error(result.refused.code)
  const groups = result.proposal.groups.map(({ cells }, index) => ({ id: `${index}`, cells }))
  const random = randomOf(SEED)
  const cells = land.cells.map((cell) => ({ ...cell, weight: cell.weight * (1 + CHANGE * (2 * random() - 1)) }))
  const mean = cells.reduce((sum, { weight }) => sum + weight, 0) / groups.length
  const weight = { least: (1 - BAND) * mean, most: (1 + BAND) * mean }
  return { land: { ...land, cells }, groups, target: { weight }, seed: SEED }
}
