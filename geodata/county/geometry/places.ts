/** Points kept by the square in which they lie, so that what is near a place is found without looking at all of them. */
import type { Position } from '../demo.ts'
import { distance } from './plane.ts'

export class Places<T> {
  private readonly squares = new Map<number, { at: Position; item: T }[]>()
  private readonly size: number

  constructor(size: number) {
    this.size = size
  }

  add(at: Position, item: T): void {
    const key = this.key(Math.floor(at[0] / this.size), Math.floor(at[1] / this.size))
    const held = this.squares.get(key)
    if (held) held.push({ at, item })
    else this.squares.set(key, [{ at, item }])
  }

  /** Everything within the distance, with how far it is. */
  visit(at: Position, reach: number, see: (item: T, away: number) => void): void {
    const [west, east] = [Math.floor((at[0] - reach) / this.size), Math.floor((at[0] + reach) / this.size)]
    const [south, north] = [Math.floor((at[1] - reach) / this.size), Math.floor((at[1] + reach) / this.size)]
    for (let x = west; x <= east; x++)
      for (let y = south; y <= north; y++)
        for (const held of this.squares.get(this.key(x, y)) ?? []) {
          const away = distance(at, held.at)
          if (away <= reach) see(held.item, away)
        }
  }

  /** The nearest within the distance. */
  nearest(at: Position, reach: number): { item: T; away: number } | undefined {
    let best: { item: T; away: number } | undefined
    this.visit(at, reach, (item, away) => {
      if (!best || away < best.away) best = { item, away }
    })
    return best
  }

  private key(x: number, y: number): number {
    return (x + 32768) * 65536 + y + 32768
  }
}
