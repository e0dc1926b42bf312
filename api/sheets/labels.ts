/** Where the names of the grids stand. Lattice units in, lattice units out; sizes of text in millimetres. */
import { LATTICE_MM, type Shape } from './content.ts'
import { type Weight, widthOf } from './measure.ts'
import { boundsOf, contains, findPole, holds, type Point, poleOf } from './polygon.ts'

export interface LabelLine {
  readonly text: string
  /** In parts of the label's size. */
  readonly size: number
  readonly weight: Weight
}

/** What a label would say, from most to least; the least must be a single short line. */
export interface Wanted {
  readonly shape: Shape
  readonly variants: readonly (readonly LabelLine[])[]
}

export interface Label {
  readonly at: Point
  readonly lines: readonly LabelLine[]
  readonly size: number
  readonly width: number
  readonly height: number
  /** The label stands outside and points here. */
  readonly pointsTo: Point | null
}

export const LEADING = 1.12
const AIR_MM = 0.35
/** How far outside a label may stand, and how many may. */
const REACH_MM = 14
const MOST_OUTSIDE = 80
const units = (mm: number) => mm / LATTICE_MM

const boxOf = (lines: readonly LabelLine[], size: number) => ({
  width: units(Math.max(...lines.map((line) => widthOf(line.text, size * line.size, line.weight))) + 2 * AIR_MM),
  height: units(lines.reduce((sum, line) => sum + size * line.size * LEADING, 0) + AIR_MM),
})

interface Room {
  readonly width: number
  readonly height: number
}

/**
 * Finds a place for every label, those of small shapes first, for they have least choice: inside the shape and clear of the others
 * where that can be; smaller or shorter where it can't; at last outside, with a line that leads in. Null where there is no place
 * nearby either: a thicket of lines would tell less than nothing.
 * @param sizes from largest to smallest
 * @param room of the map
 */
export function placeLabels(wanted: readonly Wanted[], sizes: readonly number[], room: Room): (Label | null)[] {
  const placed: Label[] = []
  const labels: (Label | null)[] = wanted.map(() => null)
  const order = wanted
    .map(({ shape }, index) => ({ index, bounds: boundsOf(shape) }))
    .sort((one, other) => extentOf(one.bounds) - extentOf(other.bounds) || one.index - other.index)
  const left: number[] = []
  const add = (index: number, label: Label) => {
    labels[index] = label
    placed.push(label)
  }
  for (const { index } of order) {
    const label = inside(wanted[index]!, sizes, placed)
    if (label) add(index, label)
    else left.push(index)
  }
  const place = (index: number, reach: number) => {
    const label = outside(wanted[index]!, sizes.at(-1)!, placed, room, units(reach))
    if (label) add(index, label)
  }
  for (const index of left) place(index, 0)
  const homeless = left.filter((index) => labels[index] === null)
  if (homeless.length <= MOST_OUTSIDE) for (const index of homeless) place(index, REACH_MM)
  return labels
}

const extentOf = ({ west, south, east, north }: ReturnType<typeof boundsOf>) => (east - west) * (north - south)

function inside({ shape, variants }: Wanted, sizes: readonly number[], placed: readonly Label[]): Label | undefined {
  const { at: middle, distance } = findPole(shape)
  const poles = new Map<number, Point>([[1, middle]])
  let spots: readonly Point[] | undefined
  // A name in small letters is worth more than a number in large ones.
  for (const lines of variants)
    for (const size of sizes) {
      const { width, height } = boxOf(lines, size)
      // Nothing higher than the widest circle fits, unless the shape is a slot.
      if (height > 2 * distance * 1.02) continue
      const aspect = Math.max(1, Math.min(4, Math.round(width / height)))
      if (!poles.has(aspect)) poles.set(aspect, poleOf(shape, aspect))
      const pole = poles.get(aspect)!
      const fits = (at: Point) => isFree(at, width, height, placed) && holds(shape, at, width, height)
      if (fits(pole)) return { at: pole, lines, size, width, height, pointsTo: null }
      spots ??= spotsIn(shape, pole)
      // Elsewhere only for the shortest text: a name far from the middle is a worse label than a number in it.
      const at = lines === variants.at(-1) ? spots.find(fits) : spots.slice(0, 8).find(fits)
      if (at) return { at, lines, size, width, height, pointsTo: null }
    }
  return undefined
}

/** Places spread over a shape, the nearest to its pole first. */
export function spotsIn(shape: Shape, [x, y]: Point): Point[] {
  const { west, south, east, north } = boundsOf(shape)
  const spots: Point[] = []
  for (let column = 1; column < 14; column++)
    for (let row = 1; row < 14; row++) spots.push([west + ((east - west) * column) / 14, south + ((north - south) * row) / 14])
  return spots
    .filter((spot) => contains(shape, spot))
    .sort((one, other) => Math.hypot(one[0] - x, one[1] - y) - Math.hypot(other[0] - x, other[1] - y))
}

/** Whether a rectangle around a point touches no label. */
export function isFree(
  [x, y]: Point,
  width: number,
  height: number,
  placed: readonly Pick<Label, 'at' | 'width' | 'height'>[],
): boolean {
  return placed.every(
    (other) => Math.abs(other.at[0] - x) * 2 >= other.width + width || Math.abs(other.at[1] - y) * 2 >= other.height + height,
  )
}

/** At the pole, over the border; else around the shape, ever further away. */
function outside({ shape, variants }: Wanted, size: number, placed: readonly Label[], room: Room, reach: number): Label | null {
  const lines = variants.at(-1)!
  const { width, height } = boxOf(lines, size)
  const pole = poleOf(shape)
  if (isFree(pole, width * 0.9, height * 0.9, placed)) return { at: pole, lines, size, width, height, pointsTo: null }
  for (let distance = units(2); distance <= reach; distance += units(1))
    for (let turn = 0; turn < 24; turn++) {
      const angle = (turn * Math.PI) / 12
      const at: Point = [Math.round(pole[0] + distance * Math.cos(angle)), Math.round(pole[1] + distance * Math.sin(angle))]
      const onMap = at[0] > width && at[1] > height && at[0] < room.width - width && at[1] < room.height - height
      if (onMap && isFree(at, width, height, placed)) return { at, lines, size, width, height, pointsTo: pole }
    }
  return null
}
