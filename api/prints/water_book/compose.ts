/** From a town to the content of its book of water sources. */
import { type BookPage, choosePages, neighboursOf, type Rectangle } from '#geodata/water_book/pages.ts'
import { monthsAfter, VALIDITY } from '#geodata/water_book/rules.ts'
import { squareAt } from '#geodata/water_book/squares.ts'
import type { Database } from '../../database/database.ts'
import { Problem } from '../../http/problem.ts'
import { type Frame, readArea } from '../../sheets/store.ts'
import type { Language } from '../../words/index.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { frameAround, nameIn, onPaper, readGround } from '../map/ground.ts'
import { readPlate } from '../map/plate.ts'
import type { BookContent, MapPage } from './content.ts'
import { type JudgedWater, readJudgedWater, waterLook } from './judged.ts'
import { type BookPaper, frameSize, indexLayout } from './layouts.ts'
import { directoryList, type NumberedWater, totalsList, waterList } from './list.ts'

export interface BookQuestion {
  /** Code of a town or community. */
  readonly territory: string
  readonly paper: BookPaper
  readonly day: string
  /** Without it, as long as books hold. */
  readonly expires: string | undefined
  readonly language: Language
}

/** A county's book would be one for each of its towns. */
const MOST_SOURCES = 5000

/** Refuses with a Problem an unknown area, and one with more water than a book holds. */
export async function composeBook(
  database: Database,
  question: BookQuestion,
  approvalNumber: string | undefined,
): Promise<BookContent> {
  const { territory, paper, day, language } = question
  const area = await readArea(database, territory, day)
  if (!area) throw new Problem(404, 'sheet_area_not_found', { field: 'territory' }, { code: territory, day })
  const rows = await readJudgedWater(database, area.code, area.srid, day)
  if (rows.length > MOST_SOURCES)
    throw new Problem(422, 'water_book_too_large', { field: 'territory' }, { maximum: MOST_SOURCES })
  const size = frameSize(paper)
  const chosen = choosePages(
    rows.map(({ x, y }) => ({ x: x / 1000, y: y / 1000 })),
    size,
  )
  const water = numbered(rows, chosen, size)
  const pages: MapPage[] = []
  for (const [index, page] of chosen.entries()) {
    const frame = frameOf(page, area.srid)
    const on = water.filter((one) => one.page === index + 1)
    pages.push({
      number: index + 1,
      name: pageName(on, language),
      frame,
      core: inMillimetres(page.core),
      ground: await readGround(database, area, day, frame, language),
      neighbours: neighboursOf(index, chosen),
      from: on[0]!.number,
      to: on.at(-1)!.number,
    })
  }
  const layout = indexLayout(paper, { width: (area.east - area.west) / 1000, height: (area.north - area.south) / 1000 })
  const indexFrame = frameAround(area, layout.map, layout.scale)
  const text = PRINT_TEXT[language]
  return {
    plate: await readPlate(database, area, approvalNumber, {
      language,
      title: text.bookTitle(nameIn(area, language)),
      subtitle: text.bookSubtitle(water.length, pages.length),
      layout,
      meridian: area.srid - 920_000,
      day,
    }),
    area: nameIn(area, language),
    expires: question.expires ?? monthsAfter(day, VALIDITY.months),
    index: { frame: indexFrame, ground: await readGround(database, area, day, indexFrame, language) },
    totals: totalsList(water, day, language),
    directory: directoryList(pages, language),
    pages,
    sources: water.map((one) => ({ number: one.number, look: waterLook(one), x: one.x, y: one.y })),
    list: waterList(water, day, language),
  }
}

const frameOf = ({ scale, frame }: BookPage, srid: number): Frame => ({ scale, extent: { srid, ...inMillimetres(frame) } })

const inMillimetres = ({ west, south, east, north }: Rectangle): Rectangle => ({
  west: west * 1000,
  south: south * 1000,
  east: east * 1000,
  north: north * 1000,
})

/** Numbers run through the pages, and on each as its squares are read. */
function numbered(
  rows: readonly JudgedWater[],
  pages: readonly BookPage[],
  size: { width: number; height: number },
): NumberedWater[] {
  let number = 0
  return pages.flatMap((page, index) => {
    const place = onPaper(frameOf(page, 0), { x: 0, y: 0, ...size })
    return page.members.map((member) => {
      const row = rows[member]!
      return { ...row, number: ++number, page: index + 1, square: squareAt(...place(row), size) }
    })
  })
}

/** The communities with most of a page's water. */
function pageName(water: readonly JudgedWater[], language: Language): string {
  const counts = new Map<string, number>()
  for (const { community, community_en } of water) {
    if (community === null) continue
    const name = nameIn({ name: community, name_en: community_en }, language)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const names = [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name)
  const text = PRINT_TEXT[language]
  return names.length > 3 ? text.andOthers(names.slice(0, 3).join(text.separator)) : names.join(text.separator)
}
