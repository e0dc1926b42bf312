import { findLayer } from '#geodata/layers/index.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Transaction } from '../database/database.ts'
import { fault } from '../http/problem.ts'
import { rowsProblem } from './faults.ts'
import { groupBy } from './groups.ts'
import { readObjects } from './objects.ts'
import type { Assignment } from './store.ts'
import { findOutside, type StretchOf } from './territory.ts'

/** Refuses when something that is assigned already lies outside the visitor's territory, or is nowhere any more. */
export async function demandAssigned(transaction: Transaction, visitor: Visitor, rows: readonly Assignment[]): Promise<void> {
  const placed: StretchOf[] = []
  const indexed = rows.map((row, index) => ({ ...row, index }))
  for (const [layer, group] of groupBy(indexed, (row) => row.layer)) {
    const objects = await readObjects(transaction, findLayer(layer)!, [...new Set(group.map(({ object_id }) => object_id))])
    for (const row of group) {
      const { begin_m = null, end_m = null } = objects.get(row.object_id) ?? {}
      placed.push({ ...row, begin_m, end_m })
    }
  }
  const outside = await findOutside(transaction, visitor, 'assignments.write', placed)
  if (outside.size === 0) return
  throw rowsProblem(
    [...outside].map((index) => ({
      index,
      layer: rows[index]!.layer,
      id: rows[index]!.object_id,
      fault: fault('outside_territory'),
    })),
  )
}
