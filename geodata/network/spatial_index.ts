/** A packed tree of boxes (sort-tile-recursive, Leutenegger 1997): made once, read from three arrays, so that it travels in one buffer. */
import { MinHeap } from './min_heap.ts'

export interface SpatialIndex {
  /** West, south, east, north of each box: first those of the items, then level by level to the one box around all. */
  readonly boxes: Float64Array
  /** The item that each of the first boxes belongs to. */
  readonly items: Uint32Array
  /** Where each level begins among the boxes, and where the last one ends. */
  readonly levels: Uint32Array
}

const FANOUT = 16

/** @param boxes four numbers for each item */
export function spatialIndexOf(boxes: Float64Array): SpatialIndex {
  const items = inOrder(boxes)
  const sizes = [items.length]
  while (sizes.at(-1)! > 1) sizes.push(Math.ceil(sizes.at(-1)! / FANOUT))
  const levels = new Uint32Array(sizes.length + 1)
  sizes.forEach((size, level) => {
    levels[level + 1] = levels[level]! + size
  })
  const all = new Float64Array(4 * levels.at(-1)!)
  items.forEach((item, at) => {
    all.set(boxes.subarray(4 * item, 4 * item + 4), 4 * at)
  })
  for (let level = 1; level < sizes.length; level++)
    for (let at = levels[level]!; at < levels[level + 1]!; at++) {
      const first = levels[level - 1]! + (at - levels[level]!) * FANOUT
      all.set(boxAround(all, first, Math.min(first + FANOUT, levels[level]!)), 4 * at)
    }
  return { boxes: all, items, levels }
}

/** Columns from west to east, each from south to north. */
function inOrder(boxes: Float64Array): Uint32Array {
  const count = boxes.length / 4
  const middle = (item: number, axis: 0 | 1) => boxes[4 * item + axis]! + boxes[4 * item + axis + 2]!
  const order = Uint32Array.from({ length: count }, (_, item) => item).sort((a, b) => middle(a, 0) - middle(b, 0))
  const column = FANOUT * Math.ceil(Math.sqrt(Math.ceil(count / FANOUT)))
  for (let at = 0; at < count; at += column) order.subarray(at, at + column).sort((a, b) => middle(a, 1) - middle(b, 1))
  return order
}

function boxAround(boxes: Float64Array, first: number, end: number): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 4 * first; at < 4 * end; at += 4) {
    west = Math.min(west, boxes[at]!)
    south = Math.min(south, boxes[at + 1]!)
    east = Math.max(east, boxes[at + 2]!)
    north = Math.max(north, boxes[at + 3]!)
  }
  return [west, south, east, north]
}

/** Box numbers of what a box holds; of an item's box, none. */
function childrenOf({ levels }: SpatialIndex, box: number): readonly [first: number, end: number] {
  let level = 1
  while (box >= levels[level]!) level++
  if (level === 1) return [0, 0]
  const first = levels[level - 2]! + (box - levels[level - 1]!) * FANOUT
  return [first, Math.min(first + FANOUT, levels[level - 1]!)]
}

/** Items whose boxes meet a box, in no order. */
export function itemsIn(index: SpatialIndex, [west, south, east, north]: readonly [number, number, number, number]): number[] {
  const { boxes, items, levels } = index
  const found: number[] = []
  const open = items.length === 0 ? [] : [levels.at(-1)! - 1]
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    const at = 4 * box
    if (boxes[at]! > east || boxes[at + 2]! < west || boxes[at + 1]! > north || boxes[at + 3]! < south) continue
    if (box < items.length) found.push(items[box]!)
    const [first, end] = childrenOf(index, box)
    for (let child = first; child < end; child++) open.push(child)
  }
  return found
}

/**
 * Looks at items in order of how near their boxes are, until none can be nearer than the nearest seen.
 * @param scale what a unit of each axis counts
 * @param look the distance of an item, in the unit of the scale; Infinity where it doesn't count
 */
export function visitNearest(
  index: SpatialIndex,
  [x, y]: readonly [number, number],
  [scaleX, scaleY]: readonly [number, number],
  look: (item: number) => number,
): void {
  const { boxes, items, levels } = index
  const heap = new MinHeap()
  const push = (box: number) => {
    const at = 4 * box
    const dx = Math.max(boxes[at]! - x, x - boxes[at + 2]!, 0) * scaleX
    const dy = Math.max(boxes[at + 1]! - y, y - boxes[at + 3]!, 0) * scaleY
    heap.push(Math.hypot(dx, dy), box)
  }
  if (items.length > 0) push(levels.at(-1)! - 1)
  let nearest = Infinity
  while (heap.least < nearest) {
    const box = heap.pop()
    if (box < items.length) nearest = Math.min(nearest, look(items[box]!))
    const [first, end] = childrenOf(index, box)
    for (let child = first; child < end; child++) push(child)
  }
}
