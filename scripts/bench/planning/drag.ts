/**
 * What a step of a drag costs the page: a real mouse in Chromium, on the console as it is built and served. Script time, not frames: drawing
 * WebGL in software would be measured otherwise. A step is the page's work on one movement of the mouse, and that of the planner's tool in
 * the frame after it: snapping, what would come of it, the numbers of both sides, and handing the shapes to the map.
 */
import type { Browser, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import { fromGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { arcsOf, type Fabric, type Position } from '#geodata/fabric/index.ts'
import { fabricOfLand, isInside, type PlanLand, type Scope } from '#geodata/planning/index.ts'
import { launchBrowser } from '../../setup/browser.ts'
import { type Figures, figuresOf } from '../figures.ts'
import { say } from '../say.ts'
import { startJiangli } from '../servers.ts'

export interface DragResults {
  readonly cells: number
  /** A border that is redrawn. */
  readonly stroke: Figures
  /** A vertex that is pulled. */
  readonly vertex: Figures
}

const STEPS = 60
const ZOOM = 17
const MAP = 'section[data-ready]'
const SRID_BASE = 920_000
const MM_PER_M = 1000
const CACHE_MB = 64

/** @param territories whose land is dragged in, each with a plan of its own */
export async function measureDrags(databaseUrl: string, territories: readonly string[]): Promise<DragResults[]> {
  const server = await startJiangli(databaseUrl, CACHE_MB)
  const browser = await launchBrowser()
  try {
    const results: DragResults[] = []
    for (const territory of territories) results.push(await measureIn(browser, server.url, territory))
    return results
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function measureIn(browser: Browser, url: string, territory: string): Promise<DragResults> {
  const context = await browser.newContext({ viewport: { width: 960, height: 600 }, reducedMotion: 'reduce', baseURL: url })
  const signedIn = await context.request.post('/api/session', { data: { name: 'admin', password: DEMO_PASSWORD } })
  const { csrf_token } = (await signedIn.json()) as { csrf_token: string }
  const headers = { 'x-csrf-token': csrf_token }
  const made = await context.request.post('/api/plans', {
    headers,
    data: { name: `bench ${territory}`, scheme: 'governance', territory_code: territory },
  })
  const { id } = (await made.json()) as { id: number }
  const land = (await (await context.request.get(`/api/plans/${id}/land`)).json()) as PlanLand
  const built = fabricOfLand(land)
  if ('refused' in built) throw new Error(built.refused.code)
  const { middle, vertex } = borderIn(built.fabric, built.scope)
  const page = await context.newPage()
  say(`a drag in ${land.cells.length} cells …`)
  const stroke = await measureDrag(browser, page, { plan: id, at: middle, srid: land.srid, tool: 'r' })
  const pulled = await measureDrag(browser, page, { plan: id, at: vertex, srid: land.srid, tool: 'v' })
  await context.close()
  return { cells: land.cells.length, stroke, vertex: pulled }
}

/** The longest straight piece of a border between two sisters: its middle and one of its ends. */
function borderIn(fabric: Fabric, scope: Scope): { middle: Position; vertex: Position } {
  let longest = 0
  let found: { middle: Position; vertex: Position } | undefined
  const gridOf = (cell: string | null) => (cell === null ? undefined : fabric.faces.get(cell)?.grids[scope.scheme])
  for (const { positions, left, right } of arcsOf(fabric, [...fabric.faces.keys()])) {
    const [one, other] = [gridOf(left), gridOf(right)]
    if (one === undefined || other === undefined || one === other) continue
    const communities = [left, right].map((cell) => fabric.faces.get(cell!)!.community)
    if (communities[0] !== communities[1] || !isInside(scope, communities[0]!)) continue
    for (let index = 1; index < positions.length; index++) {
      const [a, b] = [positions[index - 1]!, positions[index]!]
      const length = Math.hypot(b[0] - a[0], b[1] - a[1])
      if (length <= longest || length > LONGEST) continue
      longest = length
      found = { middle: [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)], vertex: a }
    }
  }
  if (!found) throw new Error('No border to drag.')
  return found
}
/** mm: with its ends in view. */
const LONGEST = 200_000

interface Drag {
  readonly plan: number
  readonly at: Position
  readonly srid: number
  readonly tool: 'r' | 'v'
}

async function measureDrag(browser: Browser, page: Page, { plan, at, srid, tool }: Drag): Promise<Figures> {
  const [longitude, latitude] = fromGaussKruger([at[0] / MM_PER_M, at[1] / MM_PER_M], srid - SRID_BASE)
  await page.goto(`/?work=planning&plan=${plan}&at=${longitude},${latitude},${ZOOM}`)
  await page.getByRole('toolbar', { name: '绘图工具' }).waitFor({ timeout: 120_000 })
  await page.locator(`${MAP}[data-ready="true"][aria-busy="false"]`).waitFor({ timeout: 120_000 })
  const box = (await page.locator(MAP).boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x - 4, y - 4)
  await page.keyboard.press(tool)
  await page.mouse.move(x, y)
  await page.waitForTimeout(SETTLE_MS)
  if (tool === 'r') await page.mouse.click(x, y)
  else await page.mouse.down()
  await page.mouse.move(x + 10, y)
  await page.waitForTimeout(SETTLE_MS)
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8.execute'] })
  for (let step = 0; step < STEPS; step++) {
    const angle = (step / STEPS) * 4 * Math.PI
    const radius = 12 + (70 * step) / STEPS
    await page.mouse.move(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
    await page.evaluate(TWO_FRAMES)
  }
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: readonly TraceEvent[] }
  if (tool === 'v') await page.mouse.up()
  const steps = stepsOf(trace.traceEvents)
  if (steps.length < STEPS / 2) throw new Error(`Only ${steps.length} of ${STEPS} movements were seen.`)
  return figuresOf(steps, steps.reduce((sum, each) => sum + each, 0) / 1000)
}
const SETTLE_MS = 1_500
const TWO_FRAMES = 'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))'

interface TraceEvent {
  readonly name: string
  readonly tid: number
  readonly ts: number
  /** Microseconds. */
  readonly dur?: number
  readonly args?: { readonly data?: { readonly type?: string; readonly url?: string } }
}

/** Code of the planner's workspace has a file of its own; the map's and React's have others. */
const PLANNER = /assets\/Planning-/

/** For every movement that the tool had a frame for, milliseconds of its listeners, and of the frame callback of the planner's tool that follows on it. */
function stepsOf(events: readonly TraceEvent[]): number[] {
  const sorted = events.filter(({ dur }) => dur !== undefined).sort((one, other) => one.ts - other.ts)
  const moves = sorted.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'mousemove')
  const tools = sorted.filter(({ name, args }) => name === 'FunctionCall' && PLANNER.test(args?.data?.url ?? ''))
  const frames = sorted.filter(({ name }) => name === 'FireAnimationFrame')
  const holds = (frame: TraceEvent, { tid, ts }: TraceEvent) => tid === frame.tid && ts >= frame.ts && ts <= frame.ts + frame.dur!
  return moves.flatMap((move, index) => {
    const until = moves[index + 1]?.ts ?? Number.POSITIVE_INFINITY
    const own = frames.filter((frame) => frame.ts >= move.ts && frame.ts < until && tools.some((tool) => holds(frame, tool)))
    return own.length === 0 ? [] : [[move, ...own].reduce((sum, { dur }) => sum + dur!, 0) / 1000]
  })
}
