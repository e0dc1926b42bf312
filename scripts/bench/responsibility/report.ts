import type { Judged } from '../targets.ts'
import { CONSOLES } from './events.ts'
import type { ResponsibilityResults } from './measure.ts'

const POINT_MS = 10
const AREA_MS = 150
const EVENT_MS = 1000
const GROWTH = 1.5

/** What questions about people may take. Times in milliseconds are those of this machine; the issue names them so. */
export function judgeResponsibility({ points, areas, events }: ResponsibilityResults): Judged[] {
  const atMost = (limit: number, target: string, scenario: string, ratio: number): Judged => ({
    target: `${target}: at most ${limit}`,
    scenario,
    ratio,
    met: ratio <= limit,
  })
  const alone = points.find(({ connections }) => connections === 1)!
  return [
    atMost(1, `whose is a place, p95 ÷ ${POINT_MS} ms`, '1 connection', alone.whole.p95 / POINT_MS),
    atMost(GROWTH, 'whose is a place, ten times the people ÷ a tenth', '1 connection', alone.whole.p50 / alone.tenth.p50),
    ...areas.map(({ scenario, figures }) =>
      atMost(1, `what is in an area, p95 ÷ ${AREA_MS} ms`, scenario, figures.p95 / AREA_MS),
    ),
    atMost(1, `news to ${CONSOLES} consoles, p95 ÷ ${EVENT_MS} ms`, 'the last that hears', events.p95 / EVENT_MS),
  ]
}

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0)

export function responsibilityTables({ grids, assignments, points, areas, events }: ResponsibilityResults): Table[] {
  const thousands = (count: number) => count.toLocaleString('en')
  return [
    {
      head: [
        `whose is a place, among ${thousands(grids)} grids and ${thousands(assignments)} assignments`,
        'p50 ms',
        'p95 ms',
        'a second',
        'a tenth: p50 ms',
        'p50 ÷ a tenth',
      ],
      rows: points.map(({ connections, whole, tenth }) => [
        connections === 1 ? '1 connection' : `${connections} connections`,
        milliseconds(whole.p50),
        milliseconds(whole.p95),
        whole.perSecond.toFixed(0),
        milliseconds(tenth.p50),
        (whole.p50 / tenth.p50).toFixed(2),
      ]),
    },
    {
      head: ['what is in a drawn area', 'household points inside', 'p50 ms', 'p95 ms'],
      rows: areas.map(({ scenario, points: inside, figures }) => [
        scenario,
        thousands(inside),
        milliseconds(figures.p50),
        milliseconds(figures.p95),
      ]),
    },
    {
      head: [`from a commit to the last of ${CONSOLES} open consoles`, 'p50 ms', 'p95 ms'],
      rows: [['', milliseconds(events.p50), milliseconds(events.p95)]],
    },
  ]
}
