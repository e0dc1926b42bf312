import { commit, say, useEditor } from '../../editor/editor.ts'
import type { Proposal } from '../../tools/tool.ts'
import type { Point } from '../sight.ts'

export interface Press {
  readonly point: Point
  /** Alt: nothing is snapped to. */
  readonly free: boolean
  readonly ctrl: boolean
}

/** What one tool does with pointer and keys. Each has what it needs of it. */
export interface ToolHand {
  readonly cursor: string
  /** Whether the map stays where it is while the pointer is pressed. */
  readonly draws: boolean
  /** Whether arrows move the pointer. */
  readonly movesByKeys: boolean
  /** @returns whether the press is the tool's and not the map's */
  down?: (press: Press) => boolean
  /** At once, for every movement of a pressed pointer. */
  drag?: (press: Press) => void
  /** Once a frame: what would come of it. */
  aim: (press: Press) => void
  up?: (press: Press) => void
  click?: (press: Press) => void
  double?: () => void
  /** Enter. */
  finish?: () => void
  /** Backspace. */
  back?: () => void
  /** Space: as if the pointer were pressed where it is. */
  drop?: (press: Press) => void
  remove?: () => void
  /** The map, the land or the current grid has changed. */
  changed?: () => void
  /** The tool is put down. */
  end?: () => void
}

/** Makes a step of what was proposed, or says why not. */
export function settle(proposal: Proposal | null): boolean {
  if (!proposal) return false
  if (proposal.after) return commit(proposal.edits)
  useEditor.setState({ proposal: { ...proposal, open: false } })
  say({ refusal: proposal.refused ?? { code: 'misses_border' } })
  return false
}
