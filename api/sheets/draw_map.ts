/** Draws the map itself into its frame. */

import { SHEET_TEXT } from '../words/sheet_text.ts'
import { chainsOf, colour, type Edge, edgesOf, neighboursOf } from './borders.ts'
import { LATTICE_MM, type Lines, type Shape, type SheetContent, type SheetGrid } from './content.ts'
import { isFree, type Label, type LabelLine, LEADING, placeLabels, spotsIn } from './labels.ts'
import { leaderOf, personName } from './list.ts'
import { ABOVE, widthOf } from './measure.ts'
import { FAINT, INK, type LineStyle, type Pen } from './pen.ts'
import { areaOf, boundsOf, holds, poleOf, rough } from './polygon.ts'
import * as styles from './styles.ts'

/** What occurs on a map: its legend says no more. */
export interface Drawn {
  /** How many levels above that shown have borders on the map, from 0. */
  readonly gridBorders: readonly number[]
  readonly areaBorders: readonly string[]
  readonly land: readonly string[]
  readonly roads: readonly string[]
  readonly rivers: boolean
  readonly sites: boolean
  readonly vacant: boolean
  readonly leaders: boolean
  /** Grids that are too small for their number. */
  readonly unnumbered: number
}

export function drawMap(pen: Pen, content: SheetContent): Drawn {
  const { layout, map } = content
  const { x, y, width, height } = layout.map
  const document = pen.document
  const inLattice = (draw: () => void) => {
    document.save()
    document.transform(LATTICE_MM, 0, 0, -LATTICE_MM, x, y + height)
    draw()
    document.restore()
  }
  const borders = findBorders(content)
  const hasLeaders = map.grids.some((grid) => leaderOf(grid))
  // Where nobody has been named yet, hatching everything would say nothing.
  const vacant = hasLeaders ? map.grids.filter((grid) => grid.shape && !leaderOf(grid)) : []
  let unnumbered = 0
  pen.clipped(
    () => document.rect(x, y, width, height),
    () => {
      inLattice(() => {
        drawGround(pen, content)
        drawTints(pen, content, borders.grids)
        drawWaterAndRoads(pen, content)
        drawVeil(pen, content)
        drawVacancies(pen, vacant)
        drawBorders(pen, content, borders)
      })
      unnumbered = drawNames(pen, content)
    },
  )
  return {
    gridBorders: [...borders.byRank.keys()].sort(),
    areaBorders: [
      ...(isSeen(map.area.shape, layout.map) ? [map.area.level] : []),
      ...(borders.inner.length > 0 ? map.areas.filter(({ level }) => level !== map.area.level).map(({ level }) => level) : []),
    ],
    land: [...new Set(map.land.map(({ kind }) => kind))],
    roads: styles.ROADS.filter(({ classes }) => map.roads.some((road) => classes.includes(road.class))).map(({ key }) => key),
    rivers: map.rivers.length > 0,
    sites: map.grids.some((grid) => grid.class === 'C' && grid.shape),
    vacant: vacant.length > 0,
    leaders: hasLeaders,
    unnumbered,
  }
}

/** Whether a corner of the shape's border lies in the frame. */
const isSeen = (shape: Shape, { width, height }: { width: number; height: number }): boolean =>
  shape.flat(2).some(([x, y]) => x >= 0 && y >= 0 && x * LATTICE_MM <= width && y * LATTICE_MM <= height)

/** A style whose widths are meant on paper, in lattice units. */
const scaled = ({ width, dash, ...rest }: LineStyle): LineStyle => ({
  ...rest,
  width: width / LATTICE_MM,
  dash: dash?.map((each) => each / LATTICE_MM),
})

function drawGround(pen: Pen, { layout: { map }, map: { land } }: SheetContent): void {
  pen.box({ x: 0, y: 0, width: map.width / LATTICE_MM, height: map.height / LATTICE_MM }, { fill: '#f7f4e8' })
  for (const [kind, shapes] of byKind(land)) if (kind !== 'water') pen.area(shapes, styles.LAND_COLOURS[kind] ?? '#ffffff')
}

function byKind(land: SheetContent['map']['land']): Map<string, Shape[]> {
  const kinds = new Map<string, Shape[]>()
  for (const { kind, shape } of land) kinds.set(kind, [...(kinds.get(kind) ?? []), shape])
  return kinds
}

