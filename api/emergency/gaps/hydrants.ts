/** What hydrants do not reach: cells, households, roads. */
import {
  BUILT_UP,
  boxAround,
  currentMarks,
  isWithinReach,
  judgeMarkedWater,
  judgeWater,
  lengthOfLine,
  MAIN_ROADS,
  type PointGrid,
  type Polygon,
  pointsNear,
  stretchesBeyond,
  THRESHOLDS,
} from '#geodata/emergency/index.ts'
import type { Position } from '#geodata/network/index.ts'
import type { Asked } from '../../areas/inside.ts'
import type { Queryable } from '../../database/database.ts'
import { readMarks } from '../marks_store.ts'
import { readWater, type WaterPoint } from '../network_store.ts'
import { dwellingList, gridOf, othersFirst, sumsOf, tooFar } from './dwellings.ts'
import { type Coverage, type CoverageFeature, featureOf, listOf } from './features.ts'
import {
  type CellInside,
  type CellToCut,
  type MainRoads,
  readCells,
  readDwellings,
  readGaps,
  readRoads,
  readStandingHydrants,
} from './store.ts'

const REACH_M = THRESHOLDS.hydrant_reach.value

/** Built-up cells and, for those who may see them, dwellings farther from a usable hydrant than it reaches. */
export async function hydrantCoverage(
  database: Queryable,
  asked: Asked,
  limit: number,
  withDwellings: boolean,
): Promise<Coverage> {
  const hydrants = await usableHydrants(database, asked.day)
  const [cells, dwellings] = await Promise.all([
    cellGaps(database, asked, hydrants),
    withDwellings ? dwellingsBeyond(database, asked, hydrants, limit) : undefined,
  ])
  return {
    thresholds: { hydrant_reach: THRESHOLDS.hydrant_reach, water_inspection: THRESHOLDS.water_inspection },
    totals: { usable_hydrants: hydrants.length, ...cells.totals, ...dwellings?.totals },
    lists: { cells: listOf(cells.features, limit), ...(dwellings ? { dwellings: dwellings.list } : {}) },
  }
}

async function usableHydrants(database: Queryable, day: string): Promise<WaterPoint[]> {
  const [water, marks] = await Promise.all([readWater(database), readMarks(database).then(currentMarks)])
  const marked = new Map(marks.filter(({ layer }) => layer === 'hydrants').map((mark) => [mark.object_id, mark]))
  return water.filter(
    (point) => point.layer === 'hydrants' && judgeMarkedWater(judgeWater(point, day), marked.get(point.id)).standing === 'usable',
  )
}

async function cellGaps(database: Queryable, asked: Asked, hydrants: readonly WaterPoint[]) {
  const cells = await readCells(database, asked, BUILT_UP.land_uses)
  const grid = gridOf(hydrants, REACH_M)
  const toCut: CellToCut[] = []
  for (const [index, cell] of cells.entries()) {
    await othersFirst(index)
    const centres = centresOf(cell, grid)
    if (centres) toCut.push({ id: cell.id, centres, cut: cell.share < 0.999999 })
  }
  const known = new Map(cells.map((cell) => [cell.id, cell]))
  const gaps = (await readGaps(database, asked.area, toCut, REACH_M)).filter(
    ({ area_m2 }) => area_m2 >= THRESHOLDS.least_gap.value,
  )
  const features = gaps
    .sort((a, b) => b.area_m2 - a.area_m2 || a.id - b.id)
    .map(({ id, area_m2, geometry }): CoverageFeature => {
      const { code, inside } = known.get(id)!
      return featureOf(id, geometry, { code, area_m2, share: Math.min(1, area_m2 / inside) })
    })
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
  const totals = {
    cells: cells.length,
    cells_m2: sum(cells.map(({ inside }) => inside)),
    cells_beyond: gaps.length,
    cells_beyond_m2: sum(gaps.map(({ area_m2 }) => area_m2)),
  }
  return { totals, features }
}

/** Hydrants whose circles may meet a cell; undefined where they cover all of it. */
function centresOf({ shape }: CellInside, grid: PointGrid): Position[] | undefined {
  const polygons = JSON.parse(shape).coordinates as Polygon[]
  const centres = pointsNear(grid, boxAround(polygons.flat(2)), REACH_M).map((point) => grid.points[point]!)
  return polygons.every((polygon) => isWithinReach(polygon, centres, REACH_M)) ? undefined : centres
}

async function dwellingsBeyond(database: Queryable, asked: Asked, hydrants: readonly WaterPoint[], limit: number) {
  const dwellings = await readDwellings(database, asked)
  const beyond = await tooFar(dwellings, gridOf(hydrants, REACH_M), REACH_M)
  return {
    totals: { ...sumsOf(dwellings), ...sumsOf(beyond, '_beyond') },
    list: await dwellingList(database, beyond, limit),
  }
}

/** Stretches of all roads beyond the reach of a usable hydrant. */
export async function roadCoverage(database: Queryable, asked: Asked, limit: number): Promise<Coverage> {
  const grid = gridOf(await usableHydrants(database, asked.day), REACH_M)
  const thresholds = { hydrant_reach: THRESHOLDS.hydrant_reach, water_inspection: THRESHOLDS.water_inspection }
  return { thresholds, ...(await stretches(database, asked, limit, grid, REACH_M)) }
}

/** Stretches of main roads with no hydrant at all within the spacing that they should have. */
export async function mainRoadCoverage(database: Queryable, asked: Asked, limit: number): Promise<Coverage> {
  const spacing = THRESHOLDS.hydrant_spacing
  const grid = gridOf(await readStandingHydrants(database), spacing.value)
  return {
    thresholds: { hydrant_spacing: spacing },
    ...(await stretches(database, asked, limit, grid, spacing.value, MAIN_ROADS)),
  }
}

async function stretches(
  database: Queryable,
  asked: Asked,
  limit: number,
  grid: PointGrid,
  reach_m: number,
  main?: MainRoads,
): Promise<Pick<Coverage, 'totals' | 'lists'>> {
  const roads = await readRoads(database, asked, main)
  const features: CoverageFeature[] = []
  let roads_m = 0
  let beyond_m = 0
  for (const [index, { id, name, class: kind, shape }] of roads.entries()) {
    await othersFirst(index)
    const { type, coordinates } = JSON.parse(shape) as { type: string; coordinates: unknown }
    const lines = (type === 'LineString' ? [coordinates] : coordinates) as readonly (readonly Position[])[]
    const found = lines.flatMap((line) => stretchesBeyond(line, grid, reach_m))
    const length_m = found.reduce((sum, line) => sum + lengthOfLine(line), 0)
    roads_m += lines.reduce((sum, line) => sum + lengthOfLine(line), 0)
    beyond_m += length_m
    if (length_m > 0)
      features.push(featureOf(id, { type: 'MultiLineString', coordinates: found }, { name, class: kind, length_m }))
  }
  features.sort((a, b) => (b.properties.length_m as number) - (a.properties.length_m as number) || a.id - b.id)
  return {
    totals: {
      hydrants: grid.points.length,
      roads: roads.length,
      roads_m,
      roads_beyond: features.length,
      roads_beyond_m: beyond_m,
    },
    lists: { roads: listOf(features, limit) },
  }
}
