import { useEffect } from 'react'
import { addGrid, toggleLock } from '../editor/actions.ts'
import { BRUSHES, chooseGrid, dropStroke, redo, takeTool, undo, useEditor } from '../editor/editor.ts'
import type { ToolName } from '../tools/tool.ts'
import type { Hand } from './hand.ts'
import { useHelp } from './help.ts'
import { isTyping } from './typing.ts'

const TOOL_KEYS: Readonly<Record<string, ToolName>> = { r: 'redraw', v: 'vertices', b: 'brush', x: 'split', m: 'merge' }
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** Pixels. */
const NUDGE = { coarse: 12, fine: 1 } as const

/** The planner's keys, wherever on the page no text is being typed. */
export function useKeys(hand: Hand | null): void {
  useEffect(() => {
    if (!hand) return
    let heldAlone = false
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return
      if (event.key === ' ' && takesSpace(event.target)) {
        event.preventDefault()
        if (!event.repeat) {
          heldAlone = true
          hand.hold(true)
        }
        return
      }
      if (act(event, hand)) event.preventDefault()
    }
    const release = (event: KeyboardEvent) => {
      if (event.key !== ' ') return
      hand.hold(false)
      if (heldAlone && takesSpace(event.target)) hand.drop()
      heldAlone = false
    }
    const used = () => {
      heldAlone = false
    }
    // Before the console's own listener at the window.
    document.addEventListener('keydown', press)
    document.addEventListener('keyup', release)
    document.addEventListener('mousedown', used)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener('keyup', release)
      document.removeEventListener('mousedown', used)
    }
  }, [hand])
}

/** A button or a link has its own use for Space and Enter. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('button, a, summary, [role="button"], input')

const takesSpace = (target: EventTarget | null): boolean =>
  useEditor.getState().tool !== null && !isTyping(target) && !isPressable(target)

/** @returns whether the key was for us */
function act(event: KeyboardEvent, hand: Hand): boolean {
  const { tool, places, current, session, following } = useEditor.getState()
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (!session) return false
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === 'z') (event.shiftKey ? redo : undo)()
    else if (key === 'y') redo()
    return key === 'z' || key === 'y'
  }
  if (event.ctrlKey || event.metaKey) return false
  const wanted = TOOL_KEYS[key]
  if (wanted) {
    takeTool(tool === wanted ? null : wanted)
    return true
  }
  const arrow = ARROWS[key]
  if (arrow && tool && tool !== 'vertices' && !isPressable(event.target)) {
    const step = event.shiftKey ? NUDGE.fine : NUDGE.coarse
    hand.nudge(arrow[0] * step, arrow[1] * step)
    return true
  }
  switch (key) {
    case 'n':
      addGrid()
      return true
    case 'l':
      toggleLock()
      return true
    case '?':
      useHelp.setState({ isOpen: !useHelp.getState().isOpen })
      return true
    case 'f':
      if (tool !== 'redraw' && tool !== 'split') return false
      useEditor.setState({ following: !following })
      hand.refresh()
      return true
    case '[':
    case ']':
      return resize(key === ']' ? 1 : -1)
    case 'Enter':
      if (!tool || isPressable(event.target)) return false
      hand.finish()
      return true
    case 'Backspace':
      if (places.length === 0) return tool === 'vertices' && remove(hand)
      hand.back()
      return true
    case 'Delete':
      return tool === 'vertices' && remove(hand)
    case 'Escape':
      if (useHelp.getState().isOpen) useHelp.setState({ isOpen: false })
      else if (places.length > 0) dropStroke()
      else if (tool) takeTool(null)
      else if (current !== null) chooseGrid(null)
      else return false
      return true
    default:
      return false
  }
}

function remove(hand: Hand): boolean {
  hand.remove()
  return true
}

function resize(by: 1 | -1): boolean {
  const { tool, brush } = useEditor.getState()
  if (tool !== 'brush') return false
  const index = BRUSHES.indexOf(brush as (typeof BRUSHES)[number])
  useEditor.setState({ brush: BRUSHES[Math.max(0, Math.min(BRUSHES.length - 1, index + by))]! })
  return true
}
