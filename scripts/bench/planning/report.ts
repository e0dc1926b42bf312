import type { Judged } from '../targets.ts'
import type { PlanningResults } from './measure.ts'

const EDIT_MS = 5
const PROPOSAL_MS = 2000
const REBALANCE_MS = 500
const COMPACTNESS = 0.55

/** What redrawing may take. Times in milliseconds are those of this machine; the targets name them so. */
export function judgePlanning({ edits, proposal, rebalance }: PlanningResults): Judged[] {
  const atMost = (limit: number, target: string, ratio: number): Judged => ({
    target: `${target}: at most ${limit}`,
    scenario: 'a sub-district',
    ratio,
    met: ratio <= limit,
  })
  return [
    atMost(1, `an edit, p50 ÷ ${EDIT_MS} ms`, edits.p50 / EDIT_MS),
    atMost(1, `a proposal ÷ ${PROPOSAL_MS} ms`, proposal.ms / PROPOSAL_MS),
    atMost(1, `a rebalance ÷ ${REBALANCE_MS} ms`, rebalance.ms / REBALANCE_MS),
    {
      target: `compactness of a proposal: at least ${COMPACTNESS}`,
      scenario: 'a sub-district',
      ratio: proposal.compactness,
      met: proposal.compactness >= COMPACTNESS,
    },
  ]
}

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0)
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

export function planningTables({ cells, land, edits, proposal, rebalance, publication }: PlanningResults): Table[] {
  return [
    {
      head: [`redrawing a sub-district of ${cells} cells`, 'p50 ms', 'p95 ms'],
      rows: [
        ['its land from the database, and its fabric', milliseconds(land.p50), milliseconds(land.p95)],
        [`an edit (${edits.accepted} of ${edits.asked} accepted)`, milliseconds(edits.p50), milliseconds(edits.p95)],
        [
          'a publication of one moved cell, proof and people included',
          milliseconds(publication.p50),
          milliseconds(publication.p95),
        ],
      ],
    },
    {
      head: ['dividing it', 'ms', 'grids or moves', 'imbalance', 'compactness'],
      rows: [
        [
          'anew, 10 to 16 cells',
          milliseconds(proposal.ms),
          String(proposal.groups),
          percent(proposal.imbalance),
          proposal.compactness.toFixed(2),
        ],
        [
          'today’s micro grids brought to 30 to 130 households',
          milliseconds(rebalance.ms),
          String(rebalance.moves),
          `${percent(rebalance.before)} → ${percent(rebalance.after)}`,
          '',
        ],
      ],
    },
  ]
}
