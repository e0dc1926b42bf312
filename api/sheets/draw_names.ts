/** Writes the names on the map: of the grids, and of the areas around and between them. */
import { SHEET_TEXT } from '../words/sheet_text.ts'
import { LATTICE_MM, type SheetArea, type SheetContent, type SheetGrid } from './content.ts'
import { onPage } from './draw_ground.ts'
import { isFree, type Label, type LabelLine, LEADING, placeLabels, spotsIn } from './labels.ts'
import type { Layout } from './layout.ts'
import { leaderOf, personName } from './list.ts'
import { ABOVE, widthOf } from './measure.ts'
import { FAINT, INK, type Pen } from './pen.ts'
import { areaOf, holds, poleOf, rough } from './polygon.ts'
import * as styles from './styles.ts'

/** Gives back how many grids have no room for their number. */
export function drawNames(pen: Pen, content: SheetContent): number {
  const { layout, map, language } = content
  const text = SHEET_TEXT[language]
  const place = onPage(layout.map)
  const named = map.grids.some((grid) => leaderOf(grid))
  const shown = map.grids.filter(({ shape }) => shape)
  const wanted = shown.flatMap((grid) => wantedOf(grid, named, language, text.vacant))
  const sizes = layout.measures.labels
  const labels = placeLabels(wanted, sizes.slice(shown.length > CROWDED ? 2 : 0), {
    width: layout.map.width / LATTICE_MM,
    height: layout.map.height / LATTICE_MM,
  })
  drawAreaNames(
    pen,
    layout,
    areasToName(map),
    labels.filter((label) => label !== null),
  )
  for (const [index, label] of labels.entries()) if (label) drawLabel(pen, label, wanted[index]!.grid, place)
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

function drawLabel(pen: Pen, label: Label, grid: SheetGrid, place: (at: readonly [number, number]) => [number, number]): void {
  const [x, y] = place(label.at)
  if (label.pointsTo) {
    const [toX, toY] = place(label.pointsTo)
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

/** Those around the area, and those in it that are divided further. */
function areasToName({ area, areas, grids }: SheetContent['map']): NamedArea[] {
  const isInner = ({ code }: SheetArea) => code.startsWith(area.code)
  const isDivided = grids.length > areas.filter(isInner).length * 1.5
  return areas.map((each) => ({ ...each, isInner: isInner(each) })).filter((each) => !each.isInner || isDivided)
}

export interface NamedArea extends Pick<SheetArea, 'name' | 'shape'> {
  readonly isInner: boolean
}

/** Names of areas where they hide no label: those around faintly, those of what the map is about large and pale. */
export function drawAreaNames(
  pen: Pen,
  { map: frame, measures }: Pick<Layout, 'map' | 'measures'>,
  areas: readonly NamedArea[],
  labels: readonly Pick<Label, 'at' | 'width' | 'height'>[],
): void {
  const place = onPage(frame)
  const size = measures.areaName
  const [right, top] = [frame.width / LATTICE_MM, frame.height / LATTICE_MM]
  const taken = [...labels]
  for (const { name, shape: whole, isInner } of areas) {
    const shape = rough(whole, 1 / LATTICE_MM)
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
        isFree(at, wide, high, taken) &&
        holds(shape, at, wide, high)
      const at = [pole, ...spotsIn(shape, pole)].find(fits)
      if (!at) continue
      taken.push({ at, width: wide, height: high })
      const [x, y] = place(at)
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
