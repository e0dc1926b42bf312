// Plans for tests of the planner's workspace: where on the screen a stroke has to be drawn for something to come of it.
import type { Page } from 'playwright-core'
import { tilesOf } from '#geodata/fabric/fabric.ts'
import type { Edit, Fabric, Position } from '#geodata/fabric/index.ts'
import { childrenOf, gridsAlong } from '#geodata/fabric/index.ts'
import { distance } from '#geodata/fabric/plane/measure.ts'
import { boxOf, same } from '#geodata/fabric/plane/position.ts'
import {
  applyStep,
  fabricOfLand,
  isInside,
  LINE_SQUARE,
  type LinePiece,
  type Lines,
  type MapLine,
  type PlanLand,
  piecesNear,
  piecesOf,
  type Scope,
} from '#geodata/planning/index.ts'
import { edgesNear, isGridBorder } from '../../web/planning/land/borders.ts'
import { pathAlong } from '../../web/planning/land/follow.ts'
import { type Degrees, projectionOf } from '../../web/planning/land/projection.ts'
import { openBorders, sharedBorder } from '../../web/planning/land/shared_border.ts'
import type { TestSession } from '../helpers/session.ts'
import { middleOfMap } from './console_page.ts'

export interface TestPlan {
  readonly id: number
  readonly version: number
}

export interface Drawing {
  readonly land: PlanLand
  readonly fabric: Fabric
  readonly scope: Scope
  readonly toDegrees: (position: Position) => Degrees
}

/** Asks the server as somebody; what is no success fails the test. */
export async function ask<T>(
  url: string,
  { headers }: TestSession,
  method: string,
  path: string,
  body?: object,
  version?: number,
): Promise<T> {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...headers,
      ...(body && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
  return JSON.parse(text) as T
}

export async function drawingOf(url: string, session: TestSession, plan: number): Promise<Drawing> {
  const land = await ask<PlanLand>(url, session, 'GET', `/api/plans/${plan}/land`)
  const built = fabricOfLand(land)
  if ('refused' in built) throw new Error(JSON.stringify(built.refused))
  return { land, ...built, toDegrees: projectionOf(land.srid).toDegrees }
}

export interface Stroke {
  readonly grids: readonly [string, string]
  readonly places: readonly Position[]
  readonly middle: Position
}

const METRES = 1000

/** A stroke beside the border of two sisters that the fabric accepts: from a vertex into one of them and back to another vertex. */
export function findStroke({ fabric, scope }: Drawing): Stroke {
  const lowest = fabric.schemes.get(scope.scheme)!.levels - 1
  const parents = [...fabric.grids.values()].filter((grid) => grid.scheme === scope.scheme && grid.level === lowest - 1)
  for (const { id: parent } of parents.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const children = childrenOf(fabric, parent).filter((child) => isOurs(fabric, scope, child.id))
    for (const one of children) {
      for (const other of children) {
        if (one.id >= other.id) continue
        const stroke = strokeBetween(fabric, scope, [one.id, other.id])
        if (stroke) return stroke
      }
    }
  }
  throw new Error('There is no border along which a stroke could be drawn.')
}

const isOurs = (fabric: Fabric, scope: Scope, id: string) =>
  [...(fabric.cells.get(id) ?? [])].every((cell) => isInside(scope, fabric.faces.get(cell)!.community))

function strokeBetween(fabric: Fabric, scope: Scope, grids: readonly [string, string]): Stroke | undefined {
  // Long edges, so that nothing else is near enough to be snapped to.
  for (const { a, b } of sharedBorder(fabric, grids)) {
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const length = Math.hypot(dx, dy)
    if (length < 60 * METRES || length > 250 * METRES) continue
    for (const side of [25, -25]) {
      const beside = (share: number): Position => [
        Math.round(a[0] + share * dx - (dy / length) * side * METRES),
        Math.round(a[1] + share * dy + (dx / length) * side * METRES),
      ]
      const places = [a, beside(0.3), beside(0.7), b]
      const edit: Edit = { kind: 'reshape_border', grids, stroke: places }
      if ('refused' in applyStep(fabric, scope, [edit])) continue
      return { grids, places, middle: [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)] }
    }
  }
  return undefined
}

