// Land from a drawing, by way of a fabric: each letter is a square of 10 m, equal letters make one cell.
import {
  type Land,
  landOf,
  type ProposeRequest,
  propose,
  type RebalanceRequest,
  type RefusalCode,
  rebalance,
  toEnd,
} from '#geodata/partition/index.ts'
import { drawn } from '../fabric/drawn.ts'

interface Drawing {
  /** One letter for each square, as a drawing of the same size. */
  communities?: readonly string[]
  /** Default 1. */
  weights?: Readonly<Record<string, number>>
}

export function drawnLand(rows: readonly string[], { communities, weights = {} }: Drawing = {}): Land {
  const fabric = drawn(rows, communities ? { communities } : {})
  const ids = [...fabric.faces.keys()].sort()
  return landOf(fabric, ids, new Map(ids.map((id) => [id, weights[id] ?? 1])))
}

/** The drawing with a letter for each group instead of each cell: A is the group met first. A dot is in no group. */
export function picture(rows: readonly string[], groups: readonly { readonly cells: readonly string[] }[]): string[] {
  const letters = new Map<number, string>()
  const letterOf = (cell: string) => {
    const group = groups.findIndex(({ cells }) => cells.includes(cell))
    if (group < 0) return '.'
    if (!letters.has(group)) letters.set(group, String.fromCharCode(65 + letters.size))
    return letters.get(group)!
  }
  return rows.map((row) => [...row].map(letterOf).join(''))
}

export function proposed(request: Omit<ProposeRequest, 'seed'> & { seed?: number }) {
  const result = toEnd(propose({ seed: 1, ...request }))
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  return result.proposal
}

export function refusalOf(request: Omit<ProposeRequest, 'seed'> & { seed?: number }): RefusalCode | undefined {
  const result = toEnd(propose({ seed: 1, ...request }))
  return 'refused' in result ? result.refused.code : undefined
}

/** The groups of a drawing: equal letters make one. */
export function groupsOf(rows: readonly string[], groups: readonly string[]): { id: string; cells: string[] }[] {
  const found = new Map<string, Set<string>>()
  groups.forEach((text, line) => {
    ;[...text].forEach((id, column) => {
      const cell = rows[line]![column]!
      if (id !== '.' && cell !== '.') found.set(id, (found.get(id) ?? new Set()).add(cell))
    })
  })
  return [...found].map(([id, cells]) => ({ id, cells: [...cells] }))
}

export function rebalanced(request: Omit<RebalanceRequest, 'seed'>) {
  const result = toEnd(rebalance({ seed: 1, ...request }))
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  return result.rebalance
}
