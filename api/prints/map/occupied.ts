/** Which parts of a map are taken by symbols and text already. Millimetres on the page; boxes by their middle. */

export interface Taken {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Boxes are kept in squares of this side, so that asking takes no longer where they are many. */
const SIDE = 12

export class Occupied {
  readonly boxes: Taken[] = []
  readonly #squares = new Map<string, Taken[]>()

  add(box: Taken): void {
    this.boxes.push(box)
    for (const key of keysOf(box)) this.#squares.set(key, [...(this.#squares.get(key) ?? []), box])
  }

  isFree(box: Taken): boolean {
    return keysOf(box).every((key) => (this.#squares.get(key) ?? []).every((other) => !touch(box, other)))
  }

  /** How much of a box is taken, in mm²; what overlaps twice counts twice. */
  hidden(box: Taken): number {
    const found = new Set(keysOf(box).flatMap((key) => this.#squares.get(key) ?? []))
    let area = 0
    for (const other of found)
      area += Math.max(0, overlap(box, other, 'x', 'width')) * Math.max(0, overlap(box, other, 'y', 'height'))
    return area
  }
}

const overlap = (one: Taken, other: Taken, at: 'x' | 'y', size: 'width' | 'height'): number =>
  Math.min(one[at] + one[size] / 2, other[at] + other[size] / 2) - Math.max(one[at] - one[size] / 2, other[at] - other[size] / 2)

const touch = (one: Taken, other: Taken): boolean =>
  overlap(one, other, 'x', 'width') > 0 && overlap(one, other, 'y', 'height') > 0

function keysOf({ x, y, width, height }: Taken): string[] {
  const keys: string[] = []
  for (let column = Math.floor((x - width / 2) / SIDE); column <= Math.floor((x + width / 2) / SIDE); column++)
    for (let row = Math.floor((y - height / 2) / SIDE); row <= Math.floor((y + height / 2) / SIDE); row++)
      keys.push(`${column} ${row}`)
  return keys
}
