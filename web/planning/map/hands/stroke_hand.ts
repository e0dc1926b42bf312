// R and X: places are clicked one by one or left behind by dragging; the last press, twice, or Enter ends the stroke.
import type { Position } from '#geodata/fabric/index.ts'
import { distance } from '#geodata/fabric/plane/measure.ts'
import { chooseGrid, dropStroke, say, useEditor } from '../../editor/editor.ts'
import { pathAlong } from '../../land/follow.ts'
import { newGridId } from '../../land/new_grid.ts'
import { SNAP_PIXELS, snap } from '../../land/snap.ts'
import { thinOut } from '../../land/thin_out.ts'
import { proposeRedraw } from '../../tools/redraw.ts'
import { proposeSplit } from '../../tools/split.ts'
import type { Proposal } from '../../tools/tool.ts'
import { away, type Point, type Sight } from '../sight.ts'
import { type Press, settle, type ToolHand } from './tool_hand.ts'

/** Pixels: beyond them a pressed pointer draws, and so far apart are the places it leaves. */
const DRAG_FROM = 6
const DRAG_STEP = 9
/** Pixels; by so much a drawn line may be off the hand. */
const DRAG_OFF = 1.5
/** Two presses closer than this are one place. */
const SAME_PLACE = 3

export function strokeHand(tool: 'redraw' | 'split', sight: Sight): ToolHand {
  const state = useEditor.getState
  const id = () => newGridId(sight.scene()!.scope.scheme)
  let splitId = id()
  let pressed: Point | null = null
  let drawing = false
  let sampled: Point | null = null

  const propose = (leg: readonly Position[]): Proposal | null => {
    const scene = sight.scene()
    if (!scene) return null
    const places = [...state().places, ...leg.slice(0, -1)]
    const pointer = leg.at(-1) ?? null
    return tool === 'redraw' ? proposeRedraw(scene, places, pointer) : proposeSplit(scene, places, pointer, splitId)
  }
  /** The pointer's meaning, and the way there from the last place: straight, or along borders. */
  const look = ({ point, free }: Press): Position[] => {
    const scene = sight.scene()
    if (!scene) return []
    const { places, following } = state()
    const place = sight.placeOf(point)
    const options = { reach: sight.reach(SNAP_PIXELS), gridBordersOnly: places.length === 0 }
    const found = free ? undefined : snap(scene.fabric, scene.scope.scheme, place, options)
    const pointer = found?.at ?? place
    const last = places.at(-1)
    const leg = (following && found && last && pathAlong(scene.fabric, last, pointer)) || [pointer]
    useEditor.setState({ pointer, snap: found ?? null })
    return leg
  }
  const add = (press: Press): void => {
    const { places } = state()
    const leg = look(press)
    const [last, next] = [places.at(-1), leg.at(-1)]
    sampled = press.point
    if (!next || (last && last[0] === next[0] && last[1] === next[1])) return
    if (places.length === 0 && !state().snap && !press.free) {
      say({ refusal: { code: 'misses_border' } })
      return
    }
    useEditor.setState({ places: [...places, ...leg], notice: null })
  }
  /** The end of a drawn line is where it was snapped to: places on the way into its reach would only make a hook. */
  const endDrag = (press: Press): void => {
    look(press)
    const { pointer, places, snap: found } = state()
    if (!pointer) return
    const reach = sight.reach(SNAP_PIXELS)
    const [start, ...others] = places
    const kept = found ? others.filter((place) => distance(place, pointer) > reach) : others
    useEditor.setState({ places: thinOut([start!, ...kept, pointer], sight.reach(DRAG_OFF)) })
  }
  const finish = () => {
    const { places, pointer } = state()
    if (places.length === 0) return
    const isDone = settle(propose(places.length < 2 && pointer ? [pointer] : []))
    if (!isDone) return
    // The new grid is what one goes on with: its name, its numbers.
    if (tool === 'split') chooseGrid(splitId)
    splitId = id()
  }
  return {
    cursor: 'crosshair',
    draws: true,
    movesByKeys: true,
    down: ({ point }) => {
      pressed = point
      drawing = false
      return true
    },
    drag: (press) => {
      if (!pressed) return
      if (!drawing && away(press.point, pressed) > DRAG_FROM) {
        drawing = true
        if (state().places.length === 0) add({ ...press, point: pressed })
      }
      if (!drawing || !sampled || state().places.length === 0 || away(press.point, sampled) < DRAG_STEP) return
      sampled = press.point
      // Along a hand-drawn line, snapping would only make it jump.
      useEditor.setState({ places: [...state().places, sight.placeOf(press.point)] })
    },
    aim: (press) => {
      const leg = look(press)
      useEditor.setState({ proposal: propose(leg) })
    },
    up: (press) => {
      pressed = null
      if (!drawing) return
      drawing = false
      endDrag(press)
      finish()
    },
    click: (press) => {
      if (sampled && state().places.length > 0 && away(sampled, press.point) < SAME_PLACE) return
      add(press)
    },
    double: finish,
    finish,
    back: () => {
      const places = state().places.slice(0, -1)
      if (places.length === 0) dropStroke()
      else useEditor.setState({ places, notice: null })
    },
    drop: add,
    changed: () => {
      if (state().places.length === 0) sampled = null
    },
  }
}
