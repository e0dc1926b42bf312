/** How water and shelters of an incident are told: the same by the server and from a pack. */
import type { CurrentMark } from './marks.ts'
import type { Reached } from './reach.ts'
import { planShelters, type ShelterOption } from './shelters.ts'
import { THRESHOLDS } from './thresholds.ts'
import type { WaterStanding } from './water.ts'

/** What is not usable is told of only where it is near: somebody might count on it. Metres. */
const ASIDE_LIMIT_M = 2_000

export const waterLimit = (standing: WaterStanding): number =>
  standing === 'usable' ? THRESHOLDS.water_search.value : ASIDE_LIMIT_M

export const toldWay = ({ way, distance_m, straight_m, road }: Reached) => ({
  way,
  distance_m,
  straight_m,
  road_m: way === 'road' ? distance_m : null,
  line: road?.line ?? null,
  roads: road?.roads ?? [],
})

/**
 * Rank, way and length with all roads open. Null where it would not be in the list; left out where no road is closed.
 * @param before of the same list with all roads open, the nearest first; undefined where no road is closed
 */
export function toldBefore(before: readonly Reached[] | undefined, target: number) {
  if (!before) return {}
  const index = before.findIndex((one) => one.target === target)
  if (index < 0) return { without_closures: null }
  const { way, distance_m } = before[index]!
  return { without_closures: { rank: index + 1, way, distance_m } }
}

/** A shelter that was reached; its `properties` hold what is recorded of it. */
export interface ReachedShelter<Hazard extends ShelterOption['hazards'][number] = ShelterOption['hazards'][number]> {
  readonly id: number
  readonly point: readonly [number, number]
  readonly properties: Readonly<Record<string, unknown>>
  readonly hazards: readonly Hazard[]
  readonly mark: CurrentMark | undefined
  readonly reached: Reached
}

/**
 * @param before as for `toldBefore`
 * @param people to be placed; null where nobody has said: then shelters are listed with their room
 * @param day `YYYY-MM-DD`
 */
export function toldShelters<Hazard extends ShelterOption['hazards'][number]>(
  shelters: readonly ReachedShelter<Hazard>[],
  before: readonly Reached[] | undefined,
  people: number | null,
  day: string,
) {
  const plan = planShelters(shelters.map(optionOf), people ?? 0, day)
  const told = new Map(
    shelters.map(({ id, point, properties, hazards, mark, reached }) => [
      id,
      { point, ...toldWay(reached), properties, hazards, mark: mark ?? null, ...toldBefore(before, reached.target) },
    ]),
  )
  const ranked = <One extends { readonly id: number }>(list: readonly One[]) =>
    list.map((one, index) => ({ rank: index + 1, ...one, ...told.get(one.id)! }))
  return {
    people,
    placed: plan.placed,
    unplaced: plan.unplaced,
    search_m: THRESHOLDS.shelter_search.value,
    offered: ranked(plan.offered),
    unmeasured: ranked(plan.unmeasured),
    excluded: ranked(plan.excluded),
  }
}

function optionOf({ id, properties, hazards, mark, reached }: ReachedShelter): ShelterOption {
  const own = properties as unknown as Pick<ShelterOption, 'class' | 'status' | 'capacity' | 'occupancy' | 'occupancy_at'>
  return { ...own, id, hazards, mark, distance_m: reached.distance_m, way: reached.way }
}
