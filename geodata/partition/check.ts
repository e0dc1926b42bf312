import type { Land } from './land.ts'
import { refuse } from './refusal.ts'
import type { Band, Group, Target } from './request.ts'

const isMeasure = (value: number) => Number.isFinite(value) && value > 0
const isCount = (value: number) => Number.isInteger(value) && value > 0

export function checkLand({ cells, borders }: Land): void {
  if (cells.length === 0) refuse('no_cells')
  const ids = new Set<string>()
  for (const { id, weight, area, perimeter, x, y } of cells) {
    if (ids.has(id)) refuse('id_taken', [id])
    ids.add(id)
    if (!Number.isFinite(weight) || weight < 0) refuse('bad_weight', [id])
    if (!isMeasure(area) || !isMeasure(perimeter) || !Number.isFinite(x) || !Number.isFinite(y)) refuse('bad_measure', [id])
  }
  for (const { a, b, length, preference = 0 } of borders) {
    const known = a !== b && cells[a] !== undefined && cells[b] !== undefined
    if (!known || !isMeasure(length) || !(preference >= 0 && preference <= 1))
      refuse(
        'bad_border',
        [cells[a]?.id, cells[b]?.id].filter((id) => id !== undefined),
      )
  }
}

function checkBand(band: Band | undefined): void {
  if (band && !(band.least >= 0 && Number.isFinite(band.most) && band.most > 0 && band.least <= band.most)) refuse('bad_target')
}

export function checkTarget({ grids, cells, weight, tolerance = 0 }: Target, seed: number): void {
  if (!Number.isFinite(seed) || !Number.isFinite(tolerance) || tolerance < 0) refuse('bad_target')
  checkBand(cells)
  checkBand(weight)
  const numbers = typeof grids === 'number' ? [grids] : (grids ?? []).map((each) => each.grids)
  if (!numbers.every(isCount)) refuse('bad_target')
}

/** Cells of all groups, each at most once and known. */
export function checkGroups(land: Land, groups: readonly Group[]): void {
  const known = new Set(land.cells.map(({ id }) => id))
  const [ids, taken] = [new Set<string>(), new Set<string>()]
  for (const { id, cells } of groups) {
    if (ids.has(id)) refuse('id_taken', [id])
    ids.add(id)
    if (cells.length === 0) refuse('group_empty', [id])
    for (const cell of cells) {
      if (!known.has(cell)) refuse('unknown_cell', [cell])
      if (taken.has(cell)) refuse('cell_taken', [cell])
      taken.add(cell)
    }
  }
}

export function checkLocked(land: Land, locked: readonly string[]): void {
  const known = new Set(land.cells.map(({ id }) => id))
  const unknown = locked.filter((id) => !known.has(id))
  if (unknown.length > 0) refuse('unknown_cell', unknown)
}
