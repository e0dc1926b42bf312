import type { TileResults } from './report.ts'

/** What Jiangli wants to reach, and the ratio by which one sees whether it does. */
export interface Judged {
  readonly target: string
  readonly scenario: string
  readonly ratio: number
  readonly met: boolean
}

const DETAILED = /z14/
const LARGEST_BYTES = 500_000

export function judge({ uncached, cached, embedded, growth, sizes }: TileResults): Judged[] {
  const atMost = (limit: number, target: string, scenario: string, ratio: number) => ({
    target: `${target}: at most ${limit}`,
    scenario,
    ratio,
    met: ratio <= limit,
  })
  const atLeast = (limit: number, target: string, scenario: string, ratio: number) => ({
    target: `${target}: at least ${limit}`,
    scenario,
    ratio,
    met: ratio >= limit,
  })
  const of = (scenario: string, connections: number) =>
    uncached.find((row) => row.scenario === scenario && row.connections === connections)!
  const scenarios = [...new Set(uncached.map(({ scenario }) => scenario))]
  const alone = scenarios.map((scenario) => {
    const { floor, route } = of(scenario, 1)
    return atMost(1.5, 'time of a tile at 1 connection ÷ floor', scenario, route.p50 / floor!.p50)
  })
  const busy = scenarios
    .filter((scenario) => DETAILED.test(scenario) && !scenario.startsWith('lines'))
    .map((scenario) => {
      const { floor, route } = of(scenario, 8)
      return atLeast(0.6, 'tiles a second at 8 connections ÷ floor', scenario, route.perSecond / floor!.perSecond)
    })
  const crowded = scenarios.map((scenario) => {
    const ratio = of(scenario, 32).route.perSecond / of(scenario, 8).route.perSecond
    return atLeast(0.95, 'tiles a second at 32 connections ÷ at 8', scenario, ratio)
  })
  return [
    ...alone,
    ...busy,
    ...crowded,
    ...cached.map(({ connections, floor, route }) =>
      atLeast(
        0.8,
        'cached tiles a second ÷ a constant buffer',
        connectionsInWords(connections),
        route.perSecond / floor.perSecond,
      ),
    ),
    ...embedded.map(({ scenario, native, embedded: own }) =>
      atMost(5, 'time of a tile, embedded ÷ PostgreSQL', scenario, own.p50 / native.p50),
    ),
    ...growth
      .filter(({ scenario }) => DETAILED.test(scenario))
      .map(({ scenario, whole, tenth }) =>
        atMost(1.5, 'time of a tile, ten times the data ÷ a tenth', scenario, whole.p50 / tenth.p50),
      ),
    ...sizes.map(({ zoom, largest }) => atMost(1, 'largest tile ÷ 500 kB', `z${zoom}`, largest / LARGEST_BYTES)),
  ]
}

const connectionsInWords = (count: number) => (count === 1 ? '1 connection' : `${count} connections`)
