import type { Judged } from '../targets.ts'
import type { Proposed, Rebalanced } from './division.ts'
import type { PlanningResults } from './measure.ts'

const EDIT_MS = 5
const PROPOSAL_MS = [
  { cells: 500, ms: 500 },
  { cells: 5_000, ms: 2_000 },
  { cells: Number.POSITIVE_INFINITY, ms: 15_000 },
]
const REBALANCE_MS = 500
/** Cells for each grid out of its band. */
const MOVES = 1.5
/** Polsby-Popper. */
const COMPACTNESS = 0.55
const CROOKEDEST = 0.4
/** Asked for weights that vary by up to 0.4 of their mean, as generated ones do. */
const IMBALANCE = 0.05
const ROUNDING = 1e-9

/** Milliseconds of script for a step of a drag, by how many cells the land has at most. */
const DRAG_MS = [
  { cells: 1000, ms: 16 },
  { cells: Number.POSITIVE_INFINITY, ms: 30 },
]
const PROOF_MS = 8000
const FEW_MS = 20
/** m². */
const AREA_ERROR = 0.02

function judgeProposal({ land, cells, ms, imbalance, compactness, crookedest, unmet, even }: Proposed): Judged[] {
  const scenario = `${land}, ${cells} cells`
  const limit = PROPOSAL_MS.find((one) => cells <= one.cells)!.ms
  const atLeast = (least: number, what: string, ratio: number) => ({
    target: `${what} of a proposal: at least ${least}`,
    scenario,
    ratio,
    met: ratio >= least,
  })
  return [
    { target: `a proposal ÷ ${limit} ms: at most 1`, scenario, ratio: ms / limit, met: ms <= limit },
    atLeast(COMPACTNESS, 'compactness', compactness),
    atLeast(CROOKEDEST, 'compactness of the crookedest twentieth', crookedest),
    even
      ? { target: `imbalance: at most ${IMBALANCE}`, scenario, ratio: imbalance, met: imbalance <= IMBALANCE + ROUNDING }
      : { target: 'grids outside the band of cells: at most 0', scenario, ratio: unmet, met: unmet === 0 },
  ]
}

function judgeRebalance({ land, cells, ms, moves, outside }: Rebalanced): Judged[] {
  const scenario = `${land}, ${cells} cells`
  const each = moves / outside
  return [
    { target: `a rebalance ÷ ${REBALANCE_MS} ms: at most 1`, scenario, ratio: ms / REBALANCE_MS, met: ms <= REBALANCE_MS },
    { target: `cells moved for each grid out of its band: at most ${MOVES}`, scenario, ratio: each, met: each <= MOVES },
  ]
}

/** What redrawing may take. Times in milliseconds are those of this machine; the targets name them so. */
export function judgePlanning({ edits, proposals, rebalances, drags, proofs }: PlanningResults): Judged[] {
  const atMost = (limit: number, target: string, ratio: number): Judged => ({
    target: `${target}: at most ${limit}`,
    scenario: 'a sub-district',
    ratio,
    met: ratio <= limit,
  })
  return [
    atMost(1, `an edit, p50 ÷ ${EDIT_MS} ms`, edits.p50 / EDIT_MS),
    ...proposals.flatMap(judgeProposal),
    ...rebalances.flatMap(judgeRebalance),
    ...drags.flatMap(({ cells, stroke, vertex }) => {
      const { ms } = DRAG_MS.find((one) => cells <= one.cells)!
      const judged = (what: string, value: number) => ({
        ...atMost(1, `${what}, script p50 ÷ ${ms} ms`, value / ms),
        scenario: `${cells} cells`,
      })
      return [judged('a step of a stroke', stroke.p50), judged('a step of a vertex', vertex.p50)]
    }),
    ...proofs.flatMap(({ database, cells, ms, few, planted, found, areaError }) => {
      const scenario = `${cells} cells, ${database}`
      return [
        { ...atMost(1, `the proof of a whole scheme ÷ ${PROOF_MS} ms`, ms / PROOF_MS), scenario },
        { ...atMost(1, `the proof of three cells, p95 ÷ ${FEW_MS} ms`, few.p95 / FEW_MS), scenario },
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
  const { cells, land, edits, proposals, rebalances, publication, drags, proofs } = results
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
      head: [
        'dividing land anew',
        'ms',
        'processor ms',
        'grids',
        'imbalance',
        'compactness',
        'of the crookedest twentieth',
        'unmet',
      ],
      rows: proposals.map((each) => [
        `${each.land}, ${each.cells} cells${each.even ? '' : ', 10 to 16 in a grid'}`,
        milliseconds(each.ms),
        milliseconds(each.cpuMs),
        String(each.groups),
        percent(each.imbalance),
        each.compactness.toFixed(2),
        each.crookedest.toFixed(2),
        String(each.unmet),
      ]),
    },
    {
      head: ['bringing grids into a band of households', 'ms', 'processor ms', 'out of it', 'cells moved', 'unmet', 'imbalance'],
      rows: rebalances.map((each) => [
        `${each.land}, ${each.cells} cells`,
        milliseconds(each.ms),
        milliseconds(each.cpuMs),
        String(each.outside),
        String(each.moves),
        String(each.unmet),
        `${percent(each.before)} → ${percent(each.after)}`,
      ]),
    },
    {
      head: ['a step of a drag in Chromium, script', 'stroke p50 ms', 'p95 ms', 'vertex p50 ms', 'p95 ms'],
      rows: drags.map((drag) => [
        `${drag.cells} cells`,
        ...[drag.stroke, drag.vertex].flatMap(({ p50, p95 }) => [milliseconds(p50), milliseconds(p95)]),
      ]),
    },
    {
      head: [
        'the proof of a whole scheme',
        'ms',
        'of three cells p50 ms',
        'p95 ms',
        'planted faults found',
        'error of areas, m²',
      ],
      rows: proofs.map(({ database, cells: all, ms, few, planted, found, areaError }) => [
        `${all} cells, ${database}`,
        milliseconds(ms),
        milliseconds(few.p50),
        milliseconds(few.p95),
        `${found} of ${planted}`,
        areaError.toFixed(3),
      ]),
    },
  ]
}
