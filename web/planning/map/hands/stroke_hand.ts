// R and X: places are clicked one by one or left behind by dragging; the last press, twice, or Enter ends the stroke.
import type { Position } from '#geodata/fabric/index.ts'
import { distance } from '#geodata/fabric/plane/measure.ts'
import { same } from '#geodata/fabric/plane/position.ts'
import { chooseGrid, dropStroke, say, useEditor } from '../../editor/editor.ts'
import { pathAlong, withLeg } from '../../land/follow.ts'
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

  const propose = (stroke: readonly Position[]): Proposal | null => {
    const scene = sight.scene()
    if (!scene || stroke.length === 0) return null
    const [places, pointer] = stroke.length > 1 ? [stroke.slice(0, -1), stroke.at(-1)!] : [stroke, null]
    return tool === 'redraw' ? proposeRedraw(scene, places, pointer) : proposeSplit(scene, places, pointer, splitId)
  }
  /** The stroke to where the pointer means: straight, or along roads and borders. */
  const look = ({ point, free }: Press): Position[] => {
    const scene = sight.scene()
    if (!scene) return []
    const { places, following } = state()
    const place = sight.placeOf(point)
    const lines = sight.lines()
    const options = { reach: sight.reach(SNAP_PIXELS), gridBordersOnly: places.length === 0, lines }
    const found = free ? undefined : snap(scene.fabric, scene.scope.scheme, place, options)
    const pointer = found?.at ?? place
    const last = places.at(-1)
    const leg = following && found && last && pathAlong(scene.fabric, lines, last, pointer)
    useEditor.setState({ pointer, snap: found ?? null })
    return leg ? withLeg(places, leg) : last && same(last, pointer) ? [...places] : [...places, pointer]
  }
  const add = (press: Press): void => {
    const { places } = state()
    const stroke = look(press)
    sampled = press.point
    if (stroke.length === 0 || (places.length > 0 && same(places.at(-1)!, stroke.at(-1)!))) return
    if (places.length === 0 && !state().snap && !press.free) {
      say({ refusal: { code: 'misses_border' } })
      return
    }
    useEditor.setState({ places: stroke, notice: null })
  }
  /** The end of a drawn line is where it was snapped to: places on the way into its reach would only make a hook. */
  const endDrag = (press: Press): void => {
    if (state().following) {
      add(press)
      return
    }
    look(press)
    const { pointer, places, snap: found } = state()
    // It began beside every border, and that has been said.
    if (!pointer || places.length === 0) return
    const reach = sight.reach(SNAP_PIXELS)
    const [start, ...others] = places
    const kept = found ? others.filter((place) => distance(place, pointer) > reach) : others
    useEditor.setState({ places: thinOut([start!, ...kept, pointer], sight.reach(DRAG_OFF)) })
  }
  /** Only where there is something to follow; the hand may stray from it on the way. */
  const followDrag = (press: Press): void => {
    const stroke = look(press)
    sampled = press.point
    if (state().snap) useEditor.setState({ places: stroke, notice: null })
  }
  const finish = () => {
    const { places, pointer } = state()
    if (places.length === 0) return
    const isDone = settle(propose(places.length < 2 && pointer ? [...places, pointer] : places))
    if (!isDone) return
    // The new grid is what one goes on with: its name, its numbers.
    if (tool === 'split') chooseGrid(splitId)
    splitId = id()
  }
  sight.fetchLines()
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
      if (state().following) return followDrag(press)
      sampled = press.point
      // Along a hand-drawn line, snapping would only make it jump.
      useEditor.setState({ places: [...state().places, sight.placeOf(press.point)] })
    },
    aim: (press) => {
      const stroke = look(press)
      useEditor.setState({ proposal: state().places.length > 0 ? propose(stroke) : null })
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
      sight.fetchLines()
      if (state().places.length === 0) sampled = null
    },
  }
}
