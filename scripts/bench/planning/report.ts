import type { Judged } from '../targets.ts'
import type { PlanningResults } from './measure.ts'

const EDIT_MS = 5
const PROPOSAL_MS = 2000
const REBALANCE_MS = 500
const COMPACTNESS = 0.55

/** Milliseconds of script for a step of a drag, by how many cells the land has at most. */
const DRAG_MS = [
  { cells: 1000, ms: 16 },
  { cells: Number.POSITIVE_INFINITY, ms: 30 },
]
const PROOF_MS = 8000
/** m². */
const AREA_ERROR = 0.02

/** What redrawing may take. Times in milliseconds are those of this machine; the targets name them so. */
export function judgePlanning({ edits, proposal, rebalance, drags, proofs }: PlanningResults): Judged[] {
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
    ...drags.flatMap(({ cells, stroke, vertex }) => {
      const { ms } = DRAG_MS.find((one) => cells <= one.cells)!
      const judged = (what: string, value: number) => ({
        ...atMost(1, `${what}, script p50 ÷ ${ms} ms`, value / ms),
        scenario: `${cells} cells`,
      })
      return [judged('a step of a stroke', stroke.p50), judged('a step of a vertex', vertex.p50)]
    }),
    ...proofs.flatMap(({ database, cells, ms, planted, found, areaError }) => {
      const scenario = `${cells} cells, ${database}`
      return [
        { ...atMost(1, `the proof of a whole scheme ÷ ${PROOF_MS} ms`, ms / PROOF_MS), scenario },
        { target: 'planted faults that are found: at least 1', scenario, ratio: found / planted, met: found === planted },
        { ...atMost(1, `error of their areas ÷ ${AREA_ERROR} m²`, areaError / AREA_ERROR), scenario },
      ]
    }),
  ]
}

type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0)
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

export function planningTables(results: PlanningResults): Table[] {
  const { cells, land, edits, proposal, rebalance, publication, drags, proofs } = results
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
    {
      head: ['a step of a drag in Chromium, script', 'stroke p50 ms', 'p95 ms', 'vertex p50 ms', 'p95 ms'],
      rows: drags.map((drag) => [
        `${drag.cells} cells`,
        ...[drag.stroke, drag.vertex].flatMap(({ p50, p95 }) => [milliseconds(p50), milliseconds(p95)]),
      ]),
    },
    {
      head: ['the proof of a whole scheme', 'ms', 'planted faults found', 'error of areas, m²'],
      rows: proofs.map(({ database, cells: all, ms, planted, found, areaError }) => [
        `${all} cells, ${database}`,
        milliseconds(ms),
        `${found} of ${planted}`,
        areaError.toFixed(3),
      ]),
    },
  ]
}
