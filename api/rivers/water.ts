/** What the water of a segment is like: told by a station in it, else by the next one below on its river, else by the one above. */
import { daysBetween } from '#geodata/emergency/days.ts'
import type { WaterClass, WaterState } from '#geodata/rivers/records.ts'
import { standingOf, type WaterAssessment, waterClassOf } from '#geodata/rivers/water_class.ts'
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

export function waterOf(segment: SegmentInWater, stations: StationsByRiver, today: string): WaterState {
  const { water_class_target: target } = segment
  const told = tellingStation(segment, (segment.river_id !== null && stations.get(segment.river_id)) || [])
  if (!told)
    return {
      ...{ state: 'unknown', water_class: null, target, deciding: [], station: null, where: null },
      ...{ sampled_on: null, source: null, age_days: null },
    }
  const { id, name, name_en, kind, chainage_m, sampled_on, source, assessment } = told.station
  return {
    state: standingOf(assessment.water_class, target),
    water_class: assessment.water_class,
    target,
    deciding: assessment.deciding,
    station: { id, name, name_en, kind, chainage_m },
    where: told.where,
    sampled_on,
    source,
    age_days: sampled_on === null ? null : daysBetween(sampled_on, today),
  }
}

/** Stations of which nothing is known tell nothing. Of several in the segment the one sampled last counts, of those the lowest. */
function tellingStation(
  { chainage_from_m, chainage_to_m }: SegmentInWater,
  stations: readonly AssessedStation[],
): { readonly station: AssessedStation; readonly where: 'in' | 'below' | 'above' } | undefined {
  const measured = stations.filter(({ assessment }) => assessment.water_class !== null)
  const inside = measured.filter(({ chainage_m }) => chainage_m >= chainage_from_m && chainage_m <= chainage_to_m)
  if (inside.length > 0)
    return { station: inside.reduce((a, b) => ((b.sampled_on ?? '') >= (a.sampled_on ?? '') ? b : a)), where: 'in' }
  const below = measured.find(({ chainage_m }) => chainage_m > chainage_to_m)
  if (below) return { station: below, where: 'below' }
  const above = measured.findLast(({ chainage_m }) => chainage_m < chainage_from_m)
  return above && { station: above, where: 'above' }
}
