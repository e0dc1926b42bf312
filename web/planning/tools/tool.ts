import type { Edit, Fabric, Position } from '#geodata/fabric/index.ts'
import type { EditRefusal, Scope } from '#geodata/planning/index.ts'
import { applyStep } from '#geodata/planning/index.ts'

export const TOOLS = ['redraw', 'vertices', 'brush', 'split', 'merge'] as const
export type ToolName = (typeof TOOLS)[number]

/** What is drawn on: nothing of a tool knows more of the editor than this. */
export interface Scene {
  readonly fabric: Fabric
  readonly scope: Scope
  readonly current: string | null
}

/** What an unfinished movement would do, if it ended here. */
export interface Proposal {
  readonly edits: readonly Edit[]
  /** Whose numbers are shown. */
  readonly grids: readonly string[]
  /** The stroke, with the piece that closes it on its border. */
  readonly line?: readonly Position[]
  /** Whether the last piece of the line is that shortest way back. */
  readonly closes?: boolean
  /** The land afterwards; undefined where it is refused or not yet to be said. */
  readonly after?: Fabric
  readonly refused?: EditRefusal
  /** Only begun: what is missing is no mistake. */
  readonly open?: boolean
}

/** As long as the pointer moves, these only say that the stroke is not where it is going to end. */
const NOT_YET = new Set(['misses_border', 'changes_nothing', 'same_points', 'consumed'])

export function propose(
  { fabric, scope }: Scene,
  edits: readonly Edit[],
  about: Pick<Proposal, 'grids' | 'line' | 'closes'>,
): Proposal {
  const result = applyStep(fabric, scope, edits)
  if (!('refused' in result)) return { ...about, edits, after: result.fabric }
  return refusedAs({ ...about, edits }, result.refused)
}

export const refusedAs = (proposal: Proposal, refused: EditRefusal): Proposal => ({
  ...proposal,
  refused,
  open: NOT_YET.has(refused.code),
})

/** The places of a stroke and the pointer, without what comes twice in a row. */
export function lineOf(places: readonly Position[], pointer: Position | null): Position[] {
  const all = pointer ? [...places, pointer] : [...places]
  return all.filter((place, index) => index === 0 || place[0] !== all[index - 1]![0] || place[1] !== all[index - 1]![1])
}
