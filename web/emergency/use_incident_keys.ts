import { useEffect } from 'react'
import { useMapHolder } from '../map/holder.ts'
import { isTyping } from '../planning/map/typing.ts'
import type { Incident } from './answer.ts'
import { chooseWater, drawClosure, dropIncident, useIncidentWork } from './incident.ts'
import { showWater } from './WaterSection.tsx'

/** Space drops the incident under the pointer, 1 to 5 look at the water. */
export function useIncidentKeys(answer: Incident | undefined): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isForWork(event)) return
      if (event.key === ' ') drop(event)
      else if (event.key === 'Escape' && useIncidentWork.getState().closing) {
        drawClosure(null)
        event.preventDefault()
      } else if (/^[1-5]$/.test(event.key) && answer) {
        const water = answer.water.usable[Number(event.key) - 1]
        if (!water) return
        chooseWater(Number(event.key) - 1)
        showWater(water, answer)
        event.preventDefault()
      }
    }
    // Before the console's own Escape, which would clear what is selected.
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [answer])
}

/** Neither text for a field nor a key of the browser or of a dialog. */
export const isForWork = (event: KeyboardEvent): boolean =>
  !(isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]'))

function drop(event: KeyboardEvent): void {
  const { pointer } = useMapHolder.getState()
  // On a button it presses the button, on a box it ticks it.
  if (!pointer || (event.target instanceof HTMLElement && event.target.matches('button, a, summary, input, [role="menuitem"]')))
    return
  event.preventDefault()
  dropIncident(pointer, { fly: false })
}
