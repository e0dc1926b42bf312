import type { Judged } from '../targets.ts'
import type { RiverResults } from './measure.ts'

const LIST_MS = 150
const MATCH_MS = 300

/** What a chief waits for. Times in milliseconds are those of this machine; the issue names them so. */
export function judgeRivers({ questions, matching }: RiverResults): Judged[] {
  const atMost = (target: string, scenario: string, ratio: number): Judged => ({
    target: `${target}: at most 1`,
    scenario,
    ratio,
    met: ratio <= 1,
  })
  return [
    ...questions
      .filter(({ judged }) => judged)
      .map(({ scenario, figures }) => atMost(`segments of rivers, p95 ÷ ${LIST_MS} ms`, scenario, figures.p95 / LIST_MS)),
    atMost(
      `matching a track, p95 ÷ ${MATCH_MS} ms`,
      `${matching.points.toLocaleString('en')} positions`,
      matching.figures.p95 / MATCH_MS,
    ),
  ]
}

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0)
const thousands = (count: number) => count.toLocaleString('en')

export const riverTables = ({ segments, patrols, points, questions, matching }: RiverResults): Table[] => [
  {
    head: [
      `${thousands(segments)} segments, ${thousands(patrols)} patrols of ${thousands(points)} positions`,
      'in all',
      'p50 ms',
      'p95 ms',
    ],
    rows: questions.map(({ scenario, total, figures }) => [
      scenario,
      total === null ? '' : thousands(total),
      milliseconds(figures.p50),
      milliseconds(figures.p95),
    ]),
  },
  {
    head: ['a track read, matched and judged', 'vertices of the river', 'covered %', 'p50 ms', 'p95 ms'],
    rows: [
      [
        `${thousands(matching.points)} positions`,
        thousands(matching.vertices),
        matching.covered_percent.toFixed(0),
        milliseconds(matching.figures.p50),
        milliseconds(matching.figures.p95),
      ],
    ],
  },
]
