// Steps that need no stroke.
import i18next from 'i18next'
import { lineage } from '#geodata/fabric/fabric.ts'
import type { Fabric, Grid } from '#geodata/fabric/index.ts'
import { newGridId, nextName } from '../land/new_grid.ts'
import { chooseGrid, commit, say, takeTool, useEditor } from './editor.ts'

function currentGrid(): { fabric: Fabric; grid: Grid } | null {
  const { fabric, current } = useEditor.getState()
  const grid = current === null ? undefined : fabric?.grids.get(current)
  return fabric && grid ? { fabric, grid } : null
}

/** Nothing can be taken from a locked grid, and nothing given to it. */
export function toggleLock(id = useEditor.getState().current): void {
  const grid = id === null ? undefined : useEditor.getState().fabric?.grids.get(id)
  if (!grid) say({ word: 'chooseGrid' })
  else commit([{ kind: grid.locked ? 'unlock_grid' : 'lock_grid', grid: grid.id }])
}

/** A sister of the current grid, or one below it; it has no land yet, and the brush gives it some. */
export function addGrid(below = false): void {
  const found = currentGrid()
  const { fabric, session } = useEditor.getState()
  if (!fabric || !session) return
  const { scheme } = session.scope
  const levels = fabric.schemes.get(scheme)!.levels
  // With nothing chosen, there is no telling whose child it would be; only the highest level has no parents.
  if (!found && levels > 1 && hasGrids(fabric, scheme)) {
    say({ word: 'chooseGrid' })
    return
  }
  const level = !found ? 0 : below ? found.grid.level + 1 : found.grid.level
  const parent = !found ? null : below ? found.grid.id : found.grid.parent
  const example = found ? (below ? childName(fabric, found.grid) : found.grid.name) : firstName()
  const id = newGridId(scheme)
  const name = nextName(fabric, { scheme, level, parent, name: example })
  if (!commit([{ kind: 'add_grid', grid: { id, scheme, level, name, parent } }])) return
  chooseGrid(id)
  if (level === levels - 1) takeTool('brush')
}

const hasGrids = (fabric: Fabric, scheme: string): boolean =>
  [...fabric.grids.values()].some((grid) => grid.scheme === scheme && !grid.retired)

/** What numbers count on from where there is no sister. */
const firstName = (): string => i18next.t('planning.grids.firstName')

const childName = (fabric: Fabric, { id }: Grid): string =>
  [...fabric.grids.values()].find(({ parent, retired }) => parent === id && !retired)?.name ?? firstName()

export const renameGrid = (grid: string, name: string): boolean => commit([{ kind: 'rename_grid', grid, name }])

export const reparentGrid = (grid: string, parent: string): boolean => commit([{ kind: 'reparent_grid', grid, parent }])

export const retireGrid = (grid: string): boolean => commit([{ kind: 'retire_grid', grid }])

/** The grid itself or one above it that is locked. */
export const lockOf = (fabric: Fabric, id: string): Grid | undefined => [...lineage(fabric, id)].find(({ locked }) => locked)
