/** Draws the responsibility map into its frame. */
import { LATTICE_MM, type Shape, type SheetContent } from './content.ts'
import { drawBorders, drawTints, drawVacancies, findBorders, shapesShown } from './draw_grids.ts'
import { drawGround, drawVeil, drawWaterAndRoads, inFrame, type TerrainDrawn, terrainOf } from './draw_ground.ts'
import { drawNames } from './draw_names.ts'
import { leaderOf } from './list.ts'
import type { Pen } from './pen.ts'

/** What occurs on a map: its legend says no more. */
export interface Drawn extends TerrainDrawn {
  /** How many levels above that shown have borders on the map, from 0. */
  readonly gridBorders: readonly number[]
  readonly areaBorders: readonly string[]
  readonly sites: boolean
  readonly vacant: boolean
  readonly leaders: boolean
  /** Grids that are too small for their number. */
  readonly unnumbered: number
}

export function drawMap(pen: Pen, content: SheetContent): Drawn {
  const { layout, map } = content
  const borders = findBorders(content)
  const hasLeaders = map.grids.some((grid) => leaderOf(grid))
  // Where nobody has been named yet, hatching everything would say nothing.
  const vacant = hasLeaders ? map.grids.filter((grid) => grid.shape && !leaderOf(grid)) : []
  inFrame(pen, layout.map, () => {
    drawGround(pen, layout.map, map.land)
    drawTints(pen, content, borders.grids)
    drawWaterAndRoads(pen, map)
    drawVeil(pen, layout.map, shapesShown(content))
    drawVacancies(pen, vacant)
    drawBorders(pen, content, borders)
  })
  let unnumbered = 0
  pen.within(layout.map, () => {
    unnumbered = drawNames(pen, content)
  })
  return {
    gridBorders: [...borders.byRank.keys()].sort(),
    areaBorders: [
      ...(isSeen(map.area.shape, layout.map) ? [map.area.level] : []),
      ...(borders.inner.length > 0 ? map.areas.filter(({ level }) => level !== map.area.level).map(({ level }) => level) : []),
    ],
    ...terrainOf(map),
    sites: map.grids.some((grid) => grid.class === 'C' && grid.shape),
    vacant: vacant.length > 0,
    leaders: hasLeaders,
    unnumbered,
  }
}

/** Whether a corner of the shape's border lies in the frame. */
const isSeen = (shape: Shape, { width, height }: { width: number; height: number }): boolean =>
  shape.flat(2).some(([x, y]) => x >= 0 && y >= 0 && x * LATTICE_MM <= width && y * LATTICE_MM <= height)
