/** Draws what stands beside a poster's map: emergency numbers, whom to call, how much water there is, legend, how long it holds. */
import { findLayer } from '#geodata/layers/index.ts'
import type { PointLook } from '#geodata/layers/look.ts'
import { terrainOf } from '../../sheets/draw_ground.ts'
import { areaLegend, drawLegend, type LegendItem, legendSize, terrainLegend } from '../../sheets/draw_legend.ts'
import { drawTable } from '../../sheets/draw_table.ts'
import type { Box } from '../../sheets/layout.ts'
import { wrap } from '../../sheets/measure.ts'
import { INK, type Pen } from '../../sheets/pen.ts'
import { VACANT } from '../../sheets/styles.ts'
import { type LaidTable, layTable, tableHeight } from '../../sheets/table.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { dayInWords, SHEET_TEXT } from '../../words/sheet_text.ts'
import { drawSymbol } from '../map/draw_symbol.ts'
import { labelOf, zoneStyle } from '../map/looks.ts'
import { waterLegend } from '../map/water_legend.ts'
import type { PosterContent } from './content.ts'

/** A part of the panel. */
interface Block {
  readonly height: number
  readonly draw: (box: Box) => void
}

const GAP = 8

export function drawPanel(pen: Pen, content: PosterContent, { x, y, width, height }: Box): void {
  const [first, ...rest] = [hotlines, totals, legend, validity].map((make) => make(pen, content, width))
  const room = height - [first!, ...rest].reduce((sum, block) => sum + block.height + GAP, 0)
  let top = y
  for (const block of [first!, contacts(pen, content, width, room), ...rest]) {
    block.draw({ x, y: top, width, height: block.height })
    top += block.height + GAP
  }
}

function hotlines(pen: Pen, { plate: { language } }: PosterContent, width: number): Block {
  const lines = PRINT_TEXT[language].hotlines
  const height = 34
  return {
    height,
    draw: ({ x, y }) => {
      pen.box({ x, y, width, height }, { fill: VACANT })
      lines.forEach(({ number, label }, index) => {
        const middle = x + ((index + 0.5) * width) / lines.length
        pen.text(number, middle, y + 18, { size: 18, weight: 'bold', color: '#ffffff', align: 'center' })
        pen.text(label, middle, y + 28.5, { size: 6.5, color: '#ffffff', align: 'center' })
      })
    },
  }
}

const headed = (pen: Pen, { plate: { layout } }: PosterContent, title: string, x: number, y: number): number => {
  const size = layout.measures.note * 1.25
  pen.text(title, x, y + size, { size, weight: 'bold' })
  return y + size * 1.5
}

/** In letters as large as there is room for; where there is none, as many as there is room for, those of the village first. */
function contacts(pen: Pen, content: PosterContent, width: number, room: number): Block {
  const { plate, contacts: list } = content
  const { measures } = plate.layout
  const text = PRINT_TEXT[plate.language]
  const heading = measures.note * 1.9
  const tables = [1.5, 1.25, 1].map((times) => layTable(list, width, measures.text * times))
  const table = tables.find((each) => tableHeight(each) <= room - heading) ?? tables.at(-1)!
  const rows = fitting(table, room - heading)
  const more = table.rows.length - rows.length
  const height = heading + tableHeight({ ...table, rows }) + (more > 0 ? measures.text * 1.8 : 0)
  return {
    height: list.rows.length === 0 ? heading + measures.note * 2 : height,
    draw: ({ x, y }) => {
      const top = headed(pen, content, text.contacts, x, y)
      if (list.rows.length === 0) pen.text(text.nobody, x, top + measures.note, { size: measures.note })
      else {
        const used = drawTable(pen, table, rows, x, top)
        if (more > 0) pen.text(text.moreContacts(more), x, top + used + measures.text * 1.5, { size: measures.text })
      }
    },
  }
}

/** With a line to spare below them where there are more. */
function fitting(table: LaidTable, room: number) {
  const { rows, headerHeight, size } = table
  if (tableHeight(table) <= room) return rows
  let height = headerHeight + size * 1.8
  const found = rows.findIndex((row) => {
    height += row.height
    return height > room
  })
  return found < 0 ? rows : rows.slice(0, Math.max(1, found))
}

