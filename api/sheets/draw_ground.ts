/** Draws what every map lies on: land, water and roads, and the veil over what is not its subject. */
import { LATTICE_MM, type Shape, type Terrain } from './content.ts'
import type { Box } from './layout.ts'
import type { LineStyle, Pen } from './pen.ts'
import * as styles from './styles.ts'

/** Draws in lattice units from the south-west corner of a map's frame, seen inside of it only. */
export function inFrame(pen: Pen, { x, y, width, height }: Box, draw: () => void): void {
  pen.within({ x, y, width, height }, () => {
    pen.document.transform(LATTICE_MM, 0, 0, -LATTICE_MM, x, y + height)
    draw()
  })
}

/** Where on the page a place of the lattice is, for text, which would stand on its head in lattice units. */
export const onPage =
  (frame: Box) =>
  ([x, y]: readonly [number, number]): [number, number] => [frame.x + x * LATTICE_MM, frame.y + frame.height - y * LATTICE_MM]

/** What of the ground occurs on a map. */
export interface TerrainDrawn {
  readonly land: readonly string[]
  readonly roads: readonly string[]
  readonly rivers: boolean
}

export const terrainOf = ({ land, roads, rivers }: Terrain): TerrainDrawn => ({
  land: [...new Set(land.map(({ kind }) => kind))],
  roads: styles.ROADS.filter(({ classes }) => roads.some((road) => classes.includes(road.class))).map(({ key }) => key),
  rivers: rivers.length > 0,
})

/** A style whose widths are meant on paper, so many times as wide, in lattice units. */
export const scaled = ({ width, dash, ...rest }: LineStyle, times = 1): LineStyle => ({
  ...rest,
  width: (width * times) / LATTICE_MM,
  dash: dash?.map((each) => (each * times) / LATTICE_MM),
})

export function drawGround(pen: Pen, frame: Box, land: Terrain['land']): void {
  pen.box({ x: 0, y: 0, width: frame.width / LATTICE_MM, height: frame.height / LATTICE_MM }, { fill: '#f7f4e8' })
  for (const [kind, shapes] of byKind(land)) if (kind !== 'water') pen.area(shapes, styles.LAND_COLOURS[kind] ?? '#ffffff')
}

function byKind(land: Terrain['land']): Map<string, Shape[]> {
  const kinds = new Map<string, Shape[]>()
  for (const { kind, shape } of land) kinds.set(kind, [...(kinds.get(kind) ?? []), shape])
  return kinds
}

export function drawWaterAndRoads(pen: Pen, { land, rivers, roads }: Terrain, times = 1): void {
  const water = byKind(land).get('water')
  if (water) pen.area(water, styles.LAND_COLOURS.water!)
  for (const { rank, lines } of rivers) pen.lines(lines, scaled(styles.RIVERS[rank] ?? styles.RIVERS.ditch!, times))
  for (const { classes, lines } of styles.ROADS) {
    const all = roads.filter((road) => classes.includes(road.class)).flatMap((road) => road.lines)
    if (all.length > 0) for (const style of lines) pen.lines(all, scaled(style, times))
  }
}

/** What lies around these shapes steps back. */
export function drawVeil(pen: Pen, frame: Box, shapes: readonly Shape[]): void {
  pen.area([frameShape(frame), ...shapes], '#ffffff', 0.62)
}

/** The frame of a map as a shape on the lattice. */
export function frameShape(frame: Box): Shape {
  const [width, height] = [frame.width / LATTICE_MM, frame.height / LATTICE_MM]
  return [
    [
      [
        [0, 0],
        [width, 0],
        [width, height],
        [0, height],
        [0, 0],
      ],
    ],
  ]
}
