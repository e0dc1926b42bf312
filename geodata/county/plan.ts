/** Which of all possible counties is made: its seed decides what is left to chance, its number where it lies and what it is called. */
import type { Position } from './demo.ts'
import { type Random, randomStream } from './geometry/random.ts'
import { type CountyName, countyName } from './people/county_names.ts'

export interface Plan {
  /** 1 for the county at its own place, 2 and more for those around it. */
  readonly number: number
  readonly name: CountyName
  /** From the first county's place to this one's, in whole millimetres. */
  readonly offset: Position
  /** Each subject draws from a stream of its own name. */
  random(stream: string): Random
  /** The same items, begun elsewhere in every county: where names are taken in turn, each county begins with others. */
  turned<T>(items: readonly T[]): readonly T[]
}

export interface PlanOptions {
  /** A whole number from 1 on. The first county with seed 1 is the demo that everybody knows. */
  readonly seed?: number
  readonly number?: number
}

export function planOf({ seed = 1, number = 1 }: PlanOptions): Plan {
  const own = seedOf(seed, number)
  return {
    number,
    name: countyName(number),
    offset: offsetOf(number),
    random: (stream) => randomStream(stream, own),
    turned: (items) => {
      const start = (TURN * (number - 1)) % items.length
      return [...items.slice(start), ...items.slice(0, start)]
    },
  }
}

/** Odd, so that no two numbers below 2^32 lead to the same seed; large, so that neighbours' seeds are nobody's first county. */
const SEED_STEP = 0x85ebca6b

const seedOf = (seed: number, number: number): number => (seed + Math.imul(number - 1, SEED_STEP)) >>> 0

/** Prime, so that lists of most lengths are begun at every place in the end. */
const TURN = 7

/** Counties are up to 25 km wide; this leaves some land of nobody's between them. */
const APART = 27_000_000

/**
 * In square shells around the first county: the block of the first k² counties is k wide and k high. A quarter of the growth goes
 * west and the rest east, so that a hundred of them lie evenly on both sides of 114° E, the central meridian of their plane.
 */
function offsetOf(number: number): Position {
  const width = Math.ceil(Math.sqrt(number))
  const shell = [...block(width)].filter((place) => !isIn(place, width - 1))
  const [column, row] = shell[number - (width - 1) ** 2 - 1]!
  return [column * APART, row * APART]
}

const west = (width: number): number => -Math.floor(width / 4)
const south = (width: number): number => -Math.floor(width / 2)

function* block(width: number): Generator<Position> {
  for (let row = 0; row < width; row++)
    for (let column = 0; column < width; column++) yield [west(width) + column, south(width) + row]
}

const isIn = ([column, row]: Position, width: number): boolean =>
  column >= west(width) && column < west(width) + width && row >= south(width) && row < south(width) + width
