/** Draws the ground of a printed map: land, water and roads under a veil outside of its area, borders, names of roads and areas. */
import { chainsOf, edgesOf } from '../../sheets/borders.ts'
import { LATTICE_MM, type Shape } from '../../sheets/content.ts'
import { drawGround, drawVeil, drawWaterAndRoads, inFrame, scaled } from '../../sheets/draw_ground.ts'
import { drawAreaNames } from '../../sheets/draw_names.ts'
import type { Layout } from '../../sheets/layout.ts'
import type { Pen } from '../../sheets/pen.ts'
import * as styles from '../../sheets/styles.ts'
import type { Language } from '../../words/index.ts'
import { drawRoadNames } from './draw_road_names.ts'
import type { Ground } from './ground.ts'
import type { Occupied } from './occupied.ts'

/** Land, water, roads and borders. */
export function drawGroundMap(pen: Pen, { map: frame, measures }: Pick<Layout, 'map' | 'measures'>, ground: Ground): void {
  const own = shapeOf(ground)
  inFrame(pen, frame, () => {
    drawGround(pen, frame, ground.land)
    drawWaterAndRoads(pen, ground, measures.lines)
    if (own.length > 0) drawVeil(pen, frame, [own])
    drawBorders(pen, ground, own, measures.lines)
  })
}

const shapeOf = ({ areas, code }: Ground): Shape => areas.filter((area) => area.code === code).flatMap(({ shape }) => shape)

function drawBorders(pen: Pen, { areas, code }: Ground, own: Shape, times: number): void {
  const outline = edgesOf([own])
  const others = areas.filter((area) => area.code !== code)
  for (const level of ['community', 'town', 'county'] as const) {
    const edges = [...edgesOf(others.filter((area) => area.level === level).map(({ shape }) => shape))].filter(
      ([key]) => !outline.has(key),
    )
    if (edges.length > 0)
      pen.lines(chainsOf(edges.map(([, edge]) => edge)), scaled({ ...styles.AREA_LINES[level]!, opacity: 0.6 }, times))
  }
  const level = areas.find((area) => area.code === code)?.level
  if (level === undefined) return
  const lines = chainsOf([...outline.values()])
  const style = styles.AREA_LINES[level]!
  pen.lines(lines, scaled({ width: 2, color: styles.AREA_COLOUR, opacity: 0.18 }, times))
  pen.lines(lines, scaled({ width: style.width + 0.3, color: '#ffffff', opacity: 0.8 }, times))
  pen.lines(lines, scaled(style, times))
}

/** Names of roads and areas where they hide nothing of what is taken, which becomes taken by them. */
export function drawGroundNames(
  pen: Pen,
  layout: Pick<Layout, 'map' | 'measures'>,
  ground: Ground,
  taken: Occupied,
  roadSize: number,
  language: Language,
): void {
  pen.within(layout.map, () => {
    drawRoadNames(pen, layout.map, ground.roads, taken, roadSize, language)
    const { x, y, height } = layout.map
    const labels = taken.boxes.map((box) => ({
      at: [(box.x - x) / LATTICE_MM, (y + height - box.y) / LATTICE_MM] as const,
      width: box.width / LATTICE_MM,
      height: box.height / LATTICE_MM,
    }))
    const isInner = (code: string) => code.startsWith(ground.code)
    const isDivided = ground.areas.some(({ code }) => code !== ground.code && isInner(code))
    const named = ground.areas
      .filter(({ code }) => code !== ground.code || !isDivided)
      .map((area) => ({ ...area, isInner: isInner(area.code) }))
    drawAreaNames(pen, layout, named, labels)
  })
}
