/** What the water of a segment is like: told by a station in it, else by the next one below on its river, else by the one above. */
import { daysBetween } from '#geodata/emergency/days.ts'
import type { WaterClass, WaterState } from '#geodata/rivers/records.ts'
import { standingOf, WATER_CLASSES, type WaterAssessment, waterClassOf } from '#geodata/rivers/water_class.ts'
import type { StationRow } from './water_store.ts'

export interface SegmentInWater {
  readonly river_id: number | null
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  readonly water_class_target: WaterClass | null
}

export interface AssessedStation extends StationRow {
  readonly assessment: WaterAssessment
}

/** Stations by river, each list down the river. */
export type StationsByRiver = ReadonlyMap<number, readonly AssessedStation[]>

export function byRiver(stations: readonly StationRow[]): StationsByRiver {
  const found = new Map<number, AssessedStation[]>()
  for (const station of stations) {
    const assessed = { ...station, assessment: waterClassOf(station.values) }
    const there = found.get(station.river_id)
    if (there) there.push(assessed)
    else found.set(station.river_id, [assessed])
  }
  return found
}

const WHERES = ['in', 'below', 'above'] as const

/** Tells the water of many segments: what one station says is said once. */
export class WaterTeller {
  readonly #stations: StationsByRiver
  readonly #today: string
  readonly #said = new Map<AssessedStation | null, WaterState[]>()

  constructor(stations: StationsByRiver, today: string) {
    this.#stations = stations
    this.#today = today
  }

  waterOf(segment: SegmentInWater): WaterState {
    const { river_id, water_class_target: target } = segment
    const told = tellingStation(segment, (river_id !== null && this.#stations.get(river_id)) || [])
    const station = told?.station ?? null
    let said = this.#said.get(station)
    if (!said) {
      said = []
      this.#said.set(station, said)
    }
    const at =
      (told ? WHERES.indexOf(told.where) : 0) * (WATER_CLASSES.length + 1) +
      (target === null ? 0 : 1 + WATER_CLASSES.indexOf(target))
    said[at] ??= told ? saidBy(told, target, this.#today) : silence(target)
    return said[at]
  }
}

const silence = (target: WaterClass | null): WaterState => ({
  ...{ state: 'unknown', water_class: null, target, deciding: [], station: null, where: null },
  ...{ sampled_on: null, source: null, age_days: null },
})

interface Told {
  readonly station: AssessedStation
  readonly where: (typeof WHERES)[number]
}

function saidBy({ station, where }: Told, target: WaterClass | null, today: string): WaterState {
  const { id, name, name_en, kind, chainage_m, sampled_on, source, assessment } = station
  return {
    state: standingOf(assessment.water_class, target),
    water_class: assessment.water_class,
    target,
    deciding: assessment.deciding,
    station: { id, name, name_en, kind, chainage_m },
    where,
    sampled_on,
    source,
    age_days: sampled_on === null ? null : daysBetween(sampled_on, today),
  }
}

/** Stations of which nothing is known tell nothing. Of several in the segment the one sampled last counts, of those the lowest. */
function tellingStation(
  { chainage_from_m, chainage_to_m }: SegmentInWater,
  stations: readonly AssessedStation[],
): Told | undefined {
  let inside: AssessedStation | undefined
  let above: AssessedStation | undefined
  for (const station of stations) {
    if (station.assessment.water_class === null) continue
    if (station.chainage_m < chainage_from_m) above = station
    else if (station.chainage_m > chainage_to_m) return inside ? { station: inside, where: 'in' } : { station, where: 'below' }
    else if (!inside || (station.sampled_on ?? '') >= (inside.sampled_on ?? '')) inside = station
  }
  return inside ? { station: inside, where: 'in' } : above && { station: above, where: 'above' }
}
