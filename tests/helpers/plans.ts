// Plans through HTTP, and strokes that fit the land they are drawn on.
import { expect } from 'vitest'
import { cellsOf, type Fabric } from '#geodata/fabric/fabric.ts'
import type { Face } from '#geodata/fabric/face.ts'
import type { Position } from '#geodata/fabric/index.ts'
import { arcsOf } from '#geodata/fabric/index.ts'
import { dissolve } from '#geodata/fabric/outline.ts'
import { applyInScope, counterOf, fabricOfLand, type PlanLand, type Scope } from '#geodata/planning/index.ts'
import type { Json, TestApp } from './app.ts'

export async function newPlan(
  app: TestApp,
  territory_code: string,
  name: string,
  more: object = {},
  headers = {},
): Promise<Json> {
  const response = await app.send('POST', '/api/plans', { name, scheme: 'governance', territory_code, ...more }, headers)
  expect(response.status, await response.clone().text()).toBe(201)
  return response.json()
}

/** Does something with the newest version of a plan; its answer must be of this status. */
export async function doPlan(
  app: TestApp,
  plan: Json,
  path: string,
  body: unknown = {},
  status = 200,
  headers = {},
): Promise<Json> {
  const { version } = await app.json(`/api/plans/${plan.id}`)
  const method = path === '' ? 'PATCH' : path === 'exceptions' ? 'PUT' : 'POST'
  const response = await app.send(method, `/api/plans/${plan.id}${path && '/'}${path}`, body, {
    'if-match': `"${version}"`,
    ...headers,
  })
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text)
}

export const draw = (app: TestApp, plan: Json, edits: object[], status = 201): Promise<Json> =>
  doPlan(app, plan, 'steps', { edits }, status)

/** Hands a plan in, approves and publishes it. */
export async function publishPlan(app: TestApp, plan: Json): Promise<void> {
  for (const action of ['submit', 'approve', 'publish']) await doPlan(app, plan, action)
}

export async function landOf(app: TestApp, plan: Json) {
  const land: PlanLand = await app.json(`/api/plans/${plan.id}/land`)
  const built = fabricOfLand(land)
  if ('refused' in built) throw new Error(JSON.stringify(built.refused))
  return { land, ...built, counter: counterOf(land) }
}

/** The community of the demo town with the most grids. */
export async function busiestCommunity(app: TestApp): Promise<string> {
  const { features } = await app.json('/api/collections/grids/items?scheme=governance&level=3&limit=500&properties=code')
  const codes: string[] = features.map(({ properties }: Json) => properties.code.slice(0, 12))
  const count = (code: string) => codes.filter((each) => each === code).length
  return codes.reduce((best, code) => (count(code) > count(best) ? code : best))
}

/** Cells on the border of two grids that may go over to the other. */
export function* movableCells(fabric: Fabric, scope: Scope): Generator<{ cell: string; from: string; to: string }> {
  for (const face of fabric.faces.values()) {
    if (!face.community?.startsWith(scope.territory_code)) continue
    for (const { right } of arcsOf(fabric, [face.id])) {
      const [from, to] = [face.grids[scope.scheme]!, fabric.faces.get(right ?? '')?.grids[scope.scheme]]
      if (to === undefined || to === from) continue
      const result = applyInScope(fabric, scope, { kind: 'assign_cells', cells: [face.id], grid: to })
      if (!('refused' in result)) yield { cell: face.id, from, to }
    }
  }
}

/** A stroke from west to east through the middle of a grid, from border to border where it is widest. */
export const strokeAcross = (fabric: Fabric, grid: string): [Position, Position] => strokeThrough(cellsOf(fabric, grid))

export function strokeThrough(cells: readonly Face[]): [Position, Position] {
  const [rings] = dissolve(cells)
  const ys = rings![0]!.map(([, y]) => y)
  const y = Math.round((Math.min(...ys) + Math.max(...ys)) / 2) + 137
  const crossings = rings!
    .flatMap((ring) => ring.map((from, index) => [from, ring[(index + 1) % ring.length]!] as const))
    .filter(([from, to]) => from[1] > y !== to[1] > y)
    .map(([from, to]) => from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]))
    .sort((a, b) => a - b)
  const spans = crossings.flatMap((west, index) => (index % 2 === 0 ? [[west, crossings[index + 1]!] as const] : []))
  const [west, east] = spans.reduce((widest, span) => (span[1] - span[0] > widest[1] - widest[0] ? span : widest))
  return [
    [Math.round(west), y],
    [Math.round(east), y],
  ]
}

/** A lowest grid of a community that is large enough to be cut in two. */
export function splittableGrid(fabric: Fabric, community: string, level: number) {
  const fits = ({ id, scheme, level: own }: { id: string; scheme: string; level: number }) => {
    const cells = scheme === 'governance' && own === level ? cellsOf(fabric, id) : []
    return cells.length > 1 && cells.every((face) => face.community === community)
  }
  return [...fabric.grids.values()].find(fits)!
}
