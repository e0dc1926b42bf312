// From the server's answers to a plan that can be drawn in, and back to the server's state when it has moved on.
import { create } from 'zustand'
import { boxOf } from '#geodata/fabric/plane/position.ts'
import { counterOf, fabricOfLand, isInside, type PlanLand } from '#geodata/planning/index.ts'
import type { Problem } from '../../api/problem.ts'
import type { Extent } from '../../api/types.ts'
import { useConsole } from '../../state/store.ts'
import { readLand, readSteps } from '../api/plans.ts'
import type { Steps } from '../api/types.ts'
import { shapesWith } from '../land/features.ts'
import { projectionOf } from '../land/projection.ts'
import { type Session, say, useEditor } from './editor.ts'
import { replayed, withWaiting } from './history.ts'
import { holdLines } from './lines.ts'
import { type Outbox, unsent } from './outbox.ts'
import { createSender, keptOutbox } from './sender.ts'

const NOTHING = {
  session: null,
  fabric: null,
  done: [],
  undone: [],
  conflicts: [],
  tool: null,
  current: null,
  places: [],
  pointer: null,
  snap: null,
  proposal: null,
  notice: null,
  waiting: 0,
  offline: false,
} as const

export class LandUnusable extends Error {}

export async function openPlan(plan: number, signal: AbortSignal): Promise<void> {
  const [land, steps] = await Promise.all([readLand(plan, signal), readSteps(plan, signal)])
  if (signal.aborted) return
  begin(plan, land, steps)
}

export function closePlan(): void {
  const { session } = useEditor.getState()
  session?.sender.end()
  session?.lines.end()
  useEditor.setState(NOTHING)
}

function begin(plan: number, land: PlanLand, steps: Steps): void {
  const built = fabricOfLand(land)
  if ('refused' in built) throw new LandUnusable(built.refused.code)
  const { fabric: base, scope } = built
  const projection = projectionOf(land.srid)
  const kept = keptOutbox(plan)
  const waiting = kept && unsent(kept, steps)
  const outbox: Outbox = { version: steps.version, waiting: waiting ?? [] }
  const history = withWaiting(replayed(base, scope, steps.steps), base, scope, outbox.waiting)
  useEditor.setState({ ...NOTHING, ...history })
  const sender = createSender(plan, outbox, {
    waiting: (count, offline) => useEditor.setState({ waiting: count, offline }),
    refused: (problem) => void takeBack(plan, problem),
    changed: () => void compare(plan),
  })
  const session: Session = {
    plan,
    land,
    scope,
    counter: counterOf(land),
    projection,
    shapes: shapesWith(projection),
    base,
    lines: holdLines(plan),
    sender,
  }
  useEditor.setState({ session })
  if (kept && waiting === null) say({ word: 'lost' })
}

const openSession = (plan: number): Session | null => {
  const { session } = useEditor.getState()
  return session?.plan === plan ? session : null
}

/** The server refused a step: the land goes back to what the server has. */
async function takeBack(plan: number, problem: Problem): Promise<void> {
  await reload(plan)
  const { refusal } = problem.members as { refusal?: { code: never } }
  say(refusal ? { refusal, word: 'takenBack' } : { text: problem.message, word: 'takenBack' })
}

/** After a lost answer, or when somebody else has changed the plan. What still waits is sent when nobody has. */
async function compare(plan: number): Promise<void> {
  const session = openSession(plan)
  if (!session) return
  const steps = await readSteps(plan).catch(() => null)
  if (openSession(plan) !== session) return
  // Not reached yet: the sender tries again by itself.
  if (!steps) return session.sender.retryLater()
  const waiting = unsent(session.sender.outbox(), steps)
  adopt(session, steps, waiting ?? [])
  if (waiting === null) say({ word: 'reloaded', tone: 'good' })
}

/** Everything as the server has it. */
export async function reload(plan: number): Promise<void> {
  const steps = await readSteps(plan).catch(() => null)
  const session = openSession(plan)
  if (session && steps) adopt(session, steps, [])
}

function adopt(session: Session, steps: Steps, waiting: Outbox['waiting']): void {
  const history = withWaiting(replayed(session.base, session.scope, steps.steps), session.base, session.scope, waiting)
  useEditor.setState({ ...history, places: [], proposal: null })
  session.sender.restart({ version: steps.version, waiting })
}

/** Another editor may have changed the plan. Own steps raise its version too; those are known. */
export async function followPlan(plan: number): Promise<void> {
  const session = openSession(plan)
  if (!session?.sender.isIdle()) return
  const steps = await readSteps(plan).catch(() => null)
  if (!steps || openSession(plan) !== session || !session.sender.isIdle()) return
  if (steps.version <= session.sender.version()) return
  adopt(session, steps, [])
  say({ word: 'reloaded', tone: 'good' })
}

/** Whether the plan is on its way, and why it did not come. */
export const useOpening = create<{ readonly error: unknown; readonly attempt: number }>()(() => ({ error: null, attempt: 0 }))

export const tryAgain = (): void => useOpening.setState(({ attempt }) => ({ error: null, attempt: attempt + 1 }))

/** Opens a plan. Returns the way to stop. */
export function watchPlan(plan: number): () => void {
  const ending = new AbortController()
  useOpening.setState({ error: null })
  openPlan(plan, ending.signal)
    .then(() => {
      if (!ending.signal.aborted) showLand()
    })
    .catch((error: unknown) => {
      if (!ending.signal.aborted) useOpening.setState({ error })
    })
  return () => ending.abort()
}

/** Brings the map to the plan's land, unless it looks there already. */
function showLand(): void {
  const { session, fabric } = useEditor.getState()
  if (!session || !fabric) return
  const inside = [...fabric.faces.values()].filter(({ community }) => isInside(session.scope, community))
  if (inside.length === 0) return
  const [west, south, east, north] = boxOf(inside.flatMap(({ rings }) => rings[0]!))
  const extent = [...session.shapes.degrees([west, south]), ...session.shapes.degrees([east, north])] as unknown as Extent
  const { view } = useConsole.getState()
  const seen =
    view &&
    view.longitude >= extent[0] &&
    view.longitude <= extent[2] &&
    view.latitude >= extent[1] &&
    view.latitude <= extent[3] &&
    view.zoom >= SEEN_FROM
  if (!seen) useConsole.getState().fly({ extent })
}

/** Farther away a plan's land is a spot. */
const SEEN_FROM = 12
