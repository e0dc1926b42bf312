/** Draws the grids: pale colours, hatching where nobody leads, and borders by how much they part. */
import { chainsOf, colour, type Edge, edgesOf, neighboursOf } from './borders.ts'
import { LATTICE_MM, type Lines, type Shape, type SheetContent, type SheetGrid } from './content.ts'
import { frameShape, scaled } from './draw_ground.ts'
import type { Pen } from './pen.ts'
import { boundsOf } from './polygon.ts'
import * as styles from './styles.ts'

/** Grids in pale colours, none like its neighbour's; where they are many, those that belong together in one. */
export function drawTints(pen: Pen, { map: { grids } }: SheetContent, edges: ReadonlyMap<string, Edge>): void {
  const shown = grids.map((grid) => (grid.class === 'A' ? grid.shape : null))
  const names = groupsOf(grids)
  const groups = [...new Set(names)]
  const groupOf = names.map((name) => groups.indexOf(name))
  const joined = [...edges.values()].map((edge) => ({ ...edge, sides: [...new Set(edge.sides.map((side) => groupOf[side]!))] }))
  const colours = colour(neighboursOf(joined, groups.length), styles.TINTS.length)
  styles.TINTS.forEach((tint, index) => {
    const shapes = shown.flatMap((shape, grid) => (shape && colours[groupOf[grid]!] === index ? [shape] : []))
    if (shapes.length > 0) pen.area(shapes, tint, styles.TINT_OPACITY)
  })
}

const MOST_TINTED = 40

function groupsOf(grids: readonly SheetGrid[]): string[] {
  const deepest = Math.max(...grids.map(({ lineage }) => lineage.length))
  for (let depth = deepest; depth > 0; depth--) {
    const names = grids.map(({ lineage, code }) => lineage[Math.min(depth, lineage.length) - 1] ?? code)
    const count = new Set(names).size
    if (count <= MOST_TINTED && (count > 1 || depth === deepest)) return names
  }
  return grids.map(({ code }) => code)
}

/** What the veil leaves clear: the area, or the grids where they reach beyond it or are all that the map shows of it. */
export function shapesShown({ layout, map: { area, grids } }: SheetContent): readonly Shape[] {
  const shapes = grids.flatMap(({ class: kind, shape }) => (kind === 'A' && shape ? [shape] : []))
  const isOfGrids = reachesBeyond(shapes, area.shape) || reachesBeyond([area.shape], frameShape(layout.map))
  return isOfGrids ? shapes : [area.shape]
}

function reachesBeyond(shapes: readonly Shape[], area: Shape): boolean {
  const [own, all] = [boundsOf(area), boundsOf(shapes.flat())]
  const margin = 1 / LATTICE_MM
  return (
    all.west < own.west - margin ||
    all.south < own.south - margin ||
    all.east > own.east + margin ||
    all.north > own.north + margin
  )
}

export function drawVacancies(pen: Pen, vacant: readonly SheetGrid[]): void {
  if (vacant.length === 0) return
  pen.hatched(
    vacant.map(({ shape }) => shape!),
    HATCH_MM / LATTICE_MM,
    scaled({ width: 0.12, color: styles.VACANT, opacity: 0.55 }),
  )
}
export const HATCH_MM = 1.3

export interface Borders {
  readonly grids: ReadonlyMap<string, Edge>
  /** Lines between grids by how many levels above the one shown differ. */
  readonly byRank: ReadonlyMap<number, Lines>
  readonly inner: Lines
  readonly isAbove: boolean
  readonly around: Lines
}

export function findBorders({ map: { area, areas, grids } }: SheetContent): Borders {
  const edges = edgesOf(grids.map((grid) => (grid.class === 'A' ? grid.shape : null)))
  const own = edgesOf([area.shape])
  const ranks = new Map<number, Edge[]>()
  for (const [key, edge] of edges) {
    if (own.has(key) && edge.sides.length === 1) continue
    const rank = rankOf(edge.sides.map((side) => grids[side]!.lineage))
    ranks.set(rank, [...(ranks.get(rank) ?? []), edge])
  }
  const others = [...edgesOf(areas.map(({ shape }) => shape))].filter(([key]) => !own.has(key))
  const isInner = ({ sides }: Edge) => sides.some((side) => areas[side]!.code.startsWith(area.code))
  // Borders of areas that hold several grids of the first level stand above the grids'; the others are told by the grids' own.
  const first = new Set(grids.filter((grid) => grid.class === 'A').map(({ lineage }) => lineage[0]))
  const inside = areas.filter(({ code }) => code.startsWith(area.code))
  const isAbove = inside.length > 1 && inside.length < first.size
  return {
    isAbove,
    grids: edges,
    byRank: new Map([...ranks].map(([rank, each]) => [rank, chainsOf(each)])),
    inner: chainsOf(others.filter(([key, edge]) => isInner(edge) && (isAbove || !edges.has(key))).map(([, edge]) => edge)),
    around: chainsOf(others.filter(([, edge]) => !isInner(edge)).map(([, edge]) => edge)),
  }
}

/** How many levels up two grids part: 0 inside the grid above them both. */
function rankOf([one, other]: readonly (readonly string[])[]): number {
  if (!one || !other || one.length !== other.length) return 0
  const differs = one.findIndex((code, index) => code !== other[index])
  return differs < 0 ? 0 : one.length - 1 - differs
}

export function drawBorders(
  pen: Pen,
  { map: { area, areas, grids } }: SheetContent,
  { byRank, inner, isAbove, around }: Borders,
): void {
  const outline = chainsOf([...edgesOf([area.shape]).values()])
  const style = styles.AREA_LINES[area.level]!
  pen.lines(around, scaled({ ...style, width: style.width * 0.6, opacity: styles.NEIGHBOUR_OPACITY }))
  const below = areas.find(({ level }) => level !== area.level)?.level
  if (below && !isAbove) pen.lines(inner, scaled({ ...styles.AREA_LINES[below]!, opacity: 0.7 }))
  const sites = grids.flatMap((grid) => (grid.class === 'C' && grid.shape ? [grid.shape] : []))
  if (sites.length > 0) pen.area(sites, styles.SITE_FILL, 0.22)
  for (const [rank, lines] of [...byRank].sort(([one], [other]) => one - other)) pen.lines(lines, scaled(styles.gridLine(rank)))
  if (below && isAbove) {
    pen.lines(inner, scaled({ width: 1, color: '#ffffff', opacity: 0.75 }))
    pen.lines(inner, scaled(styles.AREA_LINES[below]!))
  }
  for (const site of sites) pen.lines(site.flat(), scaled(styles.SITE))
  pen.lines(outline, scaled({ width: 2, color: styles.AREA_COLOUR, opacity: 0.2 }))
  pen.lines(outline, scaled({ width: style.width + 0.3, color: '#ffffff', opacity: 0.8 }))
  pen.lines(outline, scaled(style))
}
