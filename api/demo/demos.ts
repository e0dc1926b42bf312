import type { Demo } from '#geodata/county/demo.ts'
import { demoCounty } from '#geodata/county/index.ts'
import { demoTown } from '#geodata/town/index.ts'
import type { DemoOrder } from './orders.ts'

/** One after another, so that there is never more than one in memory. */
export function* demosOf({ name, scale, seed }: DemoOrder): Generator<Demo> {
  if (name === 'town') yield demoTown()
  else for (let number = 1; number <= scale; number++) yield demoCounty({ seed, number })
}
