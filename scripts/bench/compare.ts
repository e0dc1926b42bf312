import type { TileSource } from '#tiles/source.ts'
import { type Figures, figuresOf, middle } from './figures.ts'
import { ROUNDS } from './rounds.ts'
import { say } from './say.ts'
import { type Address, addresses, SCENARIOS } from './scenarios.ts'

/** One question at a time to two makers of the same tiles, without HTTP. Both are asked once before it counts. */
export async function compare(
  name: string,
  one: TileSource,
  other: TileSource,
): Promise<{ scenario: string; one: Figures; other: Figures }[]> {
  const rows = []
  for (const { name: scenario, layers, zooms } of SCENARIOS) {
    say(`${name}, ${scenario} …`)
    const walk = (source: TileSource) => measure((address) => source(layers, address), addresses(zooms))
    await walk(one)
    await walk(other)
    const ones: Figures[] = []
    const others: Figures[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ones.push(await walk(one))
      others.push(await walk(other))
    }
    rows.push({ scenario, one: middle(ones), other: middle(others) })
  }
  return rows
}

async function measure(make: (address: Address) => Promise<unknown>, all: readonly Address[]): Promise<Figures> {
  const milliseconds: number[] = []
  for (const address of all) {
    const began = performance.now()
    await make(address)
    milliseconds.push(performance.now() - began)
  }
  return figuresOf(milliseconds, milliseconds.reduce((sum, one) => sum + one, 0) / 1000)
}
