import { opposite } from '#geodata/fabric/change.ts'
import type { Edit } from '#geodata/fabric/index.ts'
import { differenceOf, gridId } from '#geodata/planning/index.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { demandNotBefore, earliestDay } from '../effective_day.ts'
import type { OpenPlan } from '../open.ts'
import { consequencesOf } from './consequences.ts'
import { gapsOf, prove } from './proof/proof.ts'
import { type Publication, publicationOf } from './publication.ts'
import { transferAssignments } from './transfer.ts'
import { linkCells, placeSites, readUsedNumbers, renodeAreas, writeCells, writeGrids, writeLineage, writeLocks } from './write.ts'

/** Other publications of any scheme wait: they stand on the same cells. */
export async function queuePublication(transaction: Transaction): Promise<void> {
  await transaction.query(sql`select pg_advisory_xact_lock(7412029)`)
}

/**
 * Writes a draft as the scheme's next revision. The plan must have been opened in this transaction, after `queuePublication`.
 * Refuses with `effective_too_early`, `codes_exhausted` or `proof_failed`; then nothing may be kept of the transaction.
 */
export async function publish(transaction: Transaction, open: OpenPlan, accountName: string): Promise<void> {
  const { plan, land } = open
  const publication = publicationOf(open, await readUsedNumbers(transaction, plan.scheme, plan.territory_code))
  const day = await effectiveDay(transaction, open, publication)
  const groups = await consequencesOf(transaction, open)
  const gaps = await gapsOf(transaction, publication)
  await writeCells(transaction, publication, land.srid, day)
  await writeGrids(transaction, publication, plan.scheme, land.srid, day)
  await linkCells(transaction, publication, plan.scheme)
  await renodeAreas(transaction, open, publication)
  await placeSites(transaction, publication, plan.scheme)
  await writeLocks(transaction, publication, plan.scheme)
  await writeLineage(transaction, publication, plan.scheme, day)
  await prove(transaction, publication, plan.scheme, gaps)
  await transferAssignments(transaction, publication, groups, plan.scheme, day, accountName)
  await transaction.query(sql`update scheme set revision = revision + 1 where id = ${plan.scheme}`)
  await transaction.query(sql`
    insert into scheme_revisions (scheme, number, plan_id, effective_on, account_name, summary, back)
    select id, revision, ${plan.id}, ${day}::date, ${accountName}, ${JSON.stringify(summaryOf(publication))}::jsonb,
      ${JSON.stringify(backFrom(open, publication))}::jsonb
    from scheme where id = ${plan.scheme}`)
  await transaction.query(sql`update plans set effective_on = ${day}::date where id = ${plan.id}`)
}

/** Cells are shared, so one that another scheme has cut from a later day on can't be cut from an earlier one. */
async function effectiveDay(transaction: Transaction, { plan }: OpenPlan, { cells, ended_cells }: Publication): Promise<string> {
  const replaced = [...cells.flatMap(({ was }) => was ?? []), ...ended_cells]
  const [row] = await transaction.query<{ earliest: string }>(sql`
    select ${earliestDay(
      plan.scheme,
      sql`(select max(valid_from) from unit_cells
      where valid_to is null and code in (select jsonb_array_elements_text(${JSON.stringify(replaced)}::jsonb)))`,
    )} as earliest`)
  const { earliest } = row!
  const day = plan.effective_on ?? earliest
  demandNotBefore(day, earliest)
  return day
}

const summaryOf = ({ cells, noded, ended_cells, grids, ended_grids }: Publication) => ({
  grids_added: grids.filter(({ was }) => was === null).length,
  grids_changed: grids.filter(({ was }) => was !== null).length,
  grids_ended: ended_grids.length,
  cells_changed: cells.length + ended_cells.length,
  borders_noded: noded.length,
})

/** The edit that leads back, in the codes that are known from now on. */
function backFrom({ fabric, draft, plan }: OpenPlan, { codes }: Publication): Edit {
  const { cells, grids } = differenceOf(fabric, draft, plan.scheme)
  const faces = [...draft.faces.values()].filter((face) => fabric.faces.get(face.id) !== face)
  const change = {
    faces,
    without_faces: cells.ended.map(({ id }) => id),
    // One that was made and dropped again in the same plan was never published: there is nothing of it to take back.
    grids: [...draft.grids.values()].filter((grid) => {
      const before = fabric.grids.get(grid.id)
      return before ? before !== grid : !grid.retired
    }),
    without_grids: grids.ended.filter(({ id }) => !draft.grids.has(id)).map(({ id }) => id),
  }
  const back = opposite(fabric, change)
  const cell = (id: string) => codes.get(id) ?? id
  const grid = (id: string) => (codes.has(id) ? gridId(plan.scheme, codes.get(id)!) : id)
  return {
    kind: 'restore',
    ...back,
    without_faces: back.without_faces.map(cell),
    without_grids: back.without_grids.map(grid),
  }
}
