/** A draft as rows to be written: codes given, shapes and sums made. Nothing is read or written here. */
import { cellsOf, type Fabric, type Grid } from '#geodata/fabric/fabric.ts'
import type { Face } from '#geodata/fabric/face.ts'
import type { Ring } from '#geodata/fabric/index.ts'
import { dissolve } from '#geodata/fabric/outline.ts'
import { cellToNumber, codeOf, type Difference, differenceOf, gridToNumber, isNew, numberCodes } from '#geodata/planning/index.ts'
import { Problem } from '../../http/problem.ts'
import type { OpenPlan } from '../open.ts'

type MultiPolygon = readonly (readonly (readonly (readonly [number, number])[])[])[]

export interface CellRow {
  readonly code: string
  /** The cell before, of which this is another shape or a piece. */
  readonly was: string | null
  readonly community: string
  readonly polygon: MultiPolygon
  readonly households: number
  readonly population: number
  /** Codes of its grids of the lowest level, by scheme. */
  readonly grids: Readonly<Record<string, string>>
}

export interface GridRow {
  readonly code: string
  /** Null for a grid that is new. */
  readonly was: string | null
  readonly level: number
  readonly name: string
  readonly parent_code: string | null
  readonly polygon: MultiPolygon
  readonly cells: readonly string[]
  readonly households: number
  readonly population: number
}

export interface Publication {
  readonly difference: Difference
  readonly cells: readonly CellRow[]
  readonly noded: readonly { readonly code: string; readonly polygon: MultiPolygon }[]
  readonly ended_cells: readonly string[]
  readonly grids: readonly GridRow[]
  readonly ended_grids: readonly { readonly code: string; readonly state: 'merged' | 'split' | 'retired' }[]
  /** Codes of grids of which the first gave land to the second. */
  readonly lineage: readonly { readonly from: string; readonly to: string }[]
  readonly codes: ReadonlyMap<string, string>
  /** Codes of all grids of the scheme on this land, each locked or not. */
  readonly locks: readonly { readonly code: string; readonly locked: boolean }[]
}

/** By scheme or `cells`, the numbers taken under a prefix of 12 digits. */
export interface UsedNumbers {
  readonly cells: ReadonlyMap<string, ReadonlySet<number>>
  readonly grids: ReadonlyMap<string, ReadonlySet<number>>
}

const closed = (ring: Ring) => [...ring, ring[0]!]
export const multiPolygon = (polygons: readonly (readonly Ring[])[]): MultiPolygon => polygons.map((rings) => rings.map(closed))

/** Refuses with `codes_exhausted` where a community has no number left. */
export function publicationOf({ plan, fabric: before, draft: after, counter }: OpenPlan, used: UsedNumbers): Publication {
  const difference = differenceOf(before, after, plan.scheme)
  const codes = codesOf(after, difference, used)
  const cellCode = (id: string) => codes.get(id) ?? id
  const gridCode = (id: string) => codes.get(id) ?? codeOf(id)
  const cellRow = (face: Face): CellRow => {
    const { households, population } = counter.ofCells([face])
    return {
      code: cellCode(face.id),
      was: before.faces.has(face.id) ? face.id : rootOf(before, face.id),
      community: face.community!,
      polygon: multiPolygon([face.rings]),
      households,
      population,
      grids: Object.fromEntries(Object.entries(face.grids).map(([scheme, id]) => [scheme, gridCode(id)])),
    }
  }
  const gridRow = (grid: Grid): GridRow => {
    const cells = cellsOf(after, grid.id)
    const { households, population } = counter.ofCells(cells)
    return {
      code: gridCode(grid.id),
      was: before.grids.has(grid.id) ? codeOf(grid.id) : null,
      level: grid.level + 1,
      name: grid.name,
      parent_code: grid.parent === null ? null : gridCode(grid.parent),
      polygon: multiPolygon(dissolve(cells)),
      cells: cells.map(({ id }) => cellCode(id)),
      households,
      population,
    }
  }
  const lineage = lineageOf(before, after, plan.scheme, difference)
  return {
    difference,
    codes,
    locks: [...after.grids.values()]
      .filter(({ scheme }) => scheme === plan.scheme)
      .map(({ id, locked, retired }) => ({ code: gridCode(id), locked: locked && !retired })),
    cells: [...difference.cells.added, ...difference.cells.reshaped].map(cellRow),
    noded: difference.cells.noded.map((face) => ({ code: face.id, polygon: multiPolygon([face.rings]) })),
    ended_cells: difference.cells.ended.map(({ id }) => id),
    grids: [...difference.grids.added, ...difference.grids.changed].map(gridRow),
    ended_grids: difference.grids.ended.map(({ id }) => {
      const heirs = lineage.filter(({ from }) => from === id).length
      return { code: codeOf(id), state: heirs === 0 ? 'retired' : heirs === 1 ? 'merged' : 'split' }
    }),
    lineage: lineage.map(({ from, to }) => ({ from: codeOf(from), to: gridCode(to) })),
  }
}

/** A piece carries the id of the cell it was cut from: "411825001001001.2". */
function rootOf(before: Fabric, id: string): string | null {
  const root = id.replace(/\.\d+$/, '')
  return before.faces.has(root) ? root : null
}

function codesOf(after: Fabric, { cells, grids }: Difference, used: UsedNumbers): Map<string, string> {
  const numbered = (things: Parameters<typeof numberCodes>[0], taken: UsedNumbers['cells']) => {
    const result = numberCodes(things, taken)
    if ('full' in result) throw new Problem(409, 'codes_exhausted', {}, { prefix: result.full })
    return result.codes
  }
  const newGrids = grids.added.filter(({ id }) => isNew(id)).map((grid) => gridToNumber(after, grid))
  return new Map([
    ...numbered(cells.added.map(cellToNumber), used.cells),
    ...numbered(
      newGrids.filter((each) => each !== undefined),
      used.grids,
    ),
  ])
}

/** Which grid of before gave land to which other grid of after, on the lowest level. */
export function lineageOf(
  before: Fabric,
  after: Fabric,
  scheme: string,
  { cells, grids }: Difference,
): { from: string; to: string; cells: number }[] {
  const heirs = new Map<string, { from: string; to: string; cells: number }>()
  const concerned = new Set([...grids.added, ...grids.changed, ...grids.ended].map(({ id }) => id))
  const added = new Set(cells.added.map(({ id }) => id))
  for (const face of after.faces.values()) {
    const to = face.grids[scheme]
    if (to === undefined || !concerned.has(to)) continue
    const origin = before.faces.get(added.has(face.id) ? face.id.replace(/\.\d+$/, '') : face.id)
    const from = origin?.grids[scheme]
    if (from === undefined || from === to) continue
    const key = `${from}>${to}`
    const known = heirs.get(key)
    if (known) known.cells++
    else heirs.set(key, { from, to, cells: 1 })
  }
  return [...heirs.values()]
}
