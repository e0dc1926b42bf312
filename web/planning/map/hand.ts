// The hand on the map: gives the pointer and the keys to the tool that is taken. What would come of a movement is worked out at most
// once a frame.
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { useEditor } from '../editor/editor.ts'
import type { ToolName } from '../tools/tool.ts'
import { brushHand } from './hands/brush_hand.ts'
import { mergeHand } from './hands/merge_hand.ts'
import { strokeHand } from './hands/stroke_hand.ts'
import type { Press, ToolHand } from './hands/tool_hand.ts'
import { vertexHand } from './hands/vertex_hand.ts'
import { type Sight, sightOf } from './sight.ts'

export interface Hand {
  finish: () => void
  back: () => void
  /** A press where the pointer is, by a key. */
  drop: () => void
  /** Moves the pointer by a key. */
  nudge: (right: number, down: number) => void
  remove: () => void
  /** While it is held, dragging moves the map. */
  hold: (on: boolean) => void
  /** Something other than the pointer has changed what would come of it. */
  refresh: () => void
  end: () => void
}

function handOf(tool: ToolName, sight: Sight): ToolHand {
  switch (tool) {
    case 'redraw':
    case 'split':
      return strokeHand(tool, sight)
    case 'brush':
      return brushHand(sight)
    case 'merge':
      return mergeHand(sight)
    case 'vertices':
      return vertexHand(sight)
  }
}

export function createHand(map: MapLibre): Hand {
  const sight = sightOf(map)
  let own: ToolHand | null = null
  let last: Press | null = null
  let pressed = false
  let held = false
  let frame = 0

  const press = ({ point, originalEvent }: MapMouseEvent): Press => ({
    point,
    free: originalEvent.altKey,
    ctrl: originalEvent.ctrlKey || originalEvent.metaKey,
  })
  const aim = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (own && last && sight.scene()) own.aim(last)
    })
  }
  const down = (event: MapMouseEvent) => {
    if (!own || held || event.originalEvent.button !== 0) return
    last = press(event)
    pressed = own.down?.(last) ?? false
    if (pressed) event.preventDefault()
    aim()
  }
  const move = (event: MapMouseEvent) => {
    if (!own) return
    last = press(event)
    if (pressed) own.drag?.(last)
    aim()
  }
  const up = (event: MapMouseEvent) => {
    if (!pressed) return
    pressed = false
    last = press(event)
    own?.up?.(last)
    aim()
  }
  const click = (event: MapMouseEvent) => {
    if (!own || held) return
    last = press(event)
    own.click?.(last)
    aim()
  }
  const double = (event: MapMouseEvent) => {
    if (!own?.double) return
    event.preventDefault()
    own.double()
  }
  const out = () => {
    if (!pressed) useEditor.setState({ snap: null })
  }

  const prepare = () => {
    // Dragging draws; the map is moved with the wheel, or while Space is held.
    if (own?.draws && !held) map.dragPan.disable()
    else map.dragPan.enable()
    if (own) map.doubleClickZoom.disable()
    else map.doubleClickZoom.enable()
    // Arrows move the pointer, and the map no more.
    if (own?.movesByKeys) map.keyboard.disable()
    else map.keyboard.enable()
    sight.cursor(held ? 'move' : (own?.cursor ?? ''))
  }
  const take = (tool: ToolName | null) => {
    own?.end?.()
    pressed = false
    own = tool && sight.scene() ? handOf(tool, sight) : null
    prepare()
  }
  const unsubscribe = useEditor.subscribe((now, before) => {
    if (now.tool !== before.tool) take(now.tool)
    else if (now.fabric !== before.fabric || now.current !== before.current || now.places !== before.places) own?.changed?.()
  })
  const settled = () => own?.changed?.()
  const events = { mousedown: down, mousemove: move, mouseup: up, click, dblclick: double, mouseout: out, moveend: settled }
  for (const [name, listener] of Object.entries(events)) map.on(name as 'click', listener)
  take(useEditor.getState().tool)

  const pointer = (): Press => {
    last ??= { point: sight.middle(), free: false, ctrl: false }
    return last
  }
  return {
    finish: () => own?.finish?.(),
    back: () => {
      own?.back?.()
      aim()
    },
    drop: () => {
      own?.drop?.(pointer())
      aim()
    },
    nudge: (right, down_) => {
      const { point, ...rest } = pointer()
      last = { ...rest, point: { x: point.x + right, y: point.y + down_ } }
      aim()
    },
    remove: () => own?.remove?.(),
    hold: (on) => {
      held = on
      prepare()
    },
    refresh: aim,
    end: () => {
      unsubscribe()
      cancelAnimationFrame(frame)
      own?.end?.()
      try {
        for (const [name, listener] of Object.entries(events)) map.off(name as 'click', listener)
        map.dragPan.enable()
        map.doubleClickZoom.enable()
        map.keyboard.enable()
        sight.cursor('')
      } catch {
        // The map itself is gone already.
      }
    },
  }
}
