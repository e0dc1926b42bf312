/** The grids that rows of a file name, on every level. */

/** What a row says about its grids, from the highest level down; null where it says nothing. */
export interface RowGrids {
  readonly row: number
  readonly keys: readonly (string | null)[]
  readonly names: readonly (string | null)[]
}

export interface FileGrid {
  /** The keys from the highest level down to its own: the same key under two parents is two grids. */
  readonly id: string
  /** 1 is the highest. */
  readonly level: number
  readonly name: string
  readonly parent: string | null
  /** Which of the cells, by their place in the list. */
  readonly cells: readonly number[]
}

type GrowingGrid = FileGrid & { cells: number[] }

/** @param rows of the cells, in their order; null for a cell that no grid has. A row with a key missing belongs to no grid. */
export function gridsOf(rows: readonly (RowGrids | null)[]): FileGrid[] {
  const grids = new Map<string, GrowingGrid>()
  for (const [cell, row] of rows.entries()) {
    if (!row || row.keys.some((key) => key === null)) continue
    let parent: string | null = null
    for (const [index, key] of row.keys.entries()) {
      const id: string = parent === null ? key! : `${parent}\n${key}`
      const grid: GrowingGrid = grids.get(id) ?? { id, level: index + 1, name: row.names[index] ?? key!, parent, cells: [] }
      grid.cells.push(cell)
      grids.set(id, grid)
      parent = id
    }
  }
  return [...grids.values()].sort((a, b) => a.level - b.level || a.id.localeCompare(b.id, 'en', { numeric: true }))
}
