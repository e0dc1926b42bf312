/** Deals the blocks of a report out to pages: what belongs together stays so, a list goes on where a page ends. Millimetres. */

import { drawTable } from '../../sheets/draw_table.ts'
import type { Pen } from '../../sheets/pen.ts'
import { type LaidRow, type LaidTable, layTable } from '../../sheets/table.ts'
import type { Block, Report } from './content.ts'
import { barsPart, figuresPart, headingPart, notesPart, paragraphPart } from './parts.ts'
import { BOTTOM, LEFT, LIST_TEXT, TOP, TOP_OF_FIRST, WIDTH } from './styles.ts'

/** Something of a height that is drawn with its top left corner at a place. */
export interface Part {
  readonly height: number
  readonly gap: number
  readonly draw: (pen: Pen, x: number, y: number) => void
}

export type PlacedPage = readonly ((pen: Pen) => void)[]

/** Fewer rows than these at the foot or the head of a page look like a mistake. */
const LEAST_ROWS = 3

export function placeReport({ blocks }: Report): PlacedPage[] {
  const flow = new Flow()
  for (const block of blocks) {
    if (block.kind === 'heading') flow.hold(headingPart(block.text))
    else if (block.kind === 'list') flow.list(layTable(block.list, WIDTH, LIST_TEXT))
    else flow.add(partOf(block))
  }
  return flow.pages
}

function partOf(block: Exclude<Block, { kind: 'heading' | 'list' }>): Part {
  switch (block.kind) {
    case 'paragraph':
      return paragraphPart(block.text)
    case 'figures':
      return figuresPart(block.figures)
    case 'bars':
      return barsPart(block.bars)
    case 'notes':
      return notesPart(block.title, block.lines)
  }
}

class Flow {
  readonly pages: ((pen: Pen) => void)[][] = [[]]
  #top = TOP_OF_FIRST
  /** A heading waits for what it stands above. */
  #held: Part | null = null

  hold(part: Part): void {
    this.#held = part
  }

  add(part: Part): void {
    const before = this.#held ? this.#held.gap + this.#held.height : 0
    if (this.#top + before + part.gap + part.height > BOTTOM) this.#turn()
    this.#placeHeld()
    this.#place(part)
  }

  list(table: LaidTable): void {
    let rows = table.rows
    do {
      const before = this.#held ? this.#held.gap + this.#held.height : 0
      const room = () => BOTTOM - this.#top - GAP_OF_LIST - table.headerHeight
      if (rowsFor(rows, room() - before) === 0) this.#turn()
      this.#placeHeld()
      const here = rows.slice(0, Math.max(1, rowsFor(rows, room())))
      this.#place(rowsPart(table, here))
      rows = rows.slice(here.length)
      if (rows.length > 0) this.#turn()
    } while (rows.length > 0)
  }

  #turn(): void {
    if (this.pages.at(-1)!.length === 0) return
    this.pages.push([])
    this.#top = TOP
  }

  #placeHeld(): void {
    const held = this.#held
    this.#held = null
    if (held) this.#place(held)
  }

  #place({ gap, height, draw }: Part): void {
    const isFirst = this.pages.at(-1)!.length === 0
    const y = this.#top + (isFirst ? 0 : gap)
    this.pages.at(-1)!.push((pen) => draw(pen, LEFT, y))
    this.#top = y + height
  }
}

const GAP_OF_LIST = 2

/** How many of the rows a room takes, so that neither here nor on the next page too few are alone; 0 where they had better all wait. */
function rowsFor(rows: readonly LaidRow[], room: number): number {
  let height = 0
  const fitting = rows.findIndex((row) => {
    height += row.height
    return height > room + 0.001
  })
  if (fitting < 0) return rows.length
  const here = Math.min(fitting, rows.length - LEAST_ROWS)
  return here < LEAST_ROWS ? 0 : here
}

const rowsPart = (table: LaidTable, rows: readonly LaidRow[]): Part => ({
  gap: GAP_OF_LIST,
  height: rows.reduce((sum, { height }) => sum + height, table.headerHeight),
  draw: (pen, x, y) => void drawTable(pen, table, rows, x, y),
})
