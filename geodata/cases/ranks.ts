/**
 * Ranks of rows in their order: equal ones share a rank, and the next stands as far down as there are before it (1, 2, 2, 4). What is not placed has none.
 * @param sorted by `compare`
 */
export function ranksOf<Row>(
  sorted: readonly Row[],
  compare: (one: Row, other: Row) => number,
  isPlaced: (row: Row) => boolean,
): (number | null)[] {
  let [before, rank, placed] = [null as Row | null, 0, 0]
  return sorted.map((row) => {
    if (!isPlaced(row)) return null
    placed++
    if (before === null || compare(before, row) !== 0) rank = placed
    before = row
    return rank
  })
}
