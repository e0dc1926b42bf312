/** Seeded randomness. Each subject draws from a stream of its own name, so that adding to one leaves the others as they were. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  between(low: number, high: number): number
  /** A whole number, both ends included. */
  integer(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** About 1, skewed to the right as counts of people are; `spread` 0.3 keeps nine tenths between 0.6 and 1.6. */
  lognormal(spread: number): number
}

/** 2^32 over the golden ratio, odd: neighbouring seeds begin far apart, and no two at the same place. */
const SEED_STEP = 0x9e3779b1

const hashText = (text: string): number => {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  return hash >>> 0
}

/** With the seed 1 the sequence depends on the name alone. */
export function randomStream(name: string, seed = 1): Random {
  let state = (hashText(name) + Math.imul(seed - 1, SEED_STEP)) >>> 0
  // mulberry32: one integer of state, and the same sequence on every engine.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + (high - low) * next()
  return {
    next,
    between,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    lognormal: (spread) => Math.exp(spread * (next() + next() + next() + next() - 2) * Math.sqrt(3)),
  }
}

const lattice = (i: number, salt: number): number => {
  let h = Math.imul(i, 374761393) ^ Math.imul(salt, 668265263)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1
}

/** Smooth noise between -1 and 1 along one dimension; its hills are one unit apart. */
export function noise(position: number, salt: number): number {
  const i = Math.floor(position)
  const t = position - i
  const ease = t * t * (3 - 2 * t)
  return lattice(i, salt) * (1 - ease) + lattice(i + 1, salt) * ease
}

/** Smooth noise between -1 and 1 on the plane; its hills are one unit apart. */
export function noise2([x, y]: readonly [number, number], salt: number): number {
  const j = Math.floor(y)
  const t = y - j
  const ease = t * t * (3 - 2 * t)
  return noise(x, salt * 7919 + j) * (1 - ease) + noise(x, salt * 7919 + j + 1) * ease
}