/** Grids in pale colours, none like its neighbour's; where they are many, those that belong together in one. */
function drawTints(pen: Pen, { map: { grids } }: SheetContent, edges: ReadonlyMap<string, Edge>): void {
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

function drawWaterAndRoads(pen: Pen, { map: { land, rivers, roads } }: SheetContent): void {
  const water = byKind(land).get('water')
  if (water) pen.area(water, styles.LAND_COLOURS.water!)
  for (const { rank, lines } of rivers) pen.lines(lines, scaled(styles.RIVERS[rank] ?? styles.RIVERS.ditch!))
  for (const { classes, lines } of styles.ROADS) {
    const all = roads.filter((road) => classes.includes(road.class)).flatMap((road) => road.lines)
    if (all.length > 0) for (const style of lines) pen.lines(all, scaled(style))
  }
}

/** What lies around the area steps back; around the grids, where they reach beyond it or are all that the map shows of it. */
function drawVeil(pen: Pen, { layout: { map }, map: { area, grids } }: SheetContent): void {
  const [width, height] = [map.width / LATTICE_MM, map.height / LATTICE_MM]
  const frame: Shape = [
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
  const shapes = grids.flatMap(({ class: kind, shape }) => (kind === 'A' && shape ? [shape] : []))
  const isOfGrids = reachesBeyond(shapes, area.shape) || reachesBeyond([area.shape], frame)
  pen.area([frame, ...(isOfGrids ? shapes : [area.shape])], '#ffffff', 0.62)
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

function drawVacancies(pen: Pen, vacant: readonly SheetGrid[]): void {
  if (vacant.length === 0) return
  const shapes = vacant.map(({ shape }) => shape!)
  const { west, south, east, north } = boundsOf(shapes.flat())
  const step = HATCH_MM / LATTICE_MM
  const height = north - south
  const lines: [number, number][][] = []
  for (let at = Math.floor((west - height) / step) * step; at < east; at += step)
    lines.push([
      [at, south],
      [at + height, north],
    ])
  pen.clipped(
    () => {
      for (const rings of shapes.flat()) pen.trace(rings, true)
    },
    () => pen.lines(lines, scaled({ width: 0.12, color: styles.VACANT, opacity: 0.55 })),
  )
}
export const HATCH_MM = 1.3

interface Borders {
  readonly grids: ReadonlyMap<string, Edge>
  /** Lines between grids by how many levels above the one shown differ. */
  readonly byRank: ReadonlyMap<number, Lines>
  readonly inner: Lines
  readonly isAbove: boolean
  readonly around: Lines
}

function findBorders({ map: { area, areas, grids } }: SheetContent): Borders {
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

function drawBorders(pen: Pen, { map: { area, areas, grids } }: SheetContent, { byRank, inner, isAbove, around }: Borders): void {
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

/** Gives back how many grids have no room for their number. */
function drawNames(pen: Pen, content: SheetContent): number {
  const { layout, map, language } = content
  const text = SHEET_TEXT[language]
  const onPage = ([x, y]: readonly [number, number]): [number, number] => [
    layout.map.x + x * LATTICE_MM,
    layout.map.y + layout.map.height - y * LATTICE_MM,
  ]
  const named = map.grids.some((grid) => leaderOf(grid))
  const shown = map.grids.filter(({ shape }) => shape)
  const wanted = shown.flatMap((grid) => wantedOf(grid, named, language, text.vacant))
  const sizes = styles.LABEL_SIZES[layout.paper]
  const labels = placeLabels(wanted, sizes.slice(shown.length > CROWDED ? 2 : 0), {
    width: layout.map.width / LATTICE_MM,
    height: layout.map.height / LATTICE_MM,
  })
  drawAreaNames(
    pen,
    content,
    labels.filter((label) => label !== null),
    onPage,
  )
  for (const [index, label] of labels.entries()) if (label) drawLabel(pen, label, wanted[index]!.grid, onPage)
  const numbered = new Set(wanted.flatMap(({ grid }, index) => (labels[index] ? [grid.number] : [])))
  return shown.length - numbered.size
}

/** With more grids than these, large letters beside small ones would make the map restless. */
const CROWDED = 60

/** The name stands in the largest part of a grid; in others that are not too small, its number. */
function wantedOf(grid: SheetGrid, named: boolean, language: SheetContent['language'], vacant: string) {
  const parts = rough(grid.shape!, 0.3 / LATTICE_MM)
    .map((rings) => [rings])
    .sort((one, other) => areaOf(other) - areaOf(one))
  const [number] = variantsOf(grid, named, language, vacant).slice(-1)
  return parts
    .filter((part, index) => index === 0 || areaOf(part) > ENCLAVE_MM2 / LATTICE_MM ** 2)
    .map((shape, index) => ({ grid, shape, variants: index === 0 ? variantsOf(grid, named, language, vacant) : [number!] }))
}
const ENCLAVE_MM2 = 25

/** From number, name and grid leader down to the number alone. */
function variantsOf(grid: SheetGrid, named: boolean, language: SheetContent['language'], vacant: string): LabelLine[][] {
  const number: LabelLine = { text: String(grid.number), size: 1, weight: 'bold' }
  const leader = leaderOf(grid)
  const person: LabelLine[] = named
    ? [{ text: leader ? personName(leader, language) : vacant, size: 0.95, weight: leader ? 'regular' : 'bold' }]
    : []
  const names = grid.shortNames.map((name): LabelLine => ({ text: `${grid.number} ${name}`, size: 1, weight: 'bold' }))
  return [...names.map((name) => [name, ...person]), ...(named ? [[number, ...person]] : names.map((name) => [name])), [number]]
}

function drawLabel(pen: Pen, label: Label, grid: SheetGrid, onPage: (at: readonly [number, number]) => [number, number]): void {
  const [x, y] = onPage(label.at)
  if (label.pointsTo) {
    const [toX, toY] = onPage(label.pointsTo)
    const [width, height] = [label.width * LATTICE_MM, label.height * LATTICE_MM]
    pen.line(
      [
        [x, y],
        [toX, toY],
      ],
      { width: 0.13, color: INK },
    )
    pen.document.circle(toX, toY, 0.3).fillColor(INK, 1).fill()
    pen.box(
      { x: x - width / 2, y: y - height / 2, width, height },
      { fill: '#ffffff', opacity: 0.92, stroke: { width: 0.1, color: FAINT } },
    )
  }
  const sizes = label.lines.map((line) => label.size * line.size)
  let top = y - sizes.reduce((sum, size) => sum + size * LEADING, 0) / 2
  label.lines.forEach((line, index) => {
    const size = sizes[index]!
    const color = line.text !== String(grid.number) && index > 0 && !leaderOf(grid) ? styles.VACANT : INK
    pen.text(line.text, x, top + (size * (LEADING - 1)) / 2 + size * (ABOVE - 0.02), {
      size,
      weight: line.weight,
      color,
      align: 'center',
    })
    top += size * LEADING
  })
}

/** Neighbours' names faintly; those of the communities that are divided further, large and pale between the grids' own. */
function drawAreaNames(
  pen: Pen,
  { layout: { paper, map: frame }, map }: SheetContent,
  labels: readonly Label[],
  onPage: (at: readonly [number, number]) => [number, number],
): void {
  const inner = map.areas.filter(({ code }) => code.startsWith(map.area.code))
  const isDivided = map.grids.length > inner.length * 1.5
  const size = paper === 'A3' ? 3.6 : 3
  const [right, top] = [frame.width / LATTICE_MM, frame.height / LATTICE_MM]
  for (const { name, code, shape: whole } of map.areas) {
    const shape = rough(whole, 1 / LATTICE_MM)
    const isInner = code.startsWith(map.area.code)
    if (isInner && !isDivided) continue
    for (const letters of [size, size * 0.85, size * 0.7]) {
      const spacing = isInner ? letters * 0.2 : letters * 0.1
      const wide = (widthOf(name, letters, 'bold') + spacing * ([...name].length - 1)) / LATTICE_MM
      const high = (letters * 1.15) / LATTICE_MM
      const pole = poleOf(shape, Math.max(1, Math.min(4, wide / high)))
      const fits = (at: readonly [number, number]) =>
        at[0] > wide / 2 + 20 &&
        at[1] > high / 2 + 20 &&
        at[0] < right - wide / 2 - 20 &&
        at[1] < top - high / 2 - 20 &&
        isFree(at, wide, high, labels) &&
        holds(shape, at, wide, high)
      const at = [pole, ...spotsIn(shape, pole)].find(fits)
      if (!at) continue
      const [x, y] = onPage(at)
      const [color, opacity] = isInner ? [styles.AREA_COLOUR, 0.55] : [FAINT, 0.8]
      pen.text(name, x, y + letters * 0.36, {
        size: letters,
        weight: isInner ? 'bold' : 'regular',
        color,
        opacity,
        spacing,
        align: 'center',
      })
      break
    }
  }
}
