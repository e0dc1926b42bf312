// The hand on the map: turns the pointer and the keys into places, and places into proposals. At most one proposal per frame.
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import type { Position } from '#geodata/fabric/index.ts'
import { chooseGrid, commit, dropStroke, say, useEditor } from '../editor/editor.ts'
import { newGridId } from '../land/new_grid.ts'
import { SNAP_PIXELS, snap } from '../land/snap.ts'
import { cellsUnder, proposeBrush } from '../tools/brush.ts'
import { proposeMerge } from '../tools/merge.ts'
import { proposeRedraw } from '../tools/redraw.ts'
import { proposeSplit } from '../tools/split.ts'
import type { Proposal, Scene } from '../tools/tool.ts'
import { type Handle, handleAt, handlesIn, proposeDelete, proposeDrag } from '../tools/vertices.ts'
import { useExtra } from './extra.ts'

interface Point {
  readonly x: number
  readonly y: number
}

export interface Hand {
  /** Ends the stroke where it is. */
  finish: () => void
  back: () => void
  /** A place where the pointer is, by a key. */
  drop: () => void
  /** Moves the pointer by a key. */
  nudge: (right: number, down: number) => void
  removeVertex: () => void
  /** While it is held, dragging moves the map. */
  hold: (on: boolean) => void
  end: () => void
}

/** Pixels: beyond them a pressed pointer draws, and so far apart are the places it leaves. */
const DRAG_FROM = 6
const DRAG_STEP = 9
/** Two presses closer than this are one place. */
const SAME_PLACE = 3

const away = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

