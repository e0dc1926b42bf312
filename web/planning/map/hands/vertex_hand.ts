// V: handles on the borders in view, to be dragged, put in between and taken out.
import { useEditor } from '../../editor/editor.ts'
import { SNAP_PIXELS } from '../../land/snap.ts'
import { type Handle, handleAt, handlesIn, proposeDelete, proposeDrag } from '../../tools/vertices.ts'
import { useExtra } from '../extra.ts'
import { away, type Point, type Sight } from '../sight.ts'
import { settle, type ToolHand } from './tool_hand.ts'

/** Pixels; less is a press without a wish. */
const LEAST = 2

export function vertexHand(sight: Sight): ToolHand {
  let handle: Handle | null = null
  let pressed: Point | null = null

  const hover = (point: Point) => {
    handle = handleAt(useExtra.getState().handles, sight.placeOf(point), sight.reach(SNAP_PIXELS)) ?? null
    useExtra.setState({ hot: handle?.at ?? null })
    sight.cursor(handle ? 'grab' : '')
  }
  const show = () => {
    const scene = sight.scene()
    const handles = scene && handlesIn(scene, sight.view())
    useExtra.setState({ handles: handles ?? [], tooMany: scene !== null && handles === null })
  }
  show()
  return {
    cursor: '',
    draws: false,
    movesByKeys: false,
    down: ({ point }) => {
      hover(point)
      if (!handle) return false
      pressed = point
      sight.cursor('grabbing')
      return true
    },
    aim: ({ point }) => {
      if (!pressed) {
        hover(point)
        return
      }
      const scene = sight.scene()
      if (handle && scene) useEditor.setState({ proposal: proposeDrag(scene, handle, sight.placeOf(point)) })
    },
    up: ({ point }) => {
      const scene = sight.scene()
      if (handle && pressed && scene && away(pressed, point) > LEAST) settle(proposeDrag(scene, handle, sight.placeOf(point)))
      pressed = null
      handle = null
      useEditor.setState({ proposal: null })
    },
    remove: () => {
      const scene = sight.scene()
      if (handle?.kind !== 'vertex' || !scene) return
      settle(proposeDelete(scene, handle))
      handle = null
      useEditor.setState({ proposal: null })
      useExtra.setState({ hot: null })
    },
    changed: show,
    end: () => useExtra.setState({ handles: [], hot: null, tooMany: false }),
  }
}
