/**
 * Redrawing grids: edits on the fabric of the demo county's busiest town, proposals for it, publications that PostGIS proves, drags in a
 * browser, and the proof of a whole scheme.
 */
import type { Database, Transaction } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { loadDemo } from '#api/demo/store.ts'
import { OpenPlans } from '#api/plans/open.ts'
import { prepare, type Wanted } from '#api/plans/proposals/request.ts'
import { publish } from '#api/plans/publish/publish.ts'
import { appendStep, insertPlan } from '#api/plans/store.ts'
import { arcsOf, type Edit, type Fabric } from '#geodata/fabric/index.ts'
import type { ProposeRequest, RebalanceRequest } from '#geodata/partition/index.ts'
import { applyInScope, applyStep, type Scope, shapesOf } from '#geodata/planning/index.ts'
import { startCluster } from '../../setup/cluster.ts'
import { type Figures, figuresOf } from '../figures.ts'
import { say } from '../say.ts'
import { measureGenerated, measureProposal, measureRebalance, type Proposed, type Rebalanced } from './division.ts'
import { type DragResults, measureDrags } from './drag.ts'
import { measureProof, type ProofResults } from './proof.ts'

export interface PlanningResults {
  readonly cells: number
  readonly land: Figures
  readonly edits: Figures & { readonly accepted: number; readonly asked: number }
  readonly proposals: readonly Proposed[]
  readonly rebalances: readonly Rebalanced[]
  readonly publication: Figures
  /** By size of the land. */
  readonly drags: readonly DragResults[]
  /** On both databases. */
  readonly proofs: readonly ProofResults[]
}

const EDITS = 500
const LANDS = 5
const PUBLICATIONS = 20
/** Cells in a grid of a dense place, and households in a micro grid. */
const CELLS = { least: 10, most: 16 }
const HOUSEHOLDS = { least: 50, most: 100 }

export async function measurePlanning(): Promise<PlanningResults> {
  const cluster = await startCluster()
  try {
    const database = await openDatabase({ url: cluster.url })
    say('Filling a county to redraw …')
    await migrate(database)
    await loadDemo(database, 'county')
    await database.query(sql`analyze`)
    try {
      const measured = await measureOn(database)
      const territories = await territoriesToDragIn(database)
      return { ...measured, drags: await measureDrags(cluster.url, territories), proofs: await measureProof() }
    } finally {
      await database.close()
    }
  } finally {
    await cluster.stop()
  }
}

/** Cells of a town, whose land a community's planner knows by heart. */
const TOWN_CELLS = 500

/** The town that comes closest to so many cells, and the whole county. */
async function territoriesToDragIn(database: Database): Promise<string[]> {
  const [town] = await database.query<{ code: string }>(sql`
    select left(code, 9) as code from unit_cells group by 1 order by abs(count(*) - ${TOWN_CELLS}::integer), 1 limit 1`)
  return [town!.code, town!.code.slice(0, 6)]
}

async function measureOn(database: Database): Promise<Omit<PlanningResults, 'drags' | 'proofs'>> {
  const [town] = await database.query<{ code: string }>(sql`
    select left(code, 9) as code from unit_cells group by 1 order by count(*) desc, 1 limit 1`)
  const place = { scheme: 'governance', territory_code: town!.code }
  const id = await database.transaction((transaction) =>
    insertPlan(transaction, { ...place, name: 'bench', effective_on: null, remark: null }, { id: null, name: 'bench' }),
  )
  say('the land of a town …')
  const land = await timedTimes(LANDS, () => new OpenPlans().open(database, id))
  const plans = new OpenPlans()
  const open = await plans.open(database, id)
  say('edits …')
  const edits = measureEdits(open.draft, open.scope)
  say('proposals …')
  const wanted: Wanted = {
    kind: 'propose',
    area: town!.code,
    weight: 'households',
    target: { cells: CELLS },
    within: 'community',
    seed: 1,
  }
  const asked = (await prepare(database, open, wanted)).request as ProposeRequest
  const proposed = measureProposal('a sub-district', asked)
  const even = { ...wanted, kind: 'rebalance' as const, target: { weight: HOUSEHOLDS }, within: 'parent' as const }
  const draft = (await prepare(database, open, even)).request as RebalanceRequest
  const rebalanced = measureRebalance('a sub-district', draft)
  const generated = measureGenerated()
  say('publications …')
  return {
    cells: open.land.cells.length,
    land,
    edits,
    proposals: [proposed, ...generated.proposals],
    rebalances: [rebalanced, ...generated.rebalances],
    publication: await measurePublications(database, plans, id),
  }
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const start = performance.now()
  const result = await work()
  return [result, performance.now() - start]
}

