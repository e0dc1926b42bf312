import type { Draft } from './draft.ts'

const GAIN = 1e-6

/** Takes cells back where that makes no need: what an early step moved, a later one may have made superfluous. */
export function goHome(draft: Draft): void {
  const { division, home } = draft
  for (let found = true; found; ) {
    found = false
    for (const [cell, to] of home.entries()) {
      const from = division.group[cell]!
      if (from === to || !division.groupsAround(cell).includes(to) || !division.staysWhole(cell)) continue
      const before = draft.need(from) + draft.need(to)
      division.move(cell, to)
      if (draft.need(from) + draft.need(to) <= before) found = true
      else division.move(cell, from)
    }
  }
}

/**
 * Lets another cell go in place of one that went, where that is as good and rounder: as many are moved, borders are shorter. Yields
 * `share` before every such cell.
 */
export function* smooth(draft: Draft, share: number): Generator<number, void> {
  const { division, home } = draft
  for (const [cell, from] of home.entries()) {
    const to = division.group[cell]!
    if (from === to || !division.groupsAround(cell).includes(from) || !division.staysWhole(cell)) continue
    yield share
    const [need, shape] = [draft.need(from) + draft.need(to), draft.shapes([from, to])]
    division.move(cell, from)
    const better = [...division.members[from]!].some((other) => {
      if (other === cell || home[other] !== from || !division.groupsAround(other).includes(to) || !division.staysWhole(other))
        return false
      division.move(other, to)
      if (draft.need(from) + draft.need(to) <= need && draft.shapes([from, to]) < shape - GAIN) return true
      division.move(other, from)
      return false
    })
    if (!better) division.move(cell, to)
  }
}
