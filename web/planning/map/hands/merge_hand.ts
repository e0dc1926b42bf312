// M: a click on the border between two grids.
import { say, useEditor } from '../../editor/editor.ts'
import { SNAP_PIXELS } from '../../land/snap.ts'
import { proposeMerge } from '../../tools/merge.ts'
import type { Sight } from '../sight.ts'
import { type Press, settle, type ToolHand } from './tool_hand.ts'

export function mergeHand(sight: Sight): ToolHand {
  let last: Press | null = null
  const propose = ({ point }: Press) => {
    const scene = sight.scene()
    return scene && proposeMerge(scene, sight.placeOf(point), sight.reach(SNAP_PIXELS))
  }
  const merge = (press: Press) => {
    const proposal = propose(press)
    if (proposal) settle(proposal)
    else say({ word: 'mergeOnBorder' })
  }
  return {
    cursor: 'crosshair',
    draws: false,
    movesByKeys: true,
    aim: (press) => {
      last = press
      useEditor.setState({ pointer: sight.placeOf(press.point), snap: null, proposal: propose(press) })
    },
    click: merge,
    drop: merge,
    finish: () => last && merge(last),
  }
}
