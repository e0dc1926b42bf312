/** Shares out cells among places: each to the one that is nearest on foot, where water and great roads are hard to cross. */

import { isOnePiece, troubleSpots } from '../duty/areas.ts'
import { Heap } from '../geometry/heap.ts'
import { distance } from '../geometry/plane.ts'
import type { Beside, Cell, Land } from '../ground/cells.ts'

export interface Seed {
  readonly cells: readonly Cell[]
  /** How hard every metre beyond its own cells is for this place; small places stay small. */
  readonly effort: number
}

/** For every seed its cells, all of them connected, in one piece and without a hole. */
export function grow(land: Land, cells: readonly Cell[], seeds: readonly Seed[]): Cell[][] {
  const open = new Set(cells.map((cell) => cell.face))
  const owner = new Map<number, number>()
  const heap = new Heap<readonly [face: number, seed: number]>()
  seeds.forEach((seed, i) => {
    for (const cell of seed.cells) heap.push(0, [cell.face, i])
  })
  for (let next = heap.pop(); next; next = heap.pop()) {
    const [face, seed] = next.item
    if (owner.has(face)) continue
    owner.set(face, seed)
    const from = land.cellOf.get(face)!
    for (const beside of land.neighbours.get(face)!) {
      if (!open.has(beside.face) || owner.has(beside.face)) continue
      const way = distance(from.middle, land.cellOf.get(beside.face)!.middle)
      heap.push(next.key + way * seeds[seed]!.effort * hardship(beside), [beside.face, seed])
    }
  }
  const areas = seeds.map(() => new Set<Cell>())
  for (const cell of cells) areas[owner.get(cell.face) ?? 0]!.add(cell)
  smooth(land, areas)
  tidy(land, areas)
  return areas.map((area) => [...area])
}

function hardship({ label }: Beside): number {
  if (label?.startsWith('river:')) return 4
  if (label && /^road:(national|provincial|avenue)/.test(label)) return 2.2
  return label?.startsWith('road:') ? 1.25 : 1
}

const borderWith = (land: Land, cell: Cell, area: ReadonlySet<Cell>): number =>
  land.neighbours.get(cell.face)!.reduce((sum, { face, length }) => sum + (area.has(land.cellOf.get(face)!) ? length : 0), 0)

/** A cell that lies deep in its neighbour's land goes to the neighbour. */
function smooth(land: Land, areas: readonly Set<Cell>[]): void {
  const areaOfCell = new Map(areas.flatMap((area) => [...area].map((cell) => [cell, area] as const)))
  for (let round = 0; round < 2; round++)
    for (const [cell, own] of areaOfCell) {
      if (cell.landUse === 'built_up' || cell.landUse === 'rural_settlement') continue
      const inside = borderWith(land, cell, own)
      for (const { face } of land.neighbours.get(cell.face)!) {
        const other = areaOfCell.get(land.cellOf.get(face)!)
        if (!other || other === own || borderWith(land, cell, other) < inside * 1.25) continue
        if (!move(land, cell, own, other)) continue
        areaOfCell.set(cell, other)
        break
      }
    }
}

function move(land: Land, cell: Cell, from: Set<Cell>, to: Set<Cell>): boolean {
  from.delete(cell)
  to.add(cell)
  if (from.size > 0 && isOnePiece(land, from) && isOnePiece(land, to)) return true
  to.delete(cell)
  from.add(cell)
  return false
}

/** Hands cells over at the spots where an area meets itself, until each is one piece. */
export function tidy(land: Land, areas: readonly Set<Cell>[]): void {
  for (let round = 0; round < 40; round++) {
    let troubles = 0
    for (const area of areas) {
      if (area.size === 0) throw new Error('a place without land')
      if (isOnePiece(land, area)) continue
      troubles++
      mend(land, areas, area)
    }
    if (troubles === 0) return
  }
  throw new Error('an area in two pieces')
}

function mend(land: Land, areas: readonly Set<Cell>[], area: Set<Cell>): void {
  const before = troubleSpots(land, area).length
  for (const v of troubleSpots(land, area)) {
    const around = land.subdivision.facesAt(v).flatMap((face) => land.cellOf.get(face.id) ?? [])
    for (const cell of around) {
      const owner = areas.find((each) => each.has(cell))
      if (!owner) continue
      const targets = owner === area ? areas.filter((each) => each !== area && around.some((other) => each.has(other))) : [area]
      for (const target of targets) {
        owner.delete(cell)
        target.add(cell)
        const [a, b] = [owner, target].map((each) => (each.size === 0 ? 99 : troubleSpots(land, each).length))
        if (owner === area ? a! < before && b === 0 : b! < before && a === 0) return
        target.delete(cell)
        owner.add(cell)
      }
    }
  }
}
