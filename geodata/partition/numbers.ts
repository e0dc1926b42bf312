import { fault, goalOf } from './goal.ts'
import { refuse } from './refusal.ts'
import type { Region } from './regions.ts'
import type { Band, Target } from './request.ts'

/** How many groups a region may be divided into, the best number first. */
export interface Numbers {
  readonly wanted: readonly number[]
  /** Whether any number at all lets the average group be in its bands. */
  readonly fits: boolean
}

/** Which numbers of groups let so much be in a band on average. */
function range(band: Band | undefined, total: number): [number, number] {
  if (!band) return [1, Infinity]
  return [Math.ceil(total / band.most), band.least > 0 ? Math.floor(total / band.least) : Infinity]
}

/** A cell that is too heavy for any group counts as a full one, else the others would be cut too small. */
function weightFor(region: Region, band: Band | undefined): number {
  return region.graph.weight.reduce((sum, weight) => sum + Math.min(weight, band?.most ?? Infinity), 0)
}

const middle = ({ least, most }: Band) => (least + most) / 2

/** The numbers that the bands allow, the one that makes average groups first; where none is allowed, the one that comes nearest. */
function byBands(region: Region, target: Target): Numbers {
  const cells = region.graph.ids.length
  const weight = weightFor(region, target.weight)
  const [a, b] = [range(target.cells, cells), range(target.weight, weight)]
  const [least, most] = [Math.max(1, a[0], b[0]), Math.min(cells, a[1], b[1])]
  const wish = target.cells ? cells / middle(target.cells) : weight / middle(target.weight!)
  if (least > most) return { wanted: [nearest(cells, weight, target, wish)], fits: false }
  const wanted = Array.from({ length: most - least + 1 }, (_, index) => least + index)
  wanted.sort((x, y) => Math.abs(x - wish) - Math.abs(y - wish) || x - y)
  return { wanted, fits: true }
}

function nearest(cells: number, weight: number, target: Target, wish: number): number {
  const candidates = [range(target.cells, cells), range(target.weight, weight), [wish, wish]]
    .flat()
    .filter(Number.isFinite)
    .flatMap((number) => [Math.floor(number), Math.ceil(number)])
    .map((number) => Math.min(cells, Math.max(1, number)))
  const goal = goalOf(target, 0, 0)
  const costOf = (groups: number) => fault(goal, cells / groups, weight / groups)
  return candidates.reduce((best, groups) => (costOf(groups) < costOf(best) ? groups : best), candidates[0]!)
}

/** Shares out so many groups by weight: each region at least one and at most one for each cell. */
export function shareOut(total: number, regions: readonly Region[]): number[] {
  const shares = regions.map(() => 1)
  // Where nobody lives, land counts.
  const weighed = regions.some(({ weight }) => weight > 0)
  const weightOf = (index: number) => (weighed ? regions[index]!.weight : regions[index]!.graph.ids.length)
  for (let given = regions.length; given < total; given++) {
    const need = (index: number) => weightOf(index) / (shares[index]! + 0.5)
    let best = -1
    for (const index of regions.keys())
      if (shares[index]! < regions[index]!.graph.ids.length && (best < 0 || need(index) > need(best))) best = index
    shares[best]!++
  }
  return shares
}

const cellsIn = (regions: readonly Region[]) => regions.reduce((sum, { graph }) => sum + graph.ids.length, 0)

/** A number of groups for some regions. Where a community has more parts than it may have groups, every part gets one. */
function fixed(total: number, regions: readonly Region[]): Numbers[] {
  return shareOut(total, regions).map((groups) => ({ wanted: [groups], fits: true }))
}

/** Throws a refusal for numbers that cannot be. */
export function numbersOf(regions: readonly Region[], target: Target): Numbers[] {
  const { grids } = target
  if (grids === undefined) return regions.map((region) => byBands(region, target))
  const communities = [...new Set(regions.map(({ community }) => community))]
  if (typeof grids === 'number') {
    if (grids < communities.length) refuse('too_few_grids')
    if (grids > cellsIn(regions)) refuse('too_many_grids')
    return fixed(grids, regions)
  }
  const unknown = grids.map(({ community }) => community).filter((community) => !communities.includes(community))
  if (unknown.length > 0) refuse('unknown_community', unknown)
  return communities.flatMap((community) => {
    const own = regions.filter((region) => region.community === community)
    const number = grids.find((each) => each.community === community)?.grids ?? refuse('number_missing', [community])
    if (number > cellsIn(own)) refuse('too_many_grids', [community])
    return fixed(number, own)
  })
}
