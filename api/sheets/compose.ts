/** From a question to the content of a sheet: asks the database, gathers who is responsible, chooses scale and frame. */
import type { Visitor } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { readSchemes, type Scheme } from '../layers/store.ts'
import { readResponsible } from '../responsibility/responsible.ts'
import { SHEET_TEXT } from '../words/sheet_text.ts'
import type { SheetContent, SheetMap } from './content.ts'
import { type Layout, layOut } from './layout.ts'
import { gatherResponsibilities, gridName, listOf, type Responsibility } from './list.ts'
import type { SheetQuestion } from './question.ts'
import {
  type AreaRow,
  type Extent,
  type Frame,
  readArea,
  readAreaShapes,
  readFamily,
  readGridExtent,
  readGridShapes,
  readGrids,
  readGridsAbove,
  readLand,
  readOffice,
  readRivers,
  readRoads,
} from './store.ts'
import { type List, layTable, naturalWidth, tableHeight } from './table.ts'
import type { WorkbookContent } from './workbook.ts'

/** More would neither be legible nor be read: a county's lowest level is asked for town by town. */
const MOST_GRIDS = 2000

/** Everything that map and workbook have in common. */
export interface Subject {
  readonly area: AreaRow & Extent
  readonly areaName: string
  readonly scheme: Scheme
  readonly schemeName: string
  readonly level: number
  readonly levelNames: readonly string[]
  readonly grids: readonly Responsibility[]
  readonly areas: readonly AreaRow[]
  readonly list: List
  readonly day: string
}

/** Refuses with a Problem what is unknown, and an area in which the scheme has no grids. */
export async function readSubject(database: Database, question: SheetQuestion, visitor: Visitor): Promise<Subject> {
  const { language, day } = question
  const area = await readArea(database, question.area, day)
  if (!area) throw new Problem(404, 'sheet_area_not_found', { field: 'area' }, { code: question.area, day })
  const { scheme, level } = await findLevel(database, question, area)
  const asked = { scheme: scheme.id, level, area: area.code, day }
  const areaName = nameIn(area, language)
  const levelNames = scheme.levels.filter((each) => each.level <= level).map(({ name }) => name[language])
  const schemeName = scheme.name[language]
  const grids = await readGrids(database, asked)
  if (grids.length === 0)
    throw new Problem(422, 'sheet_without_grids', {}, { area: areaName, scheme: schemeName, level: levelNames.at(-1)!, day })
  if (grids.length > MOST_GRIDS) throw new Problem(422, 'sheet_too_large', {}, { maximum: MOST_GRIDS })
  const [above, areas] = [await readGridsAbove(database, asked), await readFamily(database, area.code, day)]
  const objects = [
    ...[...grids, ...above].map(({ id }) => ({ layer: 'grids', id })),
    ...areas.map(({ id }) => ({ layer: 'administrative_areas', id })),
  ]
  const responsible = await readResponsible(database, objects, day, visitor)
  const all = gatherResponsibilities({ grids, above, areas, responsible })
  const list = listOf(all, levelNames.at(-1)!, language)
  return { area, areaName, scheme, schemeName, level, levelNames, grids: all, areas, list, day }
}

const nameIn = ({ name, name_en }: { name: string; name_en: string | null }, language: 'zh' | 'en'): string =>
  (language === 'en' ? name_en : null) ?? name

/** Without a level: the first for a county, one further down for a town, another for a community, as far as the scheme goes. */
async function findLevel(database: Database, { scheme: id, level }: SheetQuestion, area: AreaRow) {
  const schemes = await readSchemes(database)
  const scheme = schemes.find((each) => each.id === id)
  if (!scheme) {
    const known = schemes.map((each) => each.id).join(', ')
    throw new Problem(404, 'sheet_scheme_not_found', { field: 'scheme' }, { scheme: id, known })
  }
  const levels = scheme.levels.map((each) => each.level)
  const depth = { county: 0, town: 1, community: 2 }[area.level]
  const found = level ?? levels[Math.min(depth, levels.length - 1)]
  if (found === undefined || !levels.includes(found)) {
    throw new Problem(
      404,
      'sheet_level_not_found',
      { field: 'level' },
      { scheme: id, level: found ?? 1, known: levels.join(', ') },
    )
  }
  return { scheme, level: found }
}

