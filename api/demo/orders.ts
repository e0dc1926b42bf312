/** Invented places to start with: a county and as many more around it as are wanted, or a town that loads in a second. */
export const DEMO_NAMES = ['county', 'town'] as const
export type DemoName = (typeof DEMO_NAMES)[number]

export interface DemoOrder {
  readonly name: DemoName
  /** How many counties: a whole number from 1 to MOST_COUNTIES. The town is always one. */
  readonly scale: number
  /** What the counties' chance depends on: a whole number from 1. */
  readonly seed: number
}

export const orderOf = (name: DemoName, { scale = 1, seed = 1 }: { scale?: number; seed?: number } = {}): DemoOrder => ({
  name,
  scale,
  seed,
})