function totals(pen: Pen, content: PosterContent, width: number): Block {
  const { plate, totals: list } = content
  const { measures } = plate.layout
  const text = PRINT_TEXT[plate.language]
  const table = layTable(list, width, measures.text)
  return {
    height: measures.note * 1.9 + (list.rows.length === 0 ? measures.note * 2 : tableHeight(table)),
    draw: ({ x, y }) => {
      const top = headed(pen, content, text.waterTotals, x, y)
      if (list.rows.length === 0) pen.text(text.noWater, x, top + measures.note, { size: measures.note })
      else drawTable(pen, table, table.rows, x, top)
    },
  }
}

function validity(pen: Pen, { plate, expires }: PosterContent, width: number): Block {
  const { language, layout } = plate
  const size = layout.measures.note
  const text = PRINT_TEXT[language]
  const lines = wrap(text.expiryHint, width - 2 * size, size * 0.8)
  const height = size * 3.6 + lines.length * size * 1.1
  return {
    height,
    draw: ({ x, y }) => {
      pen.box({ x, y, width, height }, { fill: '#fdf3f0', stroke: { width: 0.9, color: VACANT } })
      const said = text.validUntil(dayInWords(expires, language))
      pen.text(said, x + width / 2, y + size * 2.1, { size: size * 1.5, weight: 'bold', color: VACANT, align: 'center' })
      lines.forEach((line, index) => {
        pen.text(line, x + size, y + size * (3.6 + index * 1.1), { size: size * 0.8 })
      })
    },
  }
}

function legend(pen: Pen, content: PosterContent, width: number): Block {
  const { language, layout } = content.plate
  const items = legendItems(pen, content)
  const columns = 2
  const wanted = layout.measures.note
  const size = Math.min(wanted, wanted * (width / legendSize(items, wanted, columns).width))
  const { height } = legendSize(items, size, columns)
  return {
    height,
    draw: ({ x, y }) => {
      pen.box({ x, y, width, height }, { stroke: { width: 0.3, color: INK } })
      drawLegend(pen, { x, y, width, height }, items, size, SHEET_TEXT[language].legend, columns)
    },
  }
}

function legendItems(pen: Pen, { plate: { language, layout }, points, zones, ground }: PosterContent): LegendItem[] {
  const { lines } = layout.measures
  const symbol = (look: PointLook) => (box: Box) =>
    drawSymbol(pen, look, [box.x + box.width / 2, box.y + box.height / 2], box.height * 0.52)
  const sites = [...new Map(points.map((point) => [`${point.layer} ${point.kind}`, point])).values()].filter(
    ({ layer }) => layer === 'key_sites' || layer === 'geohazard_points',
  )
  const shelters = [...new Map(points.filter(({ layer }) => layer === 'shelters').map((point) => [point.kind, point])).values()]
  const water = points.filter(({ layer }) => layer === 'hydrants' || layer === 'water_sources').map(({ look }) => look)
  return [
    ...(water.length > 0 ? waterLegend(pen, water, language) : []),
    ...shelters.map(({ kind, look }) => ({
      label: PRINT_TEXT[language].because(findLayer('shelters')!.name[language], labelOf('shelters', 'status', kind, language)),
      draw: symbol(look),
    })),
    ...sites.map(({ layer, kind, look }) => ({ label: labelOf(layer, 'kind', kind, language), draw: symbol(look) })),
    ...[...new Set(zones.map(({ kind }) => kind))].map((kind) => ({
      label: labelOf('hazard_zones', 'kind', kind, language),
      draw: (box: Box) => {
        const { fill, line } = zoneStyle(kind, 0.5)
        pen.box(box, { fill, opacity: 0.18 })
        pen.box(box, { stroke: line })
      },
    })),
    ...areaLegend(
      pen,
      ground.areas.slice(0, 1).map(({ level }) => level),
      'community',
      language,
      lines,
    ),
    ...terrainLegend(pen, terrainOf(ground), language, lines),
  ]
}