/** A stroke past a corner: from a grid's border with one neighbour through two of them to that with the other. */
export function findStrokePast({ fabric, scope }: Drawing): Stroke & { readonly others: readonly string[] } {
  for (const grid of [...fabric.cells.keys()].filter((id) => isOurs(fabric, scope, id)).sort()) {
    const open = openBorders(fabric, grid)
    for (const one of open) {
      for (const two of open) {
        if (one.grids[1] === two.grids[1] || !same(one.b, two.a)) continue
        const off = (a: Position, b: Position): Position => {
          const share = (30 * METRES) / distance(a, b)
          return [Math.round(a[0] + share * (b[0] - a[0])), Math.round(a[1] + share * (b[1] - a[1]))]
        }
        if (distance(one.a, one.b) < 40 * METRES || distance(two.a, two.b) < 40 * METRES) continue
        const [start, end] = [off(one.b, one.a), off(two.a, two.b)]
        // Edges have their own face on the left: outside lies to the right of the way past the corner.
        const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
        const length = Math.hypot(dx, dy)
        const outside: Position = [
          Math.round(one.b[0] + (dy / length) * 25 * METRES),
          Math.round(one.b[1] - (dx / length) * 25 * METRES),
        ]
        const places = [start, outside, end]
        const others = gridsAlong(fabric, scope.scheme, places).filter((id) => id !== grid)
        const edit = { kind: 'reshape_border', grids: [grid, ...others], stroke: places } as unknown as Edit
        if (others.length < 2 || 'refused' in applyStep(fabric, scope, [edit])) continue
        return { grids: [grid, others[0]!], others, places, middle: one.b }
      }
    }
  }
  throw new Error('There is no corner past which a border could be redrawn.')
}

/** Roads and rivers of all squares that the land of the plan touches, asked for as the console does. */
export async function linesOf(url: string, session: TestSession, plan: number, { fabric }: Drawing): Promise<Lines> {
  const box = boxOf([...fabric.faces.values()].flatMap(({ rings }) => rings[0]!))
  const lines = new Map<string, readonly LinePiece[]>()
  for (const square of tilesOf(box, LINE_SQUARE)) {
    const [column, row] = square.split('/')
    const answer = await ask<{ lines: MapLine[] }>(url, session, 'GET', `/api/plans/${plan}/lines?column=${column}&row=${row}`)
    lines.set(square, piecesOf(answer.lines))
  }
  return lines
}

/** A stretch of road that leaves the border of two grids and comes back to it, with the road's own vertices between. */
export function findRoadStroke({ fabric, scope }: Drawing, lines: Lines): Stroke {
  const grids = [...fabric.cells.keys()].filter((id) => isOurs(fabric, scope, id)).sort()
  for (const [index, one] of grids.entries()) {
    for (const other of grids.slice(index + 1)) {
      const border = sharedBorder(fabric, [one, other])
      const own = new Map(border.flatMap(({ a, b }) => [a, b]).map((place) => [String(place), place]))
      const onRoad = [...own.values()].filter((place) => piecesNear(lines, place, 1).some(({ kind }) => kind === 'road'))
      for (const [from, start] of onRoad.entries()) {
        for (const end of onRoad.slice(from + 1)) {
          const far = distance(start, end)
          if (far < 60 * METRES || far > 250 * METRES) continue
          const way = pathAlong(fabric, lines, start, end)
          if (!way || way.length < 4 || way.slice(0, -1).some((place) => own.has(String(place)))) continue
          const places = [start, ...way]
          // Where another border of grids is near, the pointer would be drawn to that.
          if (edgesNear(fabric, scope.scheme, middlePlace(places), 10 * METRES).some(isGridBorder)) continue
          if (places.some((place) => distance(place, start) > 300 * METRES)) continue
          const edit: Edit = { kind: 'reshape_border', grids: [one, other], stroke: places }
          if ('refused' in applyStep(fabric, scope, [edit])) continue
          return {
            grids: [one, other],
            places,
            middle: [Math.round((start[0] + end[0]) / 2), Math.round((start[1] + end[1]) / 2)],
          }
        }
      }
    }
  }
  throw new Error('There is no road along which a border could be redrawn.')
}

export const middlePlace = (places: readonly Position[]): Position => places[Math.floor(places.length / 2)]!

export const ZOOM = 17

/** Where on the page a place lies, when the map looks at `middle` from ZOOM. */
export async function pixelOf(page: Page, middle: Degrees, place: Degrees, zoom = ZOOM): Promise<{ x: number; y: number }> {
  const centre = await middleOfMap(page)
  const [from, to] = [mercator(middle), mercator(place)]
  const size = 512 * 2 ** zoom
  return { x: centre.x + (to[0] - from[0]) * size, y: centre.y + (to[1] - from[1]) * size }
}

function mercator([longitude, latitude]: Degrees): [number, number] {
  const y = Math.asinh(Math.tan((latitude * Math.PI) / 180))
  return [longitude / 360 + 0.5, 0.5 - y / (2 * Math.PI)]
}
