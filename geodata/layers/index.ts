/** The layer catalogue: one file per layer, listed here from the ground up, as a map draws them. */
import { administrativeAreas } from './administrative_areas.ts'
import { controlLines } from './control_lines.ts'
import { faults } from './faults.ts'
import { garbagePoints } from './garbage_points.ts'
import { geohazardPoints } from './geohazard_points.ts'
import { grids } from './grids.ts'
import { hazardZones } from './hazard_zones.ts'
import { householdPoints } from './household_points.ts'
import { hydrants } from './hydrants.ts'
import { keySites } from './key_sites.ts'
import { landCover } from './land_cover.ts'
import { type Field, type Layer, VALIDITY } from './layer.ts'
import { monitoringStations } from './monitoring_stations.ts'
import { observationPoints } from './observation_points.ts'
import { outfalls } from './outfalls.ts'
import { parks } from './parks.ts'
import { patrolAreas } from './patrol_areas.ts'
import { plannedRoads } from './planned_roads.ts'
import { riverSegments } from './river_segments.ts'
import { rivers } from './rivers.ts'
import { roadSegments } from './road_segments.ts'
import { roads } from './roads.ts'
import { sewageWorks } from './sewage_works.ts'
import { shelters } from './shelters.ts'
import { unitCells } from './unit_cells.ts'
import { waterSources } from './water_sources.ts'

export * from './layer.ts'

export const LAYERS: readonly Layer[] = [
  landCover,
  unitCells,
  grids,
  administrativeAreas,
  hazardZones,
  patrolAreas,
  parks,
  controlLines,
  rivers,
  roads,
  plannedRoads,
  riverSegments,
  roadSegments,
  faults,
  householdPoints,
  garbagePoints,
  outfalls,
  sewageWorks,
  geohazardPoints,
  keySites,
  monitoringStations,
  observationPoints,
  hydrants,
  waterSources,
  shelters,
]

const byId = new Map(LAYERS.map((layer) => [layer.id, layer]))

/** The layer of this id, or undefined. */
export const findLayer = (id: string): Layer | undefined => byId.get(id)

/** All fields of a layer, validity included, in the order in which people read them. */
export const fieldsOf = (layer: Layer): readonly Field[] => (layer.temporal ? [...layer.fields, ...VALIDITY] : layer.fields)
