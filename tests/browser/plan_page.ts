// Plans for tests of the planner's workspace: where on the screen a stroke has to be drawn for something to come of it.
import type { Page } from 'playwright-core'
import type { Edit, Fabric, Position } from '#geodata/fabric/index.ts'
import { childrenOf } from '#geodata/fabric/index.ts'
import { applyStep, fabricOfLand, isInside, type PlanLand, type Scope } from '#geodata/planning/index.ts'
import { type Degrees, projectionOf } from '../../web/planning/land/projection.ts'
import { sharedBorder } from '../../web/planning/land/shared_border.ts'
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
