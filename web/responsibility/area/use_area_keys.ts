import { useEffect } from 'react'
import { useConsole } from '../../state/store.ts'
import { useArea } from './area.ts'
import type { Drawing } from './drawing.ts'

/** `D` takes the pen; Enter closes the shape, Backspace takes back a vertex, Escape the stroke and then the tool. */
export function useAreaKeys(drawing: Drawing | null): void {
  const isHere = useConsole(({ workspace, side }) => workspace === 'responsibility' && side === 'area')
  useEffect(() => {
    if (!isHere) return
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping && !(event.target as HTMLElement).matches('[type="radio"], [type="checkbox"]')) return
      if (act(event.key, drawing)) event.preventDefault()
    }
    // Before the console's own listener at the window.
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isHere, drawing])
}

/** @returns whether the key was for us */
function act(key: string, drawing: Drawing | null): boolean {
  const { tool, take } = useArea.getState()
  const isDrawing = drawing?.isDrawing() ?? false
  switch (key) {
    case 'd':
    case 'D':
      take('polygon')
      return true
    case 'Enter':
      if (isDrawing) drawing!.close()
      return isDrawing
    case 'Backspace':
      if (isDrawing) drawing!.back()
      return isDrawing
    case 'Escape':
      if (isDrawing) drawing!.cancel()
      else if (tool) take(null)
      return isDrawing || tool !== null
    default:
      return false
  }
}
