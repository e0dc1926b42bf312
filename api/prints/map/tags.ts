/** Where the texts beside point symbols stand. Millimetres on the page. */
import type { Box } from '../../sheets/layout.ts'
import { type Weight, widthOf } from '../../sheets/measure.ts'
import type { Occupied, Taken } from './occupied.ts'

export interface Tagged {
  readonly at: readonly [number, number]
  /** Of the symbol. */
  readonly radius: number
  readonly text: string
  /** Shown whatever it hides; others only where there is room. */
  readonly isNeeded: boolean
}

export interface Tag extends Taken {
  readonly text: string
  /** The tag stands apart, with a line to its symbol. */
  readonly line: readonly [readonly [number, number], readonly [number, number]] | null
}

const AIR = 0.25
/** Around the symbol: first where a reader looks for it. */
const AROUND: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0.8, -0.8],
  [0.8, 0.8],
  [-0.8, -0.8],
  [-0.8, 0.8],
  [0, -1],
  [0, 1],
]

/** Finds a place for each text; what the symbols and texts cover is taken afterwards. Null for what was not needed and found none. */
export function placeTags(
  tagged: readonly Tagged[],
  size: number,
  frame: Box,
  taken: Occupied,
  weight: Weight = 'bold',
): (Tag | null)[] {
  for (const { at, radius } of tagged) taken.add({ x: at[0], y: at[1], width: radius * 2, height: radius * 2 })
  const order = tagged
    .map((_, index) => index)
    .sort((one, other) => Number(tagged[other]!.isNeeded) - Number(tagged[one]!.isNeeded) || one - other)
  const tags: (Tag | null)[] = tagged.map(() => null)
  for (const index of order) {
    const tag = placeTag(tagged[index]!, size, frame, taken, weight)
    if (!tag) continue
    taken.add(tag)
    tags[index] = tag
  }
  return tags
}

function placeTag({ at, radius, text, isNeeded }: Tagged, size: number, frame: Box, taken: Occupied, weight: Weight): Tag | null {
  const width = widthOf(text, size, weight) + 2 * AIR
  const height = size * 0.95 + 2 * AIR
  const boxAt = ([dx, dy]: readonly [number, number], distance: number): Taken => ({
    x: at[0] + dx * distance + (Math.sign(dx) * width) / 2,
    y: at[1] + dy * distance + (Math.abs(dx) < 0.5 ? (Math.sign(dy) * height) / 2 : 0),
    width,
    height,
  })
  const near = AROUND.map((way) => boxAt(way, radius + AIR))
  const found = near.find((box) => isInside(box, frame) && taken.isFree(box))
  if (found) return { ...found, text, line: null }
  if (!isNeeded) return null
  for (let distance = radius + 2; distance <= 20; distance += 1.2)
    for (let turn = 0; turn < 20; turn++) {
      const angle = (turn * Math.PI) / 10
      const box = boxAt([Math.cos(angle), Math.sin(angle)], distance)
      if (isInside(box, frame) && taken.isFree(box)) return { ...box, text, line: lineTo(box, at, radius) }
    }
  const all = near.filter((box) => isInside(box, frame))
  const best = (all.length > 0 ? all : near).reduce((one, other) => (taken.hidden(other) < taken.hidden(one) ? other : one))
  return { ...best, text, line: null }
}

const isInside = ({ x, y, width, height }: Taken, frame: Box): boolean =>
  x - width / 2 >= frame.x &&
  y - height / 2 >= frame.y &&
  x + width / 2 <= frame.x + frame.width &&
  y + height / 2 <= frame.y + frame.height

/** From the nearest side of a box to the rim of a symbol. */
function lineTo({ x, y, width, height }: Taken, [toX, toY]: readonly [number, number], radius: number): Tag['line'] {
  const from = [
    Math.max(x - width / 2, Math.min(x + width / 2, toX)),
    Math.max(y - height / 2, Math.min(y + height / 2, toY)),
  ] as const
  const length = Math.hypot(from[0] - toX, from[1] - toY)
  const share = length === 0 ? 0 : radius / length
  return [from, [toX + (from[0] - toX) * share, toY + (from[1] - toY) * share]]
}
