/** From a community to the content of its poster. */
import { monthsAfter, VALIDITY } from '#geodata/water_book/rules.ts'
import type { Visitor } from '../../access/visitor.ts'
import type { Database } from '../../database/database.ts'
import { Problem } from '../../http/problem.ts'
import { keyOf, type Responsible, readResponsible } from '../../responsibility/responsible.ts'
import { personName } from '../../sheets/list.ts'
import { type AreaRow, readArea, readFamily, readHazardZones } from '../../sheets/store.ts'
import type { List } from '../../sheets/table.ts'
import type { Language } from '../../words/index.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { frameAround, nameIn, readGround } from '../map/ground.ts'
import { pointLook } from '../map/looks.ts'
import { readPlate } from '../map/plate.ts'
import { postOf, roleLabel } from '../people.ts'
import { type JudgedWater, readJudgedWater, waterLook } from '../water_book/judged.ts'
import { totalsList } from '../water_book/list.ts'
import type { PosterContent, PosterPoint } from './content.ts'
import { posterLayout } from './layouts.ts'
import { readLedGrids, readSites, type SiteRow } from './store.ts'

export interface PosterQuestion {
  /** Code of a community. */
  readonly community: string
  readonly day: string
  readonly expires: string | undefined
  readonly language: Language
}

/** More grids than these make no list for a wall. */
const MOST_GRIDS = 12

/** Refuses an unknown community with a Problem. Personal numbers never stand on a wall, whoever prints. */
export async function composePoster(
  database: Database,
  question: PosterQuestion,
  visitor: Visitor,
  approvalNumber: string | undefined,
): Promise<PosterContent> {
  const { community, day, language } = question
  const area = await readArea(database, community, day)
  if (!area) throw new Problem(404, 'sheet_area_not_found', { field: 'community' }, { code: community, day })
  const layout = posterLayout({ width: (area.east - area.west) / 1000, height: (area.north - area.south) / 1000 })
  const frame = frameAround(area, layout.map, layout.scale)
  const water = await readJudgedWater(database, area.code, area.srid, day)
  const sites = await readSites(database, area.code, frame.extent, day)
  const zones = await readHazardZones(database, day, frame)
  const text = PRINT_TEXT[language]
  const name = nameIn(area, language)
  return {
    plate: await readPlate(database, area, approvalNumber, {
      language,
      title: text.posterTitle(name),
      subtitle: text.posterSubtitle,
      layout,
      meridian: area.srid - 920_000,
      day,
    }),
    area: name,
    expires: question.expires ?? monthsAfter(day, VALIDITY.months),
    frame,
    ground: await readGround(database, area, day, frame, language),
    zones: zones.map(({ kind, shape }) => ({ kind, shape })),
    points: [...sites.map((site) => sitePoint(site, language)), ...water.map((one) => waterPoint(one, language))],
    totals: totalsList(water, day, language),
    contacts: await readContacts(database, area, day, visitor, language),
  }
}

function sitePoint(site: SiteRow, language: Language): PosterPoint {
  const { layer, kind, status, capacity, x, y } = site
  const name = nameIn(site, language)
  return {
    layer,
    kind: kind ?? status ?? '',
    look: pointLook(layer, { kind, status }),
    label: capacity === null ? name : PRINT_TEXT[language].room(name, capacity),
    x,
    y,
  }
}

const waterPoint = (one: JudgedWater, language: Language): PosterPoint => ({
  layer: one.layer,
  kind: one.kind,
  look: waterLook(one),
  label: one.name === null ? (one.code ?? '') : nameIn({ name: one.name, name_en: one.name_en }, language),
  x: one.x,
  y: one.y,
})

/** Who leads the community's grids, who is responsible for the community, and for the town above it. */
async function readContacts(database: Database, area: AreaRow, day: string, visitor: Visitor, language: Language): Promise<List> {
  const text = PRINT_TEXT[language]
  const grids = await readLedGrids(database, area.code, day, MOST_GRIDS)
  const town = (await readFamily(database, area.code, day)).filter(({ level }) => level === 'town')
  const objects = [
    { layer: 'administrative_areas', id: area.id, name: nameIn(area, language) },
    ...grids.map((grid) => ({ layer: 'grids', id: grid.id, name: nameIn(grid, language) })),
    ...town.map((each) => ({ layer: 'administrative_areas', id: each.id, name: nameIn(each, language) })),
  ]
  const people = await readResponsible(database, objects, day, visitor)
  const rows = objects.flatMap((object) =>
    (people.get(keyOf(object)) ?? []).map((one) => ({
      cells: [
        text.roleFor(roleLabel(one, language), object.name, one.standing === 'B'),
        personWithPost(one, language),
        one.person.telephone ?? text.none,
      ],
      marked: [],
    })),
  )
  const columns = (['role', 'person', 'telephone'] as const).map((key) => ({
    key,
    title: text.contactColumns[key],
    align: 'left' as const,
    breaks: key !== 'telephone',
  }))
  return { columns, rows: rows.filter((row, index) => rows.findIndex((other) => same(row.cells, other.cells)) === index) }
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.every((cell, index) => cell === other[index])

function personWithPost(one: Responsible, language: Language): string {
  const name = personName(one.person, language)
  const post = postOf(one, language)
  return post === null ? name : PRINT_TEXT[language].because(name, post)
}
