/** The small demo: a town and its hills, quick to make and to load, exact and believable like the county. Tests stand on it. */

import { type Demo, type DemoFeature, VALID_FROM } from '../county/demo.ts'
import { landCoverFeatures } from '../county/ground/land_cover.ts'
import { outlineOf, sumOf } from './areas.ts' // sets of cells as areas
import { type Cell, type Land, makeLand } from './cells.ts' // the land, cut down to unit cells with people
import { garbageFeatures, householdFeatures, makeDwellings } from './dwellings.ts' // people's houses, and their bins
import { gridFeatures, makeGrids, SCHEMES } from './grids.ts' // two partitions of the cells
import { faultFeatures, geohazardFeatures, zoneFeatures } from './hazards.ts' // fault, flood ground, slides
import { hydrantFeatures, waterSourceFeatures } from './hydrants.ts' // water for engines
import { COMMUNITIES, COUNTY, RIVERS, TOWNS } from './names.ts'
import { planningFeatures } from './planning.ts' // what is planned, kept or watched
import { townResponsibility } from './responsible.ts' // who answers for what
import { makeRivers, outfallFeatures, riverFeatures, riverSegments, stationFeatures } from './rivers.ts' // water by chainage
import { makeNetwork, roadFeatures, roadSegments } from './roads.ts' // ways from junction to junction
import { multiPolygon, polygonWithHoles } from './shapes.ts'
import { makeSites, shelterFeatures, siteFeatures } from './sites.ts' // schools and what else is key

export type * from '../county/demo.ts'

export function demoTown(): Demo {
  const land = makeLand()
  const rivers = makeRivers(land)
  const segments = riverSegments(land, rivers)
  const network = makeNetwork(land)
  const dwellings = makeDwellings(land.cells)
  const sites = makeSites(land)
  const grids = makeGrids(land)
  const cells = land.cells.map(cellFeature)
  const areas = administrativeAreas(land)
  const features = {
    land_cover: landCover(land),
    unit_cells: cells,
    grids: gridFeatures(land, grids, sites),
    administrative_areas: areas,
    hazard_zones: zoneFeatures(rivers),
    rivers: riverFeatures(rivers),
    roads: roadFeatures(land, network),
    river_segments: segments.map(({ feature }) => feature),
    road_segments: roadSegments(land, network),
    faults: faultFeatures(),
    household_points: householdFeatures(dwellings),
    garbage_points: garbageFeatures(land.cells, dwellings),
    outfalls: outfallFeatures(rivers),
    geohazard_points: geohazardFeatures(),
    key_sites: siteFeatures(sites),
    monitoring_stations: stationFeatures(rivers),
    hydrants: hydrantFeatures(network),
    water_sources: waterSourceFeatures(land, rivers),
    shelters: shelterFeatures(sites),
    ...planningFeatures(areas, cells),
  }
  return {
    srid: 920114,
    schemes: SCHEMES,
    features,
    gridCells: grids.map(({ scheme, code, cells }) => ({ scheme, grid_code: code, cell_codes: cells.map((cell) => cell.code) })),
    riverSegments: segments.map(({ river, feature }) => ({
      river_code: RIVERS[river].code,
      segment_code: String(feature.properties.code),
    })),
    responsibility: townResponsibility(features),
  }
}

const landCover = ({ cells }: Land): DemoFeature[] =>
  Object.values(COMMUNITIES).flatMap(({ code }) =>
    landCoverFeatures(
      cells.filter((cell) => cell.code.startsWith(code)),
      polygonWithHoles,
    ),
  )

const cellFeature = ({ code, landUse, households, population, ring }: Cell): DemoFeature => ({
  properties: { code, land_use: landUse, households, population, valid_from: VALID_FROM },
  geometry: multiPolygon([ring]),
})

function administrativeAreas(land: Land): DemoFeature[] {
  const area = (
    level: string,
    { code, name, name_en, kind }: { code: string; name: string; name_en: string; kind: string },
  ): DemoFeature => {
    const cells = land.cells.filter((cell) => cell.code.startsWith(code))
    return {
      properties: {
        code,
        name,
        name_en,
        level,
        kind,
        parent_code: code.length === 6 ? null : code.slice(0, -3),
        ...sumOf(cells),
        valid_from: VALID_FROM,
      },
      geometry: multiPolygon(outlineOf(land, cells)),
    }
  }
  return [
    area('county', { ...COUNTY, kind: 'county' }),
    ...Object.values(TOWNS).map((town) => area('town', town)),
    ...Object.values(COMMUNITIES).map((community) => area('community', community)),
  ]
}
