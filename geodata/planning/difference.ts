/** What a plan changes, as a whole: cells, and the grids of its scheme on every level. */

import { cellsOf, type Fabric, type Grid, lineage } from '../fabric/fabric.ts'
import type { Face } from '../fabric/face.ts'
import { boundaryEdges } from '../fabric/outline.ts'
import { onlyNoded, strayed } from '../fabric/proof.ts'

export interface Difference {
  readonly cells: {
    readonly added: readonly Face[]
    /** Of another shape than before. */
    readonly reshaped: readonly Face[]
    /** The same land, with more vertices on its border. */
    readonly noded: readonly Face[]
    readonly ended: readonly Face[]
  }
  readonly grids: {
    readonly added: readonly Grid[]
    /** Other land, another name or parent. */
    readonly changed: readonly Grid[]
    readonly ended: readonly Grid[]
    /** The same land, cut into other cells or with more vertices on its border. */
    readonly noded: readonly Grid[]
  }
}

export function differenceOf(before: Fabric, after: Fabric, scheme: string): Difference {
  const cells = cellDifference(before, after)
  return { cells, grids: gridDifference(before, after, scheme, cells) }
}

function cellDifference(before: Fabric, after: Fabric): Difference['cells'] {
  const [added, reshaped, noded]: [Face[], Face[], Face[]] = [[], [], []]
  for (const face of after.faces.values()) {
    const was = before.faces.get(face.id)
    if (!was) added.push(face)
    else if (was.rings !== face.rings && JSON.stringify(was.rings) !== JSON.stringify(face.rings))
      (onlyNoded(was, face) ? noded : reshaped).push(face)
  }
  return { added, reshaped, noded, ended: [...before.faces.values()].filter(({ id }) => !after.faces.has(id)) }
}

function gridDifference(before: Fabric, after: Fabric, scheme: string, cells: Difference['cells']): Difference['grids'] {
  const [lands, vertices] = [new Set<string>(), new Set<string>()]
  const mark = (into: Set<string>, fabric: Fabric, face: Face | undefined) => {
    for (const { id } of lineage(fabric, face?.grids[scheme] ?? null)) into.add(id)
  }
  const others = new Set([...cells.added, ...cells.reshaped].map(({ id }) => id))
  for (const face of after.faces.values()) {
    const was = before.faces.get(face.id)
    if (was === face) continue
    if (!others.has(face.id) && was?.grids[scheme] === face.grids[scheme]) continue
    mark(lands, before, was)
    mark(lands, after, face)
  }
  for (const face of cells.ended) mark(lands, before, face)
  for (const face of cells.noded) mark(vertices, after, face)
  const [added, changed, ended, noded]: [Grid[], Grid[], Grid[], Grid[]] = [[], [], [], []]
  for (const grid of after.grids.values()) {
    if (grid.scheme !== scheme) continue
    const was = before.grids.get(grid.id)
    if (!was) {
      if (!grid.retired) added.push(grid)
    } else if (grid.retired) {
      if (!was.retired) ended.push(was)
    } else if (isOther(was, grid) || (lands.has(grid.id) && holdsOther(before, after, grid.id))) changed.push(grid)
    else if (vertices.has(grid.id) || lands.has(grid.id)) noded.push(grid)
  }
  ended.push(...[...before.grids.values()].filter((grid) => grid.scheme === scheme && !grid.retired && !after.grids.has(grid.id)))
  return { added, changed, ended, noded }
}

const isOther = (a: Grid, b: Grid): boolean => a.name !== b.name || a.parent !== b.parent

/** A parent whose children exchange land among themselves keeps its own. */
function holdsOther(before: Fabric, after: Fabric, id: string): boolean {
  const [was, now] = [boundaryEdges(cellsOf(before, id)), boundaryEdges(cellsOf(after, id))]
  const [ofWas, ofNow] = [new Set(was.map(({ key }) => key)), new Set(now.map(({ key }) => key))]
  const lost = was.filter(({ key }) => !ofNow.has(key))
  const won = now.filter(({ key }) => !ofWas.has(key))
  return lost.length + won.length > 0 && strayed(lost, won) !== undefined
}