async function timedTimes(times: number, work: () => Promise<unknown>): Promise<Figures> {
  const milliseconds: number[] = []
  for (let time = 0; time < times; time++) milliseconds.push((await timed(work))[1])
  return figuresOf(milliseconds, milliseconds.reduce((sum, each) => sum + each, 0) / 1000)
}

/** Each cell on a border is offered to the grid beyond it, and each grid is cut through its middle. */
function* editsOn(fabric: Fabric, scope: Scope): Generator<Edit> {
  for (const face of fabric.faces.values()) {
    const from = face.grids[scope.scheme]
    for (const { positions, right } of arcsOf(fabric, [face.id])) {
      const to = right === null ? undefined : fabric.faces.get(right)?.grids[scope.scheme]
      const [a, b] = positions as readonly (readonly [number, number])[]
      yield {
        kind: 'insert_vertex',
        between: [a!, b!],
        at: [Math.round((a![0] + b![0]) / 2) + 300, Math.round((a![1] + b![1]) / 2) + 300],
      }
      if (to !== undefined && to !== from) yield { kind: 'assign_cells', cells: [face.id], grid: to }
    }
  }
}

function measureEdits(fabric: Fabric, scope: Scope): PlanningResults['edits'] {
  const milliseconds: number[] = []
  let accepted = 0
  for (const edit of editsOn(fabric, scope)) {
    const start = performance.now()
    const result = applyInScope(fabric, scope, edit)
    milliseconds.push(performance.now() - start)
    if (!('refused' in result)) accepted++
    if (milliseconds.length === EDITS) break
  }
  const seconds = milliseconds.reduce((sum, each) => sum + each, 0) / 1000
  return { ...figuresOf(milliseconds, seconds), accepted, asked: milliseconds.length }
}

class TakenBack extends Error {}

/** A cell changes its grid, is published, and all of it is taken back. */
async function measurePublications(database: Database, plans: OpenPlans, id: number): Promise<Figures> {
  const open = await plans.open(database, id)
  const moves: Edit[] = []
  for (const edit of editsOn(open.draft, open.scope))
    if (edit.kind === 'assign_cells' && !('refused' in applyInScope(open.draft, open.scope, edit))) moves.push(edit)
  const milliseconds: number[] = []
  for (const edit of moves.slice(0, PUBLICATIONS))
    await database
      .transaction(async (transaction) => {
        const drafted = await drawn(transaction, id, edit)
        milliseconds.push((await timed(() => publish(transaction, drafted, 'bench')))[1])
        throw new TakenBack()
      })
      .catch((error) => {
        if (!(error instanceof TakenBack)) throw error
      })
  return figuresOf(milliseconds, milliseconds.reduce((sum, each) => sum + each, 0) / 1000)
}

async function drawn(transaction: Transaction, id: number, edit: Edit) {
  const plans = new OpenPlans()
  const { draft, scope } = await plans.open(transaction, id)
  const result = applyStep(draft, scope, [edit])
  if ('refused' in result) throw new Error(result.refused.code)
  const shapes = shapesOf(draft, result.fabric, scope, result.changes)
  await appendStep(transaction, id, { edits: [edit], before: result.before, shapes })
  return plans.open(transaction, id)
}
