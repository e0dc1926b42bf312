/** Where so many people find refuge. */
import { daysBetween } from './days.ts'
import type { Mark } from './marks.ts'
import { AVOIDED_ZONES, SERVICE_DISTANCES, type ShelterClass, THRESHOLDS } from './thresholds.ts'

export interface ShelterRecord {
  readonly id: number
  readonly class: ShelterClass
  readonly status: 'planned' | 'under_construction' | 'available' | 'in_use' | 'closed'
  /** People; null where the area is not known. */
  readonly capacity: number | null
  readonly occupancy: number | null
  /** `YYYY-MM-DD` */
  readonly occupancy_at: string | null
  /** Zones that it lies in or near. */
  readonly hazards: readonly { readonly kind: string; readonly distance_m: number }[]
}

export interface ShelterOption extends ShelterRecord {
  readonly distance_m: number
  readonly way: 'road' | 'straight'
  readonly mark?: Pick<Mark, 'mark'> | undefined
}

export type ShelterReason = ShelterRecord['status'] | 'marked_unusable' | 'marked_full' | 'full' | 'in_hazard_zone'

export interface OfferedShelter {
  readonly id: number
  /** People who still find room by the latest figure. */
  readonly room: number
  /** Of those who are to be placed, how many here. */
  readonly assigned: number
  /** As of how many days ago; null where nobody has said. */
  readonly figure_age_days: number | null
  readonly figure_is_old: boolean
  readonly within_service_distance: boolean
}

export interface ShelterPlan {
  readonly offered: readonly OfferedShelter[]
  /** Of unknown area: how many find room there, nobody knows. */
  readonly unmeasured: readonly { readonly id: number }[]
  readonly excluded: readonly { readonly id: number; readonly reasons: readonly ShelterReason[] }[]
  readonly placed: number
  /** Who finds no room. */
  readonly unplaced: number
}

/**
 * Places people of one incident, each as near as may be. All of them set out from the same place, so filling the nearest first makes the sum of
 * their ways as short as it can be: whoever went farther while there was room nearer could be moved there.
 * @param options in any order
 */
export function planShelters(options: readonly ShelterOption[], people: number, day: string): ShelterPlan {
  const byDistance = [...options].sort((a, b) => a.distance_m - b.distance_m || a.id - b.id)
  const judged = byDistance.map((option) => ({ option, reasons: reasonsAgainst(option) }))
  const open = judged.filter(({ reasons }) => reasons.length === 0).map(({ option }) => option)
  let left = people
  const offered = open.flatMap((option): OfferedShelter[] => {
    if (option.capacity === null) return []
    const room = roomOf(option)
    const assigned = Math.min(room, left)
    left -= assigned
    return [{ id: option.id, room, assigned, ...figureOf(option, day), within_service_distance: isWithin(option) }]
  })
  return {
    offered,
    unmeasured: open.filter(({ capacity }) => capacity === null).map(({ id }) => ({ id })),
    excluded: judged.filter(({ reasons }) => reasons.length > 0).map(({ option: { id }, reasons }) => ({ id, reasons })),
    placed: people - left,
    unplaced: left,
  }
}

const roomOf = ({ capacity, occupancy }: Pick<ShelterRecord, 'capacity' | 'occupancy'>): number =>
  Math.max(0, (capacity ?? 0) - (occupancy ?? 0))

/** Why nobody is sent to a shelter, whoever they are. */
export function reasonsAgainst(option: ShelterRecord & Pick<ShelterOption, 'mark'>): ShelterReason[] {
  const { status, capacity, hazards, mark } = option
  const isFull = capacity !== null && roomOf(option) === 0 && mark?.mark !== 'has_room'
  return [
    ...(status === 'available' || status === 'in_use' ? [] : [status]),
    ...(mark?.mark === 'unusable' ? (['marked_unusable'] as const) : []),
    ...(mark?.mark === 'full' ? (['marked_full'] as const) : isFull ? (['full'] as const) : []),
    ...(hazards.some(isInAvoided) ? (['in_hazard_zone'] as const) : []),
  ]
}

const isInAvoided = ({ kind, distance_m }: ShelterRecord['hazards'][number]): boolean =>
  distance_m === 0 && (AVOIDED_ZONES.kinds as readonly string[]).includes(kind)

/** An old figure must look old. */
function figureOf({ status, occupancy, occupancy_at }: ShelterRecord, day: string) {
  const age = occupancy === null || occupancy_at === null ? null : daysBetween(occupancy_at, day)
  const limit = status === 'in_use' ? THRESHOLDS.occupancy_in_use.value : THRESHOLDS.occupancy_at_rest.value
  return { figure_age_days: age, figure_is_old: age === null || age > limit }
}

const isWithin = ({ class: kind, distance_m }: ShelterOption): boolean => distance_m <= SERVICE_DISTANCES[kind].value
