/**
 * PostGIS looks at what was written, knowing nothing of the fabric (`fabric.md`, "Proving it in the database"): the same statements on
 * PostGIS 3.3 and 3.6.
 */
import type { Transaction } from '../../../database/database.ts'
import { Problem } from '../../../http/problem.ts'
import { type Gaps, gapsIn, invalid, moved, outside, overlapping } from './cells.ts'
import { unlikeCells, unlikeChildren } from './grids.ts'
import { inOrder } from './in_order.ts'
import { communityOf, type Fault, MM2_PER_M2, TOLERANCE, type Written } from './shared.ts'

export { gapsOf } from './cells.ts'
export type { Fault, Written } from './shared.ts'

/** Codes of the cells and grids that a part of the proof looks at. */
type Looked = Readonly<Record<'written' | 'fresh' | 'replaced' | 'drawn', readonly string[]>>

/** Refuses with `proof_failed`; nothing of the transaction is kept then. */
export async function prove(transaction: Transaction, publication: Written, scheme: string, before: Gaps): Promise<void> {
  const { cells, noded, ended_cells, grids } = publication
  const looked = {
    written: [...cells, ...noded].map(({ code }) => code),
    fresh: cells.map(({ code }) => code),
    replaced: [...cells.filter(({ code, was }) => code === was).map(({ code }) => code), ...ended_cells],
    drawn: grids.map(({ code }) => code),
  }
  // Overlays throw on what is invalid (GEOS 3.11), so nothing else is asked then.
  const unsound = await invalid(transaction, looked.written, looked.drawn, scheme)
  const faults = unsound.length > 0 ? unsound : await overlays(transaction, looked, scheme, before)
  if (faults.length > 0) throw new Problem(409, 'proof_failed', { members: () => ({ faults }) }, { count: faults.length })
}

/** What is wrong with cells that were imported and the grids made of them. */
export async function faultsOfCoverage(
  transaction: Transaction,
  scheme: string,
  cells: readonly string[],
  grids: readonly string[],
): Promise<Fault[]> {
  const unsound = await invalid(transaction, cells, grids, scheme)
  if (unsound.length > 0) return unsound
  const gaps = [...(await gapsIn(transaction, cells))].filter(([, gap]) => Math.abs(gap) > TOLERANCE)
  return [
    ...gaps.map(([code]): Fault => ({ fault: 'gap', code })),
    ...(await overlapping(transaction, cells)),
    ...(await outside(transaction, cells)),
    ...(await unlikeCells(transaction, grids, scheme)),
    ...(await unlikeChildren(transaction, grids, scheme)),
  ]
}

async function overlays(transaction: Transaction, looked: Looked, scheme: string, before: Gaps): Promise<Fault[]> {
  const { written, fresh, replaced, drawn } = looked
  const gaps = [...(await gapsIn(transaction, written))]
    .map(([code, gap]) => ({ code, grown: gap - (before.get(code) ?? 0) }))
    .filter(({ grown }) => Math.abs(grown) > TOLERANCE)
  const { sound, tiled, whole, unlike } = await inOrder(transaction, { written, drawn }, scheme)
  const doubtful = without(written, sound)
  return [
    ...gaps.map(({ code, grown }): Fault => ({ fault: 'gap', code, area_m2: grown / MM2_PER_M2 })),
    ...(await overlapping(transaction, doubtful)),
    ...(await outside(transaction, doubtful)),
    ...(await moved(transaction, without(fresh, tiled), without(replaced, tiled))),
    ...unlike,
    ...(await unlikeChildren(transaction, drawn, scheme, whole)),
  ]
}

const without = (cells: readonly string[], communities: ReadonlySet<string>): string[] =>
  cells.filter((code) => !communities.has(communityOf(code)))
