import { create } from 'zustand'
import type { Edit, Fabric, Position } from '#geodata/fabric/index.ts'
import { applyStep, type Counter, type EditRefusal, type PlanLand, type Scope } from '#geodata/planning/index.ts'
import type { Shapes } from '../land/features.ts'
import type { Projection } from '../land/projection.ts'
import type { Snap } from '../land/snap.ts'
import type { Proposal, ToolName } from '../tools/tool.ts'
import { conflictsIn, type History, type Moment } from './history.ts'
import type { LineHolder } from './lines.ts'
import type { Sender } from './sender.ts'

/** The plan that is open, with all that follows from its land and never changes while it is. */
export interface Session {
  readonly plan: number
  readonly land: PlanLand
  readonly scope: Scope
  readonly counter: Counter
  readonly projection: Projection
  readonly shapes: Shapes
  readonly base: Fabric
  readonly lines: LineHolder
  readonly sender: Sender
}

/** Why something was not done, for the hint bar. */
export interface Notice {
  readonly serial: number
  readonly tone: 'bad' | 'warn' | 'good'
  readonly refusal?: EditRefusal
  /** A key of `planning.notices`. */
  readonly word?: NoticeWord
  /** What the server said. */
  readonly text?: string
}
export type NoticeWord =
  | 'chooseGrid'
  | 'mergeOnBorder'
  | 'nothingToUndo'
  | 'nothingToRedo'
  | 'reloaded'
  | 'takenBack'
  | 'readOnly'
  | 'lost'
  | 'notLowest'

export interface Editor extends Omit<History, 'fabric'> {
  readonly session: Session | null
  /** Whether this visitor may draw in this plan, in its present state. */
  readonly mayDraw: boolean
  readonly fabric: Fabric | null
  readonly tool: ToolName | null
  /** The grid that is worked on, of any level. */
  readonly current: string | null
  /** Places of the stroke so far. */
  readonly places: readonly Position[]
  readonly pointer: Position | null
  readonly snap: Snap | null
  readonly proposal: Proposal | null
  readonly notice: Notice | null
  /** Whether the stroke goes along the borders of cells from place to place. */
  readonly following: boolean
  /** Pixels across. */
  readonly brush: number
  /** Steps that the server does not have yet. */
  readonly waiting: number
  /** Whether what waits can't be sent just now. */
  readonly offline: boolean
}

export const BRUSHES = [0, 24, 48, 96] as const

const HAND = { places: [], pointer: null, snap: null, proposal: null } as const

export const useEditor = create<Editor>()(() => ({
  session: null,
  mayDraw: false,
  fabric: null,
  done: [],
  undone: [],
  conflicts: [],
  tool: null,
  current: null,
  ...HAND,
  notice: null,
  following: false,
  brush: BRUSHES[0],
  waiting: 0,
  offline: false,
}))

const { getState: get, setState: set } = useEditor
let notices = 0

export function say(notice: Omit<Notice, 'serial' | 'tone'> & { tone?: Notice['tone'] }): void {
  notices += 1
  set({ notice: { tone: notice.refusal || notice.text ? 'bad' : 'warn', ...notice, serial: notices } })
}

export function takeTool(tool: ToolName | null): void {
  if (tool && !get().mayDraw) say({ word: 'readOnly' })
  else set({ tool, ...HAND, notice: null })
}

export const dropStroke = (): void => set({ ...HAND, notice: null })

export const chooseGrid = (current: string | null): void => set({ current })

/** One step: done here at once, and sent. Returns whether it was done. */
export function commit(edits: readonly Edit[]): boolean {
  const { session, fabric, done, current, mayDraw } = get()
  if (!session || !fabric || !mayDraw) return false
  const result = applyStep(fabric, session.scope, edits)
  if ('refused' in result) {
    say({ refusal: result.refused })
    return false
  }
  const moment = { edits, fabric: result.fabric }
  set({
    ...HAND,
    fabric: result.fabric,
    done: [...done, moment],
    undone: [],
    notice: null,
    current: living(result.fabric, current),
  })
  session.sender.add({ kind: 'step', edits, depth: done.length + 1 })
  return true
}

/** The last step, whether it holds or not. */
export function undo(): void {
  const { session, done, undone, mayDraw } = get()
  const last = done.at(-1)
  if (!last) say({ word: 'nothingToUndo' })
  if (!session || !mayDraw || !last) return
  move(session, done.slice(0, -1), [...undone, last])
  session.sender.add({ kind: 'undo', depth: done.length - 1 })
}

export function redo(): void {
  const { session, done, undone, mayDraw } = get()
  const next = undone.at(-1)
  if (!next) say({ word: 'nothingToRedo' })
  if (!session || !mayDraw || !next) return
  move(session, [...done, next], undone.slice(0, -1))
  session.sender.add({ kind: 'redo', depth: done.length + 1 })
}

function move(session: Session, done: readonly Moment[], undone: readonly Moment[]): void {
  const fabric = done.at(-1)?.fabric ?? session.base
  set({ ...HAND, fabric, done, undone, conflicts: conflictsIn(done), notice: null, current: living(fabric, get().current) })
}

/** The current grid, as long as there is one. */
function living(fabric: Fabric, current: string | null): string | null {
  const grid = current === null ? undefined : fabric.grids.get(current)
  return grid && !grid.retired ? grid.id : null
}