export async function composeSheet(
  database: Database,
  question: SheetQuestion,
  subject: Subject,
  approvalNumber: string | undefined,
): Promise<SheetContent> {
  const { language } = question
  const { area, areaName, schemeName, levelNames, grids, list, day } = subject
  const extent = await extentOf(database, subject)
  const layout = layOut({
    paper: question.paper,
    orientation: question.orientation,
    ground: { width: (extent.east - extent.west) / 1000, height: (extent.north - extent.south) / 1000 },
    tableWidth: (size) => naturalWidth(list, size),
    tableHeight: (width, size) => tableHeight(layTable(list, width, size)),
  })
  const office = await readOffice(database, area.code)
  const text = SHEET_TEXT[language]
  return {
    language,
    title: question.title ?? text.title(areaName, schemeName),
    subtitle: text.subtitle(levelNames.at(-1)!, grids.length),
    levelNames,
    layout,
    meridian: area.srid - 920_000,
    map: await readMap(database, subject, frameOf(extent, layout), language),
    list,
    approvalNumber: approvalNumber ?? null,
    issuedBy: office ? nameIn(office, language) : null,
    drawnOn: chineseDay(),
    day,
  }
}

export function composeWorkbook({ language, paper, orientation, title }: SheetQuestion, subject: Subject): WorkbookContent {
  const { areaName, schemeName, levelNames, grids, list, day } = subject
  const text = SHEET_TEXT[language]
  return {
    language,
    title: title ?? text.listTitle(areaName, schemeName),
    subtitle: text.subtitle(levelNames.at(-1)!, grids.length),
    list,
    day,
    paper,
    orientation,
  }
}

/** The area and what its grids reach beyond it; or only the grids, where they take up a small part of it, as those of a school do. */
async function extentOf(database: Database, { area, grids }: Subject): Promise<Extent> {
  const found = await readGridExtent(
    database,
    grids.map(({ id }) => id),
  )
  if (!found || found.srid !== area.srid) return area
  const isSmall =
    (found.east - found.west) * 2 < area.east - area.west && (found.north - found.south) * 2 < area.north - area.south
  if (isSmall) return found
  return {
    srid: area.srid,
    west: Math.min(area.west, found.west),
    south: Math.min(area.south, found.south),
    east: Math.max(area.east, found.east),
    north: Math.max(area.north, found.north),
  }
}

/**
 * The ground that the map's frame covers. The area stands in the middle, but where there is more room than it needs it moves aside, to
 * the right or up: the legend gets the corner that this leaves free.
 */
function frameOf({ srid, west, south, east, north }: Extent, { map, scale }: Layout): Frame {
  const [width, height] = [map.width * scale, map.height * scale]
  const [slackX, slackY] = [width - (east - west), height - (north - south)]
  const aside = Math.max(0, Math.max(slackX, slackY) / 2 - 6 * scale) * 0.7
  const [left, below] = slackX > slackY ? [slackX / 2 + aside, slackY / 2] : [slackX / 2, slackY / 2 + aside]
  const [x, y] = [Math.round(west - left), Math.round(south - below)]
  return { scale, extent: { srid, west: x, south: y, east: x + width, north: y + height } }
}

/** Areas beside the one shown, and the next below it. */
const LEVELS_SHOWN = { county: ['county', 'town'], town: ['town', 'community'], community: ['community'] } as const

async function readMap(
  database: Database,
  { area, areas: family, grids, day }: Subject,
  frame: Frame,
  language: 'zh' | 'en',
): Promise<SheetMap> {
  const shapes = await readGridShapes(
    database,
    grids.map(({ id }) => id),
    frame,
  )
  const areas = (await readAreaShapes(database, LEVELS_SHOWN[area.level], day, frame)).map((each) => ({
    code: each.code,
    name: nameIn(each, language),
    level: each.level,
    shape: each.shape,
  }))
  return {
    area: areas.find(({ code }) => code === area.code) ?? {
      code: area.code,
      name: nameIn(area, language),
      level: area.level,
      shape: [],
    },
    areas: areas.filter((each) => each.code !== area.code && (each.level === area.level || each.code.startsWith(area.code))),
    grids: grids.map((grid) => ({
      ...grid,
      shape: shapes.get(grid.id) ?? null,
      shortNames: shortNames(gridName(grid, language), area.code, grid.code, family, language),
    })),
    land: await readLand(database, frame),
    roads: await readRoads(database, frame),
    rivers: await readRivers(database, frame),
  }
}

/** The name without that of the sheet's area, and without that of the community as well. */
function shortNames(name: string, sheet: string, code: string, family: readonly AreaRow[], language: 'zh' | 'en'): string[] {
  const without = (text: string, digits: number) => {
    const area = family.find((each) => each.code === code.slice(0, digits) && each.code.length === digits)
    const prefix = area ? nameIn(area, language) : ''
    const rest = prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length).trim() : text
    // “网格” alone would name none of them.
    return /[\d一二三四五六七八九十]/.test(rest) ? rest : text
  }
  const first = without(name, sheet.length)
  const second = without(first, 12)
  return first === second ? [first] : [first, second]
}
