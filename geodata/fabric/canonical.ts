import type { Fabric } from './fabric.ts'
import type { Face } from './face.ts'
import type { Ring } from './plane/position.ts'

export interface CellPolygon {
  readonly id: string
  /** Outer ring counter-clockwise from its westernmost (then southernmost) position, holes clockwise likewise and in that order. Not closed. */
  readonly rings: readonly Ring[]
  readonly community?: string | null
  readonly grids?: Readonly<Record<string, string>>
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The cells by id, in the same integers as they came. `fabricOf` of them is the same fabric. */
export function polygonsOf(fabric: Fabric): CellPolygon[] {
  return [...fabric.faces.values()].sort(byId).map(({ id, rings, community, grids }) => ({ id, rings, community, grids }))
}

const sorted = (grids: Face['grids']) => Object.fromEntries(Object.entries(grids).sort(([a], [b]) => (a < b ? -1 : 1)))

/** One text per content: two fabrics are the same exactly when their texts are. */
export function canonicalText(fabric: Fabric): string {
  const faces = polygonsOf(fabric).map(({ id, rings, community, grids }) => [id, rings, community, sorted(grids!)])
  const grids = [...fabric.grids.values()]
    .sort(byId)
    .map(({ id, scheme, level, name, parent, locked, retired }) => [id, scheme, level, name, parent, locked, retired])
  const schemes = [...fabric.schemes.values()]
    .sort(byId)
    .map(({ id, levels, within_community }) => [id, levels, within_community])
  return JSON.stringify({ faces, grids, schemes })
}
