import type { Judged } from '../targets.ts'
import type { CaseResults } from './measure.ts'

const WAIT_MS = 200

/** The issue names the time; it is that of this machine. */
export const judgeCases = ({ questions }: CaseResults): Judged[] =>
  questions
    .filter(({ judged }) => judged)
    .map(({ scenario, figures }) => ({
      target: `queues and ranking of a million cases, p95 ÷ ${WAIT_MS} ms: at most 1`,
      scenario,
      ratio: figures.p95 / WAIT_MS,
      met: figures.p95 <= WAIT_MS,
    }))

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0)

export const caseTables = ({ cases, questions }: CaseResults) => [
  {
    head: [`${cases.toLocaleString('en')} cases, over HTTP`, 'p50 ms', 'p95 ms'],
    rows: questions.map(({ scenario, figures }) => [scenario, milliseconds(figures.p50), milliseconds(figures.p95)]),
  },
]
