/** Draws what leads from page to page of a book: the squares with their letters and numbers, and the pages beyond each side. */
import { SIDES, type Side } from '#geodata/water_book/pages.ts'
import { letterOf, SQUARE_MM } from '#geodata/water_book/squares.ts'
import type { Layout } from '../../sheets/layout.ts'
import { widthOf } from '../../sheets/measure.ts'
import { INK, type Pen } from '../../sheets/pen.ts'
import type { MapPage } from './content.ts'

/** The lines of the squares, and their letters and numbers on all four sides. */
export function drawSquares(pen: Pen, { map, measures }: Layout): void {
  const style = { width: 0.12, color: '#37506b', opacity: 0.55 }
  const [across, down] = [Math.round(map.width / SQUARE_MM), Math.round(map.height / SQUARE_MM)]
  for (let column = 1; column < across; column++)
    pen.line(
      [
        [map.x + column * SQUARE_MM, map.y],
        [map.x + column * SQUARE_MM, map.y + map.height],
      ],
      style,
    )
  for (let row = 1; row < down; row++)
    pen.line(
      [
        [map.x, map.y + row * SQUARE_MM],
        [map.x + map.width, map.y + row * SQUARE_MM],
      ],
      style,
    )
  const size = measures.note * 1.25
  const out = measures.frame + size * 0.75
  const write = (text: string, x: number, y: number) =>
    pen.text(text, x, y + size * 0.36, { size, weight: 'bold', align: 'center' })
  for (let column = 0; column < across; column++) {
    const x = map.x + (column + 0.5) * SQUARE_MM
    write(letterOf(column), x, map.y - out)
    write(letterOf(column), x, map.y + map.height + out)
  }
  for (let row = 0; row < down; row++) {
    const y = map.y + (row + 0.5) * SQUARE_MM
    write(String(row + 1), map.x - out, y)
    write(String(row + 1), map.x + map.width + out, y)
  }
}

const ARROWS: Readonly<Record<Side, readonly (readonly [number, number])[]>> = {
  north: [
    [0, -1],
    [0.9, 0.6],
    [-0.9, 0.6],
  ],
  south: [
    [0, 1],
    [0.9, -0.6],
    [-0.9, -0.6],
  ],
  west: [
    [-1, 0],
    [0.6, 0.9],
    [0.6, -0.9],
  ],
  east: [
    [1, 0],
    [-0.6, 0.9],
    [-0.6, -0.9],
  ],
}

/** Outside of each side's middle an arrow with the pages beyond: above and below in a line, left and right under each other. */
export function drawNeighbours(pen: Pen, { map, measures }: Layout, neighbours: MapPage['neighbours']): void {
  const [x, y] = [map.x + map.width / 2, map.y + map.height / 2]
  const out = measures.frame + 2.4
  const centres = {
    north: [x, map.y - out],
    south: [x, map.y + map.height + out],
    west: [map.x - out, y],
    east: [map.x + map.width + out, y],
  } as const
  for (const side of SIDES) {
    const pages = neighbours[side]
    if (pages.length === 0) continue
    const [cx, cy] = centres[side]
    const isLine = side === 'north' || side === 'south'
    const wide = 4.6 + widthOf(pages.join(' · '), NEIGHBOUR, 'bold')
    const box = isLine ? { width: wide, height: 3.8 } : { width: 4.6, height: 3 + pages.length * NEIGHBOUR * 1.2 }
    pen.box({ x: cx - box.width / 2, y: cy - box.height / 2, ...box }, { fill: INK })
    const arrow = isLine ? [cx - box.width / 2 + 2, cy] : [cx, cy - box.height / 2 + 1.8]
    pen.trace([ARROWS[side].map(([dx, dy]) => [arrow[0]! + dx, arrow[1]! + dy] as const)], false)
    pen.document.fillColor('#ffffff', 1).fill()
    const style = { size: NEIGHBOUR, weight: 'bold', align: 'center', color: '#ffffff' } as const
    if (isLine) pen.text(pages.join(' · '), cx + 1.3, cy + NEIGHBOUR * 0.36, style)
    else
      pages.forEach((page, index) => {
        pen.text(String(page), cx, arrow[1]! + 1.4 + (index + 0.86) * NEIGHBOUR * 1.2, style)
      })
  }
}
const NEIGHBOUR = 2.6
