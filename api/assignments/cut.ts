/** What is left of an assignment when others take over all of it or stretches. Pure; days as YYYY-MM-DD, chainage in metres. */

export interface Stretch {
  /** Both null: the whole object. */
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
}

export interface Held extends Stretch {
  readonly valid_from: string
  readonly valid_to: string | null
}

/** Where the chainage of the object begins and ends; null where it has none. */
export interface Extent {
  readonly begin_m: number | null
  readonly end_m: number | null
}

/**
 * Takes stretches away from somebody, each from a day on (`valid_from`). Before that day everything stays as it was; from it on
 * the holder keeps what lies before and behind the stretch, for as long as he would have held it. He does not come back when
 * the successor's time ends: a term with an end is no leave of absence.
 *
 * @returns pieces that hold each metre on each day once, as before, without what was taken
 */
export function cut(held: Held, takes: readonly Held[], extent: Extent): Held[] {
  const inOrder = [...takes].sort((one, other) => (one.valid_from < other.valid_from ? -1 : 1))
  return inOrder.reduce((pieces, taken) => pieces.flatMap((piece) => cutPiece(piece, taken, extent)), [held])
}

function cutPiece(piece: Held, taken: Held, extent: Extent): Held[] {
  const day = taken.valid_from
  const isOver = piece.valid_to !== null && piece.valid_to <= day
  if (isOver || !meet(piece, taken)) return [piece]
  const before = piece.valid_from < day ? [{ ...piece, valid_to: day }] : []
  const from = [piece.valid_from, day].sort()[1]!
  return [...before, ...remainder(piece, taken, extent).map((rest) => ({ ...piece, ...rest, valid_from: from }))]
}

/** Whether two stretches of the same object have more than a point in common. */
export function meet(one: Stretch, other: Stretch): boolean {
  if (one.chainage_from_m === null || other.chainage_from_m === null) return true
  return one.chainage_from_m < other.chainage_to_m! && other.chainage_from_m < one.chainage_to_m!
}

/** The parts of one stretch that do not lie in another. */
export function remainder(held: Stretch, taken: Stretch, { begin_m, end_m }: Extent): Stretch[] {
  const begin = held.chainage_from_m ?? begin_m
  const end = held.chainage_to_m ?? end_m
  if (taken.chainage_from_m === null || taken.chainage_to_m === null || begin === null || end === null) return []
  const parts = [
    [begin, Math.min(end, taken.chainage_from_m)],
    [Math.max(begin, taken.chainage_to_m), end],
  ] as const
  return parts.flatMap(([from, to]) => (from < to ? [{ chainage_from_m: from, chainage_to_m: to }] : []))
}

/** Whether one stretch holds all of another. */
export const covers = (held: Stretch, other: Stretch, extent: Extent): boolean => remainder(other, held, extent).length === 0