export function createHand(map: MapLibre): Hand {
  let point: Point | null = null
  let pressed: Point | null = null
  let drawing = false
  let sampled: Point | null = null
  let free = false
  let held = false
  let frame = 0
  let painted = new Set<string>()
  let handle: Handle | null = null
  let splitId = ''

  const state = useEditor.getState
  const scene = (): Scene | null => {
    const { session, fabric, current } = state()
    return session && fabric ? { fabric, scope: session.scope, current } : null
  }
  const placeOf = ({ x, y }: Point): Position => {
    const { lng, lat } = map.unproject([x, y])
    return state().session!.projection.toPosition([lng, lat])
  }
  const reach = (pixels: number) => pixels * millimetresPerPixel(map)
  const isStroke = () => state().tool === 'redraw' || state().tool === 'split'

  /** Where the pointer is meant to be. */
  const aim = (at: Point): void => {
    const now = scene()
    if (!now) return
    const place = placeOf(at)
    const isFirst = state().places.length === 0
    const found =
      isStroke() && !free
        ? snap(now.fabric, now.scope.scheme, place, { reach: reach(SNAP_PIXELS), gridBordersOnly: isFirst })
        : undefined
    useEditor.setState({ pointer: found?.at ?? place, snap: found ?? null })
  }
  const proposal = (pointer: Position | null): Proposal | null => {
    const now = scene()
    const { tool, places, brush } = state()
    if (!now) return null
    switch (tool) {
      case 'redraw':
        return proposeRedraw(now, places, pointer)
      case 'split':
        return proposeSplit(now, places, pointer, splitId)
      case 'merge':
        return pointer && proposeMerge(now, pointer, reach(SNAP_PIXELS))
      case 'brush': {
        const under = pointer ? cellsUnder(now, pointer, reach(brush / 2)) : []
        if (pressed) for (const id of under) painted.add(id)
        return proposeBrush(now, pressed ? [...painted] : under)
      }
      case 'vertices':
        return handle && pressed && pointer ? proposeDrag(now, handle, pointer) : null
      default:
        return null
    }
  }
  const refresh = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (!point || !state().tool || !state().session) return
      aim(point)
      if (state().tool === 'vertices' && !pressed) hover(point)
      useEditor.setState({ proposal: proposal(state().pointer) })
    })
  }
  const hover = (at: Point) => {
    const found = handleAt(useExtra.getState().handles, placeOf(at), reach(SNAP_PIXELS))
    useExtra.setState({ hot: found?.at ?? null })
    map.getCanvas().style.cursor = found ? 'grab' : ''
    handle = found ?? null
  }
  const addPlace = (at: Point): void => {
    aim(at)
    const { pointer, places } = state()
    if (!pointer) return
    const last = places.at(-1)
    if (last && last[0] === pointer[0] && last[1] === pointer[1]) return
    if (places.length === 0) splitId = newGridId(scene()!.scope.scheme)
    sampled = at
    useEditor.setState({ places: [...places, pointer], notice: null })
  }
  const finish = (withPointer: boolean) => {
    const { places, pointer, tool } = state()
    if (places.length === 0 && (tool === 'redraw' || tool === 'split')) return
    const final = proposal(withPointer || places.length < 2 ? pointer : null)
    if (!final) return
    if (final.after) {
      // The new grid is what one goes on with: its name, its numbers.
      if (commit(final.edits) && tool === 'split') chooseGrid(splitId)
    } else {
      useEditor.setState({ proposal: { ...final, open: false } })
      say({ refusal: final.refused ?? { code: 'misses_border' } })
    }
  }

  const down = (event: MapMouseEvent) => {
    const { tool, session } = state()
    if (!tool || !session || event.originalEvent.button !== 0 || held) return
    point = event.point
    if (tool === 'vertices') {
      hover(point)
      if (!handle) return
      event.preventDefault()
      map.getCanvas().style.cursor = 'grabbing'
    } else if (tool !== 'merge') event.preventDefault()
    pressed = event.point
    drawing = false
    if (tool === 'brush') {
      painted = new Set()
      if (state().current === null) say({ word: 'chooseGrid' })
      refresh()
    }
  }
  const move = (event: MapMouseEvent) => {
    if (!state().tool) return
    point = event.point
    free = event.originalEvent.altKey
    if (pressed && isStroke()) {
      if (!drawing && away(point, pressed) > DRAG_FROM) {
        drawing = true
        if (state().places.length === 0) addPlace(pressed)
      }
      if (drawing && sampled && away(point, sampled) > DRAG_STEP) {
        // Along a hand-drawn line, snapping would only make it jump.
        const [before, place] = [state().places, placeOf(point)]
        sampled = point
        useEditor.setState({ places: [...before, place] })
      }
    }
    refresh()
  }
  const up = (event: MapMouseEvent) => {
    const { tool } = state()
    if (!pressed || !tool) return
    const began = pressed
    point = event.point
    if (tool === 'brush') {
      const final = proposal(state().pointer)
      pressed = null
      painted = new Set()
      if (final?.after) commit(final.edits)
      else if (final?.refused) say({ refusal: final.refused })
      useEditor.setState({ proposal: null })
      return
    }
    if (tool === 'vertices') {
      const now = scene()
      if (handle && now && away(began, point) > 2) {
        const final = proposeDrag(now, handle, placeOf(point))
        if (final.after) commit(final.edits)
        else say({ refusal: final.refused! })
      }
      pressed = null
      handle = null
      useEditor.setState({ proposal: null })
      return
    }
    pressed = null
    if (!isStroke() || !drawing) return
    drawing = false
    addPlace(point)
    finish(false)
  }
  const click = (event: MapMouseEvent) => {
    const { tool, session } = state()
    if (!tool || !session || held) return
    point = event.point
    free = event.originalEvent.altKey
    if (tool === 'merge') return finishMerge()
    if (!isStroke()) return
    if (sampled && state().places.length > 0 && away(sampled, point) < SAME_PLACE) return
    addPlace(point)
    if (state().places.length === 1 && state().tool === 'redraw' && !state().snap && !free) {
      say({ refusal: { code: 'misses_border' } })
      useEditor.setState({ places: [] })
      return
    }
    refresh()
  }
  const finishMerge = () => {
    if (point) aim(point)
    const { pointer } = state()
    const final = pointer && proposal(pointer)
    if (final?.after) commit(final.edits)
    else if (final?.refused) say({ refusal: final.refused })
  }
  const double = (event: MapMouseEvent) => {
    if (!isStroke()) return
    event.preventDefault()
    finish(false)
  }
  const out = () => {
    if (!pressed) useEditor.setState({ snap: null })
  }

  const showHandles = () => {
    const now = scene()
    if (!now || state().tool !== 'vertices') {
      if (useExtra.getState().handles.length > 0) useExtra.setState({ handles: [], hot: null, tooMany: false })
      return
    }
    const { width, height } = map.getCanvas().getBoundingClientRect()
    const corners = [placeOf({ x: 0, y: height }), placeOf({ x: width, y: 0 })] as const
    const handles = handlesIn(now, [...corners[0], ...corners[1]])
    useExtra.setState({ handles: handles ?? [], tooMany: handles === null })
  }
  const prepare = () => {
    const { tool } = state()
    const draws = tool !== null && tool !== 'vertices' && tool !== 'merge'
    // Dragging draws; the map is moved with the wheel, or while Space is held.
    if (draws && !held) map.dragPan.disable()
    else map.dragPan.enable()
    if (tool) map.doubleClickZoom.disable()
    else map.doubleClickZoom.enable()
    map.getCanvas().style.cursor = tool === null ? '' : held ? 'move' : tool === 'vertices' ? '' : 'crosshair'
  }
  const unsubscribe = useEditor.subscribe((now, before) => {
    if (now.tool !== before.tool) {
      pressed = null
      handle = null
      sampled = null
      prepare()
    }
    if (now.places.length === 0) sampled = null
    if (now.tool !== before.tool || now.fabric !== before.fabric || now.current !== before.current) showHandles()
  })

  const events = { mousedown: down, mousemove: move, mouseup: up, click, dblclick: double, mouseout: out }
  for (const [name, listener] of Object.entries(events)) map.on(name as 'click', listener)
  map.on('moveend', showHandles)
  prepare()
  showHandles()

  const pointOr = (): Point => {
    const { width, height } = map.getCanvas().getBoundingClientRect()
    point ??= { x: width / 2, y: height / 2 }
    return point
  }
  return {
    finish: () => (state().tool === 'merge' ? finishMerge() : finish(false)),
    back: () => {
      const places = state().places.slice(0, -1)
      if (places.length === 0) dropStroke()
      else useEditor.setState({ places, notice: null })
      refresh()
    },
    drop: () => {
      const { tool } = state()
      if (tool === 'merge') return finishMerge()
      if (tool === 'brush') {
        aim(pointOr())
        const final = proposal(state().pointer)
        if (final?.after) commit(final.edits)
        else if (final?.refused) say({ refusal: final.refused })
        return
      }
      if (!isStroke()) return
      addPlace(pointOr())
      refresh()
    },
    nudge: (right, down_) => {
      const { x, y } = pointOr()
      point = { x: x + right, y: y + down_ }
      refresh()
    },
    removeVertex: () => {
      const now = scene()
      if (!now || handle?.kind !== 'vertex') return
      const final = proposeDelete(now, handle)
      if (final.after) commit(final.edits)
      else say({ refusal: final.refused! })
      handle = null
      useExtra.setState({ hot: null })
    },
    hold: (on) => {
      held = on
      prepare()
    },
    end: () => {
      unsubscribe()
      cancelAnimationFrame(frame)
      try {
        for (const [name, listener] of Object.entries(events)) map.off(name as 'click', listener)
        map.off('moveend', showHandles)
        map.dragPan.enable()
        map.doubleClickZoom.enable()
        map.getCanvas().style.cursor = ''
      } catch {
        // The map itself is gone already.
      }
      useExtra.setState({ handles: [], hot: null, tooMany: false })
    },
  }
}

/** Of tiles of 512 pixels, at the middle of the map. */
function millimetresPerPixel(map: MapLibre): number {
  const latitude = (map.getCenter().lat * Math.PI) / 180
  return (40_075_016_686 * Math.cos(latitude)) / (512 * 2 ** map.getZoom())
}
