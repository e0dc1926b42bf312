/** The demo county: invented, but exact and believable. The same on every run with the same seed. */
import { type County, makeCounty } from './county.ts' // the land, cut to cells, and who lives where on it
import { type Demo, type DemoFeature, VALID_FROM } from './demo.ts'
import { outlineOf } from './duty/areas.ts' // sets of cells as areas
import { siteGrids, tradeGrids } from './duty/flat_town.ts' // grids that are no partition
import { areaGrid } from './duty/grid.ts'
import { makeGrids } from './duty/grids.ts' // six partitions of the cells
import { SCHEMES } from './duty/schemes.ts'
import { placed } from './elsewhere.ts' // the same county at another place
import { multiPolygon, polygonWithHoles } from './geometry/shapes.ts'
import { elevationModel } from './ground/elevation_model.ts'
import { landCoverFeatures } from './ground/land_cover.ts'
import { makeAddresses } from './people/addresses.ts'
import { householdFeatures, makeDwellings } from './people/dwellings.ts' // houses with their people
import { type PlanOptions, planOf } from './plan.ts'
import { responsibilityOf } from './responsible/index.ts' // who answers for what
import { controlLineFeatures } from './things/control_lines.ts'
import { faultFeatures } from './things/faults.ts'
import { garbageFeatures } from './things/garbage.ts' // bins, stations, the treatment plant
import { findHazardPoints, geohazardFeatures } from './things/geohazards.ts'
import { zoneFeatures } from './things/hazard_zones.ts'
import { hydrantFeatures } from './things/hydrants.ts'
import { makeNetwork } from './things/network.ts' // ways from junction to junction
import { observationFeatures } from './things/observation.ts'
import { outfallFeatures } from './things/outfalls.ts'
import { makeParks, parkFeatures } from './things/parks.ts'
import { patrolFeatures } from './things/patrol_areas.ts'
import { plannedRoadFeatures } from './things/planned_roads.ts'
import { makeRivers, riverFeatures, riverSegments } from './things/rivers.ts' // water by chainage
import { roadFeatures, roadSegments } from './things/roads.ts'
import { sewageFeatures, sewageWorks } from './things/sewage.ts'
import { shelterFeatures } from './things/shelters.ts'
import { makeSites, siteFeatures } from './things/sites.ts' // schools and what else is key
import { stationFeatures } from './things/stations.ts' // what the water is like
import { waterSourceFeatures } from './things/water_sources.ts'

export type * from './demo.ts'

/** Throws a RangeError for a number of which there is no county. */
export function demoCounty(options: PlanOptions = {}): Demo {
  const plan = planOf(options)
  const demo = placed(demoOf(makeCounty(plan)), plan)
  return { ...demo, elevation: elevationModel(plan.offset), responsibility: responsibilityOf(demo, plan) }
}

function demoOf(county: County): Demo {
  const network = makeNetwork(county)
  const addresses = makeAddresses(county, network)
  const dwellings = makeDwellings(county, addresses)
  const rivers = makeRivers(county)
  const grids = makeGrids(county)
  const sites = makeSites(county, addresses)
  const parks = makeParks(county)
  const segments = riverSegments(county, rivers)
  const works = sewageWorks(county, rivers)
  const hazards = findHazardPoints(county)
  return {
    srid: 920114,
    schemes: SCHEMES,
    features: {
      land_cover: county.communities.flatMap(({ cells }) => landCoverFeatures(cells, polygonWithHoles)),
      unit_cells: cellFeatures(county),
      grids: [...grids.map((grid) => areaGrid(county, grid)), ...tradeGrids(county), ...siteGrids(county, grids, sites)],
      administrative_areas: administrativeAreas(county),
      hazard_zones: zoneFeatures(rivers, hazards),
      patrol_areas: patrolFeatures(county),
      parks: parkFeatures(county, parks),
      control_lines: controlLineFeatures(county, parks, rivers, works),
      rivers: riverFeatures(rivers),
      roads: roadFeatures(county, network),
      planned_roads: plannedRoadFeatures(county),
      river_segments: segments.map(({ feature }) => feature),
      road_segments: roadSegments(county, network),
      faults: faultFeatures(county),
      household_points: householdFeatures(dwellings),
      garbage_points: garbageFeatures(county, dwellings),
      outfalls: outfallFeatures(county, rivers, works),
      sewage_works: sewageFeatures(county, works),
      geohazard_points: geohazardFeatures(county, hazards),
      key_sites: siteFeatures(sites),
      monitoring_stations: stationFeatures(county, rivers),
      observation_points: observationFeatures(county),
      hydrants: hydrantFeatures(county, network),
      water_sources: waterSourceFeatures(county, rivers, sites),
      shelters: shelterFeatures(county, sites, parks),
    },
    gridCells: grids.map(({ scheme, code, cells }) => ({
      scheme,
      grid_code: code,
      cell_codes: cells.map((cell) => county.codeOf.get(cell.face)!),
    })),
    riverSegments: segments.map(({ river, feature }) => ({
      river_code: river.code,
      segment_code: String(feature.properties.code),
    })),
  }
}

const cellFeatures = ({ cells, codeOf }: County): DemoFeature[] =>
  cells.map(({ face, landUse, households, population, ring }) => ({
    properties: { code: codeOf.get(face)!, land_use: landUse, households, population, valid_from: VALID_FROM },
    geometry: multiPolygon([ring]),
  }))

function administrativeAreas(county: County): DemoFeature[] {
  const { code, zh, en } = county.plan.name
  const area = (level: string, parent: string | null, cells: County['cells'], named: Named): DemoFeature => ({
    properties: {
      code: named.code,
      name: named.name,
      name_en: named.name_en,
      level,
      kind: named.kind,
      parent_code: parent,
      households: cells.reduce((sum, cell) => sum + cell.households, 0),
      population: cells.reduce((sum, cell) => sum + cell.population, 0),
      valid_from: VALID_FROM,
    },
    geometry: multiPolygon(outlineOf(county, cells)),
  })
  return [
    area('county', null, county.cells, { code, name: `${zh}县`, name_en: `${en} County`, kind: 'county' }),
    ...county.towns.map((town) =>
      area(
        'town',
        code,
        town.communities.flatMap(({ cells }) => cells),
        town,
      ),
    ),
    ...county.communities.map((community) => area('community', community.town.code, community.cells, community)),
  ]
}

interface Named {
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly kind: string
}
